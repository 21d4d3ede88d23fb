//! Parses the platform's OpenAPI file, in version 2.0 (Swagger), into plain data with spans.
//!
//! The file has tens of megabytes, so it is not parsed into a tree of JSON values. Instead, a [`JsonNode`] borrows a validated
//! part of the text, and its position in the text is its span. A [`JsonReader`] reads the members of objects, and reports
//! values that do not have the expected type. Definitions and paths are read in parallel, each with its own reader. Members
//! that are not needed are ignored.
//!
//! [`SchemaObject::read`] also reads schema objects in other JSON files, such as those of notification topics.

mod detect;
mod model;
mod node;
mod operation;
mod reader;
mod schema_object;

#[cfg(test)]
mod tests;

use rayon::prelude::*;

pub use detect::is_openapi;
pub use model::{
    EnumObject, NamedSchema, OpenApiFile, OperationObject, ParameterObject, PathItem,
    PermissionsObject, ResponseObject, SchemaObject, TagObject, Text, WithDiagnostics,
};
pub use node::{JsonKind, JsonNode};
pub use reader::{JsonReader, Member};

use crate::{diagnostic::Code, span::Source};

/// Parses an OpenAPI file. Returns `None` and an error if the file is not JSON or not in version 2.0.
///
/// ```
/// use genesys_modelgen::{openapi, span::SourceFile};
///
/// let text = r#"{"swagger": "2.0", "definitions": {"Ant": {"properties": {"legs": {"type": "integer"}}}}}"#;
/// let source = SourceFile { path: "openapi.json".into(), text: text.to_owned() }.into();
/// let (file, diagnostics) = openapi::parse(&source);
/// let ant = &file.unwrap().definitions[0];
/// assert_eq!(ant.name.value, "Ant");
/// assert_eq!(&text[ant.schema.properties[0].name.span.clone()], "legs");
/// assert!(diagnostics.is_empty());
/// ```
#[must_use]
pub fn parse(source: &Source) -> WithDiagnostics<Option<OpenApiFile<'_>>> {
    let (mut reader, root) = JsonReader::open(source, Code::InvalidOpenApi);
    let Some(root) = root else {
        return reader.finish(None);
    };
    let members = reader.object(root, "the file");
    if !check_version(root, &members, &mut reader) {
        return reader.finish(None);
    }
    let mut file = OpenApiFile {
        source,
        tags: Vec::new(),
        definitions: Vec::new(),
        paths: Vec::new(),
        parameters: Vec::new(),
        responses: Vec::new(),
    };
    for member in members {
        let name = format!("`{}`", member.name.value);
        let mut named = || reader.named_members(member.value, &name);
        match &*member.name.value {
            "tags" => file.tags = read_tags(&member, &mut reader),
            "definitions" => {
                file.definitions =
                    read_all(source, named(), &mut reader, |member, reader| NamedSchema {
                        name: member.name,
                        schema: SchemaObject::read(member.value, reader),
                    });
            }
            "paths" => {
                let members = reader.object(member.value, "`paths`").into_iter();
                let members = members.filter(|member| !member.name.value.starts_with("x-"));
                file.paths = read_all(source, members.collect(), &mut reader, PathItem::read);
            }
            "parameters" => {
                file.parameters = read_all(source, named(), &mut reader, |member, reader| {
                    (member.name, ParameterObject::read(member.value, reader))
                });
            }
            "responses" => {
                file.responses = read_all(source, named(), &mut reader, |member, reader| {
                    (member.name, ResponseObject::read(member.value, reader))
                });
            }
            _ => {}
        }
    }
    reader.finish(Some(file))
}

/// Reads members in parallel, and returns their values in the order of the members.
fn read_all<'a, T: Send>(
    source: &'a Source,
    members: Vec<Member<'a>>,
    reader: &mut JsonReader<'a>,
    read: impl Fn(Member<'a>, &mut JsonReader<'a>) -> T + Sync,
) -> Vec<T> {
    let results: Vec<_> = { members.into_par_iter() }
        .map(|member| {
            let mut reader = JsonReader::new(source);
            let value = read(member, &mut reader);
            reader.finish(value)
        })
        .collect();
    results
        .into_iter()
        .map(|result| reader.add(result))
        .collect()
}

fn read_tags<'a>(member: &Member<'a>, reader: &mut JsonReader<'a>) -> Vec<TagObject<'a>> {
    let mut tags = Vec::new();
    for item in reader.list(member) {
        let (mut name, mut description) = (None, None);
        for member in &reader.object(item, "a tag") {
            match &*member.name.value {
                "name" => name = reader.text(member),
                "description" => description = reader.prose(member),
                _ => {}
            }
        }
        tags.extend(name.map(|name| TagObject { name, description }));
    }
    tags
}

/// Checks whether the file is in version 2.0, and reports any other version.
fn check_version<'a>(
    root: JsonNode<'a>,
    members: &[Member<'a>],
    reader: &mut JsonReader<'a>,
) -> bool {
    let version = |key: &str| {
        let member = members.iter().find(|member| member.name.value == key)?;
        Some((member.value.span(), member.value.text()))
    };
    let (message, span) = match (version("swagger"), version("openapi")) {
        (Some((_, "\"2.0\"")), _) => return true,
        (Some((span, version)), _) => (format!("the file has version {version} of Swagger"), span),
        (None, Some((span, version))) => {
            (format!("the file has version {version} of OpenAPI"), span)
        }
        (None, None) => {
            let start = root.span().start;
            (
                "the file is not an OpenAPI file".to_owned(),
                start..start + 1,
            )
        }
    };
    reader.report(
        Code::InvalidOpenApi,
        message,
        span,
        "expected `\"swagger\": \"2.0\"`",
        "use the platform's file in version 2.0 of Swagger",
    );
    false
}
