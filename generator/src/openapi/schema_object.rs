//! Reads schema objects.

use super::{
    model::{EnumObject, NamedSchema, SchemaObject},
    node::{JsonKind, JsonNode},
    reader::{JsonReader, Member},
};
use crate::{diagnostic::Code, limit};

impl<'a> SchemaObject<'a> {
    /// Reads a schema object, including those nested in it.
    pub fn read(node: JsonNode<'a>, reader: &mut JsonReader<'a>) -> Self {
        Self::read_at(node, 0, reader)
    }

    /// Reads a schema from the members of an object that also has other members, such as a parameter.
    pub(super) fn of_members(
        node: JsonNode<'a>,
        members: &[Member<'a>],
        reader: &mut JsonReader<'a>,
    ) -> Self {
        Self::read_members(node, members, 0, reader)
    }

    fn read_at(node: JsonNode<'a>, depth: usize, reader: &mut JsonReader<'a>) -> Self {
        // The text of a value is read once for each object around it.
        if depth > limit::LISTS {
            reader.report(
                Code::TooLarge,
                format!("the schema has more than {} levels", limit::LISTS),
                node.span(),
                "this schema is too deep",
                "move the inner schemas to definitions",
            );
            return Self::default();
        }
        let members = reader.object(node, "a schema");
        Self::read_members(node, &members, depth, reader)
    }

    fn read_members(
        node: JsonNode<'a>,
        members: &[Member<'a>],
        depth: usize,
        reader: &mut JsonReader<'a>,
    ) -> Self {
        let mut schema = Self {
            span: node.span(),
            ..Self::default()
        };
        for member in members {
            match &*member.name.value {
                "id" => schema.id = reader.text(member),
                "type" => schema.ty = reader.text(member),
                "format" => schema.format = reader.text(member),
                "description" => schema.description = reader.prose(member),
                "$ref" => schema.reference = reader.text(member),
                "items" => {
                    let items = Self::read_at(member.value, depth + 1, reader);
                    schema.items = Some(Box::new(items));
                }
                "additionalProperties" => schema.values = read_values(member.value, depth, reader),
                "properties" => schema.properties = read_properties(member.value, depth, reader),
                "required" => match member.value.boolean() {
                    Some(is_required) => schema.is_required = is_required,
                    None => schema.required = reader.strings(member),
                },
                "enum" => schema.listed = Some(EnumObject::read(member, reader)),
                "allOf" => {
                    let parts = reader.list(member).into_iter();
                    schema.all_of = parts
                        .map(|part| Self::read_at(part, depth + 1, reader))
                        .collect();
                }
                "readOnly" => schema.read_only = reader.boolean(member),
                _ => {}
            }
        }
        schema
    }
}

/// Reads the value of `additionalProperties`: a schema or a boolean.
fn read_values<'a>(
    node: JsonNode<'a>,
    depth: usize,
    reader: &mut JsonReader<'a>,
) -> Option<Box<SchemaObject<'a>>> {
    match node.boolean() {
        Some(false) => None,
        Some(true) => Some(Box::default()),
        None => Some(Box::new(SchemaObject::read_at(node, depth + 1, reader))),
    }
}

fn read_properties<'a>(
    node: JsonNode<'a>,
    depth: usize,
    reader: &mut JsonReader<'a>,
) -> Vec<NamedSchema<'a>> {
    let members = reader.named_members(node, "`properties`");
    if members.len() > limit::PROPERTIES {
        let message = format!(
            "the definition has {} properties, more than the limit of {}",
            members.len(),
            limit::PROPERTIES
        );
        let label = "in this object";
        let help = "divide the definition";
        reader.report(Code::TooLarge, message, node.span(), label, help);
        return Vec::new();
    }
    let named = members.into_iter().map(|member| NamedSchema {
        name: member.name,
        schema: SchemaObject::read_at(member.value, depth + 1, reader),
    });
    named.collect()
}

impl<'a> EnumObject<'a> {
    fn read(member: &Member<'a>, reader: &mut JsonReader<'a>) -> Self {
        let mut values = Self {
            span: member.value.span(),
            ..Self::default()
        };
        for item in reader.list(member) {
            match (item.string(), item.kind()) {
                (Some(text), _) => values.strings.push(text),
                // Nullable values list null too.
                (None, JsonKind::Null) => {}
                (None, _) => values.other = values.other.or_else(|| Some(item.span())),
            }
        }
        values
    }
}
