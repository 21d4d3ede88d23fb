//! Reads paths, operations, parameters and responses.

use genesys_runtime::HttpMethod;

use super::{
    model::{
        OperationObject, ParameterObject, PathItem, PermissionsObject, ResponseObject,
        SchemaObject, Text,
    },
    node::{JsonKind, JsonNode},
    reader::{JsonReader, Member},
};
use crate::diagnostic::Code;

impl<'a> PathItem<'a> {
    /// Reads a path and its operations.
    pub(super) fn read(member: Member<'a>, reader: &mut JsonReader<'a>) -> Self {
        let members = reader.object(member.value, "a path");
        let mut item = Self {
            path: member.name,
            parameters: Vec::new(),
            operations: Vec::new(),
        };
        for member in members {
            match &*member.name.value {
                "parameters" => item.parameters = read_parameters(&member, reader),
                name => {
                    if let Ok(http_method) = name.to_ascii_uppercase().parse() {
                        let operation = OperationObject::read(http_method, &member, reader);
                        item.operations.push(operation);
                    } else if !is_extension(name) {
                        reader.report(
                            Code::InvalidOperation,
                            format!("unknown HTTP method `{name}`"),
                            member.name.span.clone(),
                            "in this path",
                            "an HTTP method is `get`, `put`, `post`, `delete`, `options`, `head` or `patch`",
                        );
                    }
                }
            }
        }
        item
    }
}

/// Checks whether a member is a vendor extension.
fn is_extension(name: &str) -> bool {
    name.starts_with("x-")
}

fn read_parameters<'a>(
    member: &Member<'a>,
    reader: &mut JsonReader<'a>,
) -> Vec<ParameterObject<'a>> {
    let items = reader.list(member).into_iter();
    items
        .map(|item| ParameterObject::read(item, reader))
        .collect()
}

impl<'a> OperationObject<'a> {
    fn read(http_method: HttpMethod, member: &Member<'a>, reader: &mut JsonReader<'a>) -> Self {
        let mut operation = Self {
            http_method,
            key: member.name.span.clone(),
            span: member.value.span(),
            name: None,
            tags: Vec::new(),
            summary: None,
            description: None,
            deprecated: false,
            preview: false,
            parameters: Vec::new(),
            responses: Vec::new(),
            permissions: None,
        };
        let mut operation_id = None;
        for member in &reader.object(member.value, "an operation") {
            match &*member.name.value {
                "x-purecloud-method-name" => operation.name = reader.text(member),
                "operationId" => operation_id = reader.text(member),
                "tags" => operation.tags = reader.strings(member),
                "summary" => operation.summary = reader.prose(member),
                "description" => operation.description = reader.prose(member),
                "deprecated" => operation.deprecated = reader.boolean(member),
                "x-genesys-preview" => operation.preview = reader.boolean(member),
                "parameters" => operation.parameters = read_parameters(member, reader),
                "responses" => operation.responses = read_responses(member, reader),
                "x-inin-requires-permissions" => {
                    operation.permissions = PermissionsObject::read(member, reader);
                }
                _ => {}
            }
        }
        operation.name = operation.name.or(operation_id);
        operation
    }
}

fn read_responses<'a>(
    member: &Member<'a>,
    reader: &mut JsonReader<'a>,
) -> Vec<(Text<'a>, ResponseObject<'a>)> {
    let mut members = reader.object(member.value, "`responses`");
    members.retain(|member| !is_extension(&member.name.value));
    members
        .into_iter()
        .map(|member| {
            let response = ResponseObject::read(member.value, reader);
            (member.name, response)
        })
        .collect()
}

impl<'a> PermissionsObject<'a> {
    fn read(member: &Member<'a>, reader: &mut JsonReader<'a>) -> Option<Self> {
        let (mut kind, mut permissions) = (None, Vec::new());
        for member in &reader.object(member.value, "`x-inin-requires-permissions`") {
            match &*member.name.value {
                "type" => kind = reader.text(member),
                "permissions" => permissions = reader.strings(member),
                _ => {}
            }
        }
        if permissions.is_empty() {
            return None;
        }
        let needs_all = match kind.as_ref().map(|kind| &*kind.value) {
            Some("ALL") => true,
            Some("ANY") => false,
            Some(_) | None => {
                reader.report(
                    Code::InvalidOperation,
                    "the permissions are neither `ALL` nor `ANY`".to_owned(),
                    kind.map_or_else(|| member.value.span(), |kind| kind.span),
                    "in these permissions",
                    "write `\"type\": \"ALL\"` or `\"type\": \"ANY\"`",
                );
                return None;
            }
        };
        Some(Self {
            needs_all,
            permissions,
        })
    }
}

impl<'a> ParameterObject<'a> {
    /// Reads a parameter.
    pub(super) fn read(node: JsonNode<'a>, reader: &mut JsonReader<'a>) -> Self {
        let members = reader.object(node, "a parameter");
        // The schema of a parameter outside the body is the parameter itself.
        let value = SchemaObject::of_members(node, &members, reader);
        let mut parameter = Self {
            span: node.span(),
            reference: value.reference.clone(),
            required: value.is_required,
            description: value.description.clone(),
            name: None,
            place: None,
            schema: value,
            default: None,
            collection_format: None,
        };
        for member in &members {
            match &*member.name.value {
                "name" => parameter.name = reader.text(member),
                "in" => parameter.place = reader.text(member),
                "collectionFormat" => parameter.collection_format = reader.text(member),
                "schema" => parameter.schema = SchemaObject::read(member.value, reader),
                "default" => {
                    let value = member.value;
                    parameter.default = (value.kind() != JsonKind::Null)
                        .then(|| value.string().unwrap_or_else(|| value.text().into()));
                }
                _ => {}
            }
        }
        parameter
    }
}

impl<'a> ResponseObject<'a> {
    /// Reads a response.
    pub(super) fn read(node: JsonNode<'a>, reader: &mut JsonReader<'a>) -> Self {
        let mut response = Self {
            span: node.span(),
            reference: None,
            description: None,
            schema: None,
            error_codes: Vec::new(),
        };
        for member in &reader.object(node, "a response") {
            match &*member.name.value {
                "$ref" => response.reference = reader.text(member),
                "description" => response.description = reader.prose(member),
                "schema" => response.schema = Some(SchemaObject::read(member.value, reader)),
                "x-inin-error-codes" => {
                    let codes = reader
                        .object(member.value, "`x-inin-error-codes`")
                        .into_iter();
                    let codes = codes.filter_map(|member| {
                        let meaning = reader.text(&member)?.value;
                        Some((member.name.value, meaning))
                    });
                    response.error_codes = codes.collect();
                }
                _ => {}
            }
        }
        response
    }
}
