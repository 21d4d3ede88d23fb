//! Source files, and the spans in them that diagnostics point at.

use std::{ops::Range, path::PathBuf, sync::Arc};

/// The mark that some editors put at a file's start.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// A source file: where it was found and what it holds, to the byte.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The path as it is shown to people: as given on the command line, joined with the file's name, `/` between.
    pub path: PathBuf,
    /// The text as it stands in the file, byte order mark and carriage returns included.
    pub text: String,
}

/// A shared source file; spans keep theirs alive.
pub type Source = Arc<SourceFile>;

/// A range of bytes in a source file.
pub type Span = Range<usize>;

/// A value and the place it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// The bytes it was read from.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// A value read from these bytes.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}
