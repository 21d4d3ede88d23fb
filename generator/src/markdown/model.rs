//! Parsed pages as plain data.

use crate::{
    diagnostic::Diagnostic,
    span::{Source, Spanned},
};

/// A parsed definition page.
#[derive(Debug, Clone)]
pub struct Document {
    /// The page's source file.
    pub source: Source,
    /// The definition's name, from the title.
    pub title: Spanned<String>,
    /// The paragraphs between the title and the table.
    pub description: Option<Spanned<String>>,
    /// The table's rows, in the page's order.
    pub rows: Vec<Row>,
}

/// A row of the property table.
#[derive(Debug, Clone)]
pub struct Row {
    /// The property's wire name.
    pub name: Spanned<String>,
    /// The property's type, or the error of a cell that cannot be read.
    pub ty: Result<Spanned<TypeCell>, Diagnostic>,
    /// Whether the property is marked as required.
    pub required: Spanned<bool>,
    /// The description; `None` if the cell is empty or the column is missing.
    pub description: Option<Spanned<String>>,
}

/// A type as written: a name and its list brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeCell {
    /// The innermost type.
    pub name: TypeName,
    /// The number of `[]` after the name.
    pub depth: usize,
}

/// The innermost type of a type cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypeName {
    /// A name without a link, such as `string`.
    Plain(String),
    /// A link to a definition page.
    Link {
        /// The link's text, without backticks and `[]`.
        text: String,
        /// The link's target.
        target: LinkTarget,
    },
}

/// The target of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkTarget {
    /// The destination as written.
    pub destination: String,
    /// The last path segment, percent-decoded and without query and fragment, such as `division-definition.md`.
    pub file_name: String,
}

/// A parsed API class page.
#[derive(Debug, Clone)]
pub struct ApiPage {
    /// The page's source file.
    pub source: Source,
    /// The API's name, from the title.
    pub title: Spanned<String>,
    /// The paragraphs between the title and the list of methods.
    pub description: Option<String>,
    /// The methods, in the page's order.
    pub methods: Vec<MethodPart>,
}

/// The part of an API class page that describes one method.
#[derive(Debug, Clone)]
pub struct MethodPart {
    /// The method's name, from the heading.
    pub name: Spanned<String>,
    /// The paragraphs directly below the heading.
    pub summary: Option<String>,
    /// The note below the heading, if it does not mark the method as deprecated, and the `Description` section.
    pub description: Option<String>,
    /// The note that marks the method as deprecated.
    pub deprecated: Option<String>,
    /// The endpoint; `None` if it is missing or malformed, which is an error.
    pub endpoint: Option<Spanned<EndpointText>>,
    /// The parameters, in the page's order.
    pub parameters: Vec<ParameterItem>,
    /// The rows of the table of returned types.
    pub responses: Vec<ResponseRow>,
}

/// An endpoint as written, such as `GET /api/v2/users`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndpointText {
    /// The HTTP method.
    pub verb: String,
    /// The path.
    pub path: String,
}

/// An item of a method's parameter list.
#[derive(Debug, Clone)]
pub struct ParameterItem {
    /// The name as written, such as `query.pageSize`.
    pub name: Spanned<String>,
    /// The parameter's type.
    pub ty: Spanned<TypeCell>,
    /// Whether the parameter is required; `None` if it has no such mark.
    pub required: Option<bool>,
    /// The text after the type.
    pub description: Option<String>,
}

/// A row of a method's table of returned types.
#[derive(Debug, Clone)]
pub struct ResponseRow {
    /// The HTTP status as written.
    pub status: Spanned<String>,
    /// The returned type; `None` if the response has no body.
    pub ty: Option<Spanned<TypeCell>>,
    /// The description; `None` if the cell is empty or the column is missing.
    pub description: Option<String>,
}
