//! What a definition's file says, as plain data.

use crate::span::{Source, Spanned};

/// One definition's file, taken apart.
#[derive(Debug, Clone)]
pub struct Document {
    /// The file.
    pub source: Source,
    /// The definition's name, from the title.
    pub title: Spanned<String>,
    /// The paragraphs between the title and the table.
    pub description: Option<Spanned<String>>,
    /// The table's rows, in their order.
    pub rows: Vec<Row>,
}

/// One row of the table: a property.
#[derive(Debug, Clone)]
pub struct Row {
    /// The property's name, as it stands on the wire.
    pub name: Spanned<String>,
    /// The type cell.
    pub ty: Spanned<TypeCell>,
    /// Whether the docs call it required.
    pub required: Spanned<bool>,
    /// The description; `None` where the cell is empty or the column is missing.
    pub description: Option<Spanned<String>>,
}

/// The type cell: a name and how many lists it is wrapped in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeCell {
    /// The innermost type.
    pub name: TypeName,
    /// How many `[]` follow it.
    pub depth: usize,
}

/// The innermost type of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypeName {
    /// A bare name in code or plain text: `string`, `number`, ...
    Plain(String),
    /// A link to a definition's file.
    Link {
        /// The link's text, without backticks and `[]`.
        text: String,
        /// Where it points.
        target: LinkTarget,
    },
}

/// The target of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkTarget {
    /// The destination as written.
    pub destination: String,
    /// The last path segment without anchor, query and percent-encoding, such as `division-definition.md`.
    pub file_name: String,
}
