//! What an API's page says, as plain data.

use crate::{
    markdown::TypeCell,
    span::{Source, Spanned},
};

/// One API's page, taken apart.
#[derive(Debug, Clone)]
pub struct ApiPage {
    /// The file.
    pub source: Source,
    /// The API's name, from the title.
    pub title: Spanned<String>,
    /// The paragraphs between the title and the list of methods.
    pub description: Option<String>,
    /// The methods, in the page's order.
    pub methods: Vec<MethodPart>,
}

/// The part of a page that describes a method.
#[derive(Debug, Clone)]
pub struct MethodPart {
    /// The method's name, from the heading.
    pub name: Spanned<String>,
    /// The paragraphs below the heading.
    pub summary: Option<String>,
    /// Further paragraphs.
    pub description: Option<String>,
    /// The note that calls it deprecated.
    pub deprecated: Option<String>,
    /// The endpoint; `None`, with an error, where there is none that can be read.
    pub endpoint: Option<Spanned<EndpointText>>,
    /// The parameters, in the page's order.
    pub parameters: Vec<ParameterItem>,
    /// The rows of the table of returned types.
    pub responses: Vec<ResponseRow>,
}

/// An endpoint: two words in code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndpointText {
    /// The HTTP method as written.
    pub verb: String,
    /// The path as written.
    pub path: String,
}

/// An item of the list of parameters.
#[derive(Debug, Clone)]
pub struct ParameterItem {
    /// The name as written, such as `query.pageSize`.
    pub name: Spanned<String>,
    /// The type.
    pub ty: Spanned<TypeCell>,
    /// Whether it is required, where the item tells.
    pub required: Option<bool>,
    /// What the page says of it.
    pub description: Option<String>,
}

/// A row of the table of returned types.
#[derive(Debug, Clone)]
pub struct ResponseRow {
    /// The HTTP status as written.
    pub status: Spanned<String>,
    /// The type; `None` where nothing is returned.
    pub ty: Option<Spanned<TypeCell>>,
    /// What the page says of it.
    pub description: Option<String>,
}
