//! The parsed file as plain data, with the names of the Swagger 2.0 specification.
//!
//! Strings without escapes are borrowed from the file.

use std::borrow::Cow;

use genesys_runtime::HttpMethod;

use crate::{
    diagnostic::Diagnostic,
    span::{Source, Span, Spanned},
};

/// A string with its span. The span includes the quotes, unless the string is the name of a member.
pub type Text<'a> = Spanned<Cow<'a, str>>;

/// A value that was read, and the diagnostics of reading it.
pub type WithDiagnostics<T> = (T, Vec<Diagnostic>);

/// A parsed OpenAPI file.
#[derive(Debug, Clone)]
pub struct OpenApiFile<'a> {
    /// The file.
    pub source: &'a Source,
    /// The declared tags.
    pub tags: Vec<TagObject<'a>>,
    /// The definitions, in the file's order.
    pub definitions: Vec<NamedSchema<'a>>,
    /// The paths, in the file's order.
    pub paths: Vec<PathItem<'a>>,
    /// The parameters that operations can refer to, by name.
    pub parameters: Vec<(Text<'a>, ParameterObject<'a>)>,
    /// The responses that operations can refer to, by name.
    pub responses: Vec<(Text<'a>, ResponseObject<'a>)>,
}

/// A declared tag.
#[derive(Debug, Clone)]
pub struct TagObject<'a> {
    /// The name.
    pub name: Text<'a>,
    /// The description.
    pub description: Option<Cow<'a, str>>,
}

/// A schema with a name: a definition or a property.
#[derive(Debug, Clone)]
pub struct NamedSchema<'a> {
    /// The name.
    pub name: Text<'a>,
    /// The schema.
    pub schema: SchemaObject<'a>,
}

/// A schema object: a subset of JSON Schema that describes a definition, a property, an item, a parameter or a body.
#[derive(Debug, Clone, Default)]
pub struct SchemaObject<'a> {
    /// The span of the whole object.
    pub span: Span,
    /// The value of `id`, which names the schema in a notification topic.
    pub id: Option<Text<'a>>,
    /// The value of `type`.
    pub ty: Option<Text<'a>>,
    /// The value of `format`.
    pub format: Option<Text<'a>>,
    /// The description.
    pub description: Option<Cow<'a, str>>,
    /// The value of `$ref`.
    pub reference: Option<Text<'a>>,
    /// The schema of the items of a list.
    pub items: Option<Box<SchemaObject<'a>>>,
    /// The schema of a map's values: `additionalProperties`, where `true` is read as an empty schema.
    pub values: Option<Box<SchemaObject<'a>>>,
    /// The properties, in the file's order.
    pub properties: Vec<NamedSchema<'a>>,
    /// The names of the required properties, from a `required` list.
    pub required: Vec<Text<'a>>,
    /// Whether the schema contains `"required": true`, so that the value itself is required.
    pub is_required: bool,
    /// The value of `enum`.
    pub listed: Option<EnumObject<'a>>,
    /// The schemas of `allOf`.
    pub all_of: Vec<SchemaObject<'a>>,
    /// Whether the value is read-only: set by the platform, and ignored in requests.
    pub read_only: bool,
}

/// The values of an `enum`.
#[derive(Debug, Clone, Default)]
pub struct EnumObject<'a> {
    /// The span of the list.
    pub span: Span,
    /// The values that are strings.
    pub strings: Vec<Cow<'a, str>>,
    /// The span of the first value that is neither a string nor null.
    pub other: Option<Span>,
}

/// A path and its operations.
#[derive(Debug, Clone)]
pub struct PathItem<'a> {
    /// The path.
    pub path: Text<'a>,
    /// The parameters that all operations of the path share.
    pub parameters: Vec<ParameterObject<'a>>,
    /// The operations, in the file's order.
    pub operations: Vec<OperationObject<'a>>,
}

/// An operation.
#[derive(Debug, Clone)]
pub struct OperationObject<'a> {
    /// The HTTP method.
    pub http_method: HttpMethod,
    /// The span of the name that is the HTTP method, such as `get`.
    pub key: Span,
    /// The span of the whole object.
    pub span: Span,
    /// The name: `x-purecloud-method-name`, or else `operationId`.
    pub name: Option<Text<'a>>,
    /// The tags.
    pub tags: Vec<Text<'a>>,
    /// The summary in one line.
    pub summary: Option<Cow<'a, str>>,
    /// The description.
    pub description: Option<Cow<'a, str>>,
    /// Whether the operation is deprecated.
    pub deprecated: bool,
    /// Whether the operation is a preview.
    pub preview: bool,
    /// The parameters.
    pub parameters: Vec<ParameterObject<'a>>,
    /// The responses by status, in the file's order.
    pub responses: Vec<(Text<'a>, ResponseObject<'a>)>,
    /// The permissions that a client needs.
    pub permissions: Option<PermissionsObject<'a>>,
}

/// The value of `x-inin-requires-permissions`.
#[derive(Debug, Clone)]
pub struct PermissionsObject<'a> {
    /// Whether a client needs all of the permissions instead of any one of them.
    pub needs_all: bool,
    /// The permissions.
    pub permissions: Vec<Text<'a>>,
}

/// A parameter of an operation, or a reference to one.
#[derive(Debug, Clone)]
pub struct ParameterObject<'a> {
    /// The span of the whole object.
    pub span: Span,
    /// The value of `$ref`.
    pub reference: Option<Text<'a>>,
    /// The name.
    pub name: Option<Text<'a>>,
    /// The value of `in`.
    pub place: Option<Text<'a>>,
    /// Whether the parameter is required.
    pub required: bool,
    /// The description.
    pub description: Option<Cow<'a, str>>,
    /// The schema of the value: `schema` for a body, or else the parameter itself.
    pub schema: SchemaObject<'a>,
    /// The default value: a string without quotes, or any other value but null as JSON.
    pub default: Option<Cow<'a, str>>,
    /// The value of `collectionFormat`.
    pub collection_format: Option<Text<'a>>,
}

/// A response of an operation, or a reference to one.
#[derive(Debug, Clone)]
pub struct ResponseObject<'a> {
    /// The span of the whole object.
    pub span: Span,
    /// The value of `$ref`.
    pub reference: Option<Text<'a>>,
    /// The description.
    pub description: Option<Cow<'a, str>>,
    /// The schema of the body.
    pub schema: Option<SchemaObject<'a>>,
    /// The error codes, with their meanings.
    pub error_codes: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}
