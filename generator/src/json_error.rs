//! The positions of JSON syntax errors.

use crate::span::{BYTE_ORDER_MARK, Span};

/// Returns the message and the span of an error of parsing a text, whose byte order mark is not parsed.
pub fn locate(text: &str, error: &serde_json::Error) -> (String, Span) {
    let (line, column) = (error.line(), error.column());
    let full = error.to_string();
    let location = format!(" at line {line} column {column}");
    let message = full.strip_suffix(&location).unwrap_or(&full).to_owned();
    // Lines and columns are counted from 1, columns in bytes.
    let parsed = text.trim_start_matches(BYTE_ORDER_MARK);
    let lines = parsed.split_inclusive('\n').map(str::len);
    let start: usize = lines.take(line.saturating_sub(1)).sum();
    let start = text.len() - parsed.len() + start;
    let at = text.floor_char_boundary(start + column.saturating_sub(1));
    // At the end of the text, the last character is shown.
    let at = text.floor_char_boundary(at.min(text.len().saturating_sub(1)));
    (message, at..text.ceil_char_boundary(at + 1))
}
