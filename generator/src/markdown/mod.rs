//! Parses definition pages and API class pages into rows with spans.
//!
//! `pulldown-cmark` finds a page's title, its first table and its link reference definitions (`outline`). It cannot
//! find the table's rows, because the docs escape nothing: in Markdown, a line break in a description ends the row, a
//! blank line ends the table, and cells beyond the last column are dropped. `table` therefore assigns the lines below
//! the header to rows itself. A line starts a row if its cells match their columns (`row_start`), and the lines up to
//! the next row, heading or footer continue that row. `cell` splits the row at its pipes, `columns` assigns the cells to
//! the header's columns and keeps surplus pipes in the description, and `row` parses the cells and reports every such
//! repair as a warning. An API class page (`api`) is divided by its headings, and its tables use the same parsers.
//! `PageParser` (`page`) collects the diagnostics.
//!
//! Four ambiguities are resolved as follows:
//!
//! - `\|` in a description is an escaped pipe.
//! - A line with the cells of a property (a name, a type, `Yes` or `No`) starts a row.
//! - Directly below a complete row on one line, a line with a leading pipe starts a row if it has a cell for every
//!   column, or a name and a type.
//! - A heading after a line that ends with a pipe ends the row.

mod api;
mod cell;
mod columns;
mod definition;
mod line;
mod model;
mod outline;
mod page;
mod row;
mod row_start;
mod table;
mod type_cell;

#[cfg(test)]
mod tests;

pub use model::{
    ApiPage, Document, EndpointText, LinkTarget, MethodPart, ParameterItem, ResponseRow, Row,
    TypeCell, TypeName,
};

use crate::{diagnostic::Diagnostic, span::Source};
use page::{Page, PageParser};

/// The result of parsing a page.
#[derive(Debug, Clone)]
pub struct Parsed<T> {
    /// The parsed page; `None` if it has no valid title or no table of properties, which is an error.
    pub page: Option<T>,
    /// The errors and warnings, sorted by position.
    pub diagnostics: Vec<Diagnostic>,
}

/// Parses a definition page.
///
/// Rows without a valid name are missing from the document. The error of a type that cannot be read is in its row, because
/// an override or an OpenAPI file can replace the type.
///
/// ```
/// use std::sync::Arc;
/// use genesys_modelgen::{markdown, span::SourceFile};
///
/// let text = "# `Ant` Definition\n\n| Property | Type | Required |\n|---|---|---|\n| legs | `number` | Yes |\n";
/// let parsed = markdown::parse(&Arc::new(SourceFile { path: "ant-definition.md".into(), text: text.to_owned() }));
/// let document = parsed.page.unwrap();
/// assert_eq!(document.title.value, "Ant");
/// assert_eq!(document.rows[0].name.value, "legs");
/// assert!(parsed.diagnostics.is_empty());
/// ```
#[must_use]
pub fn parse(source: &Source) -> Parsed<Document> {
    let page = Page::new(source);
    let mut parser = PageParser::new(&page);
    let document = parser.parse_definition();
    parser.finish(document)
}

/// Parses an API class page.
///
/// Methods, parameters and responses with errors are missing from the page.
///
/// ```
/// use std::sync::Arc;
/// use genesys_modelgen::{markdown, span::SourceFile};
///
/// let text = "# `AntsAPI` Class\n\n### `getAnts`\n\n#### Endpoint\n\n`GET /ants`\n\n#### Returns\n\n\
///     | HTTP Status Code | Returned type |\n|---|---|\n| `200` | string[] |\n";
/// let parsed = markdown::parse_api(&Arc::new(SourceFile { path: "ants-api.md".into(), text: text.to_owned() }));
/// let page = parsed.page.unwrap();
/// assert_eq!(page.title.value, "AntsAPI");
/// assert_eq!(page.methods[0].responses[0].status.value, "200");
/// assert!(parsed.diagnostics.is_empty());
/// ```
#[must_use]
pub fn parse_api(source: &Source) -> Parsed<ApiPage> {
    let page = Page::new(source);
    let mut parser = PageParser::new(&page);
    let api_page = parser.parse_api_page();
    parser.finish(api_page)
}
