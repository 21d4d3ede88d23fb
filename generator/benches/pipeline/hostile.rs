//! Definitions with one very large part, at two sizes. If a shape is parsed in linear time, both have the same throughput.

const HEAD: &str = "| Property | Type | Required | Description |\n|--|--|--|--|\n";

/// A shape of input.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Markdown that repeats a construct without closing it.
    Nested(&'static str),
    /// A description that repeats a text.
    Description(&'static str),
    /// Rows that each cause a diagnostic.
    Rows(&'static str),
}

pub const SHAPES: [Shape; 12] = [
    Shape::Nested(">"),
    Shape::Nested("*a **b "),
    Shape::Nested("[a]("),
    Shape::Nested("`a``"),
    Shape::Nested("<a <!-- <![CDATA["),
    Shape::Description("|"),
    Shape::Description("\n"),
    Shape::Description("is one of values: a, b "),
    Shape::Description("a.B ISO 8601 and "),
    Shape::Description("http://"),
    Shape::Rows("| p | `string` | No | a | b\nc |\n"),
    Shape::Rows("| p | [`B`](b-definition.md) | No | |\n"),
];

/// Returns the page of a definition with about `bytes` bytes.
pub fn page(shape: Shape, bytes: usize) -> String {
    let fill = |piece: &str| piece.repeat(bytes / piece.len());
    let (text, table) = match shape {
        Shape::Nested(piece) => (fill(piece), "| p | `string` | No | |\n".to_owned()),
        Shape::Description(piece) => (
            String::new(),
            format!("| p | `string` | No | {}x |\n", fill(piece)),
        ),
        Shape::Rows(row) => (String::new(), fill(row)),
    };
    format!("# `A` Definition\n\n{text}\n\n{HEAD}{table}")
}
