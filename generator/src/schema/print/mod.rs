//! Printing the schema as text for other programs: as JSON, as a JSON Schema and as graphs.
//!
//! Each function returns a whole document that ends with a line break, and the same bytes for the same schema.

mod dot;
mod json;
mod json_schema;
mod mermaid;

use serde::Serialize;

pub use dot::dot;
pub(super) use dot::edge_label;
pub use json::{compact, json};
pub use json_schema::json_schema;
pub use mermaid::{mermaid, mermaid_chains};

/// Returns a document as indented JSON with a line break at its end.
pub(crate) fn pretty(document: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(document);
    text.expect("the documents have string keys and no fallible values") + "\n"
}

#[cfg(test)]
mod tests;
