//! The schema as text, for other programs.
//!
//! Each function is pure, takes a whole schema and gives a whole document that ends with a line break. The same
//! schema always gives the same bytes.

mod dot;
mod json;
mod json_schema;

#[cfg(test)]
mod fixture;

use serde::Serialize;

pub use dot::dot;
pub(super) use dot::label;
pub use json::{compact, json};
pub use json_schema::json_schema;

/// A document as people read it too: indented, with a line break at its end.
pub(crate) fn pretty(document: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(document);
    text.expect("strings under strings always become JSON") + "\n"
}
