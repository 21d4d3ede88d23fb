//! Reads topics.

use super::model::{TopicObject, TopicSchema};
use crate::{
    diagnostic::Code,
    openapi::{JsonKind, JsonNode, JsonReader, SchemaObject, Text},
};

/// Reads a topic that contains its schema. Reports a topic without a name, and returns `None`.
pub fn read_entity<'a>(node: JsonNode<'a>, reader: &mut JsonReader<'a>) -> Option<TopicObject<'a>> {
    let mut name = None;
    let mut topic = TopicObject::default();
    for member in reader.object(node, "a topic") {
        // The platform returns null for missing values.
        if member.value.kind() == JsonKind::Null {
            continue;
        }
        match &*member.name.value {
            "id" => name = reader.text(&member),
            "description" => topic.description = reader.prose(&member),
            "schema" => {
                let schema = SchemaObject::read(member.value, reader);
                topic.schema = TopicSchema::Inline(Box::new(schema));
            }
            "requiresPermissions" => topic.permissions = reader.strings(&member),
            "requiresDivisionPermissions" => topic.division_permissions = reader.boolean(&member),
            "enforced" => topic.unenforced = !reader.boolean(&member),
            "visibility" => {
                let visibility = reader.text(&member);
                topic.preview = visibility.is_some_and(|text| text.value == "Preview");
            }
            "transports" => topic.transports = reader.strings(&member),
            _ => {}
        }
    }
    named(topic, name, node, "id", reader)
}

/// Reads a topic that refers to its schema by name. Reports a topic without a name, and returns `None`.
pub fn read_mapping<'a>(
    node: JsonNode<'a>,
    reader: &mut JsonReader<'a>,
) -> Option<TopicObject<'a>> {
    let mut name = None;
    let mut topic = TopicObject::default();
    for member in reader.object(node, "a topic") {
        match &*member.name.value {
            "topic" => name = reader.text(&member),
            "class" => {
                if let Some(class) = reader.text(&member) {
                    topic.schema = TopicSchema::Named(class);
                }
            }
            _ => {}
        }
    }
    named(topic, name, node, "topic", reader)
}

fn named<'a>(
    topic: TopicObject<'a>,
    name: Option<Text<'a>>,
    node: JsonNode<'a>,
    key: &str,
    reader: &mut JsonReader<'a>,
) -> Option<TopicObject<'a>> {
    let Some(name) = name else {
        // A value of another type is reported already.
        if node.kind() == JsonKind::Object {
            let message = "a topic has no name".to_owned();
            let help = format!("add `{key}`, such as `\"{key}\": \"v2.ships.{{id}}\"`");
            reader.report(
                Code::InvalidTopic,
                message,
                node.span(),
                "this topic",
                &help,
            );
        }
        return None;
    };
    Some(TopicObject { name, ..topic })
}
