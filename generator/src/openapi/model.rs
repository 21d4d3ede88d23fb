//! The parsed file as plain data, in the words of the Swagger 2.0 specification.
//!
//! Text is borrowed from the file where it has no escapes.

use std::borrow::Cow;

use genesys_runtime::HttpMethod;

use crate::{
    diagnostic::Diagnostic,
    span::{Source, Span, Spanned},
};

/// A text with its span, which includes the quotes unless the text is a name.
pub type Text<'a> = Spanned<Cow<'a, str>>;

/// A value and the diagnostics of reading it.
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
    /// The value of `id`, with which the schemas of notification topics are named.
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
    /// The schema of the values of a map, from `additionalProperties`; that of `true` is empty.
    pub values: Option<Box<SchemaObject<'a>>>,
    /// The properties, in the file's order.
    pub properties: Vec<NamedSchema<'a>>,
    /// The names of required properties.
    pub required: Vec<Text<'a>>,
    /// Whether the schema is marked as that of a required value, by `"required": true`.
    pub is_required: bool,
    /// The listed values.
    pub listed: Option<EnumObject<'a>>,
    /// The schemas of `allOf`.
    pub all_of: Vec<SchemaObject<'a>>,
    /// Whether only the platform sets the value.
    pub read_only: bool,
}

/// The values of an `enum`.
#[derive(Debug, Clone, Default)]
pub struct EnumObject<'a> {
    /// The span of the list.
    pub span: Span,
    /// The strings.
    pub strings: Vec<Cow<'a, str>>,
    /// The first value that is neither a string nor null.
    pub other: Option<Span>,
}

/// A path and its operations.
#[derive(Debug, Clone)]
pub struct PathItem<'a> {
    /// The path.
    pub path: Text<'a>,
    /// The parameters of all operations.
    pub parameters: Vec<ParameterObject<'a>>,
    /// The operations, in the file's order.
    pub operations: Vec<OperationObject<'a>>,
}

/// An operation.
#[derive(Debug, Clone)]
pub struct OperationObject<'a> {
    /// The HTTP method.
    pub http_method: HttpMethod,
    /// The span of the HTTP method.
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
    /// Whether a client needs all of the permissions, not just one of them.
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
    /// The schema: that of the body, or of the value.
    pub schema: SchemaObject<'a>,
    /// The default value: the text of a string, and any other value as JSON.
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
