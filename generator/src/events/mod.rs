//! Parses files with notification topics, the schemas of their events, or both.
//!
//! A file has one or more of these members:
//!
//! - `entities`: topics that contain their schemas, as `GET /api/v2/notifications/availabletopics?expand=schema` returns them;
//! - `definitions`: schemas by name, as in an OpenAPI file;
//! - `notifications`: topics with the names of their schemas, as the official SDKs contain them.

mod model;
mod topic;

#[cfg(test)]
mod tests;

pub use model::{EventsFile, TopicObject, TopicSchema};

use crate::{
    diagnostic::Code,
    openapi::{JsonReader, NamedSchema, SchemaObject, WithDiagnostics},
    span::Source,
};

/// Parses a file of topics and schemas. Returns `None` and an error if the file is not JSON or has neither.
#[must_use]
pub fn parse(source: &Source) -> WithDiagnostics<Option<EventsFile<'_>>> {
    let (mut reader, root) = JsonReader::open(source, Code::InvalidEvents);
    let Some(root) = root else {
        return reader.finish(None);
    };
    let mut file = EventsFile {
        source,
        definitions: Vec::new(),
        topics: Vec::new(),
    };
    let mut is_known = false;
    for member in reader.object(root, "the file") {
        match &*member.name.value {
            "definitions" => {
                let members = reader.named_members(member.value, "`definitions`");
                let schemas = members.into_iter().map(|member| NamedSchema {
                    name: member.name,
                    schema: SchemaObject::read(member.value, &mut reader),
                });
                file.definitions.extend(schemas);
            }
            "entities" => {
                let entities = reader.list(&member).into_iter();
                let topics = entities.filter_map(|entity| topic::read_entity(entity, &mut reader));
                file.topics.extend(topics);
            }
            "notifications" => {
                let mappings = reader.list(&member).into_iter();
                let topics = mappings.filter_map(|it| topic::read_mapping(it, &mut reader));
                file.topics.extend(topics);
            }
            _ => continue,
        }
        is_known = true;
    }
    if !is_known {
        let message = format!("`{}` has neither topics nor schemas", source.path.display());
        let help = "a file of events has a member `entities`, `definitions` or `notifications`";
        reader.report(Code::InvalidEvents, message, 0..1, "", help);
        return reader.finish(None);
    }
    reader.finish(Some(file))
}
