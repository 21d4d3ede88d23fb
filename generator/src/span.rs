//! Source files, and spans in them.

use std::{
    ops::Range,
    path::{Path, PathBuf},
    sync::Arc,
};

/// The byte order mark, which some editors write at the start of a file.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// A source file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct SourceFile {
    /// The path for diagnostics: the path on the command line, joined with the file's name by `/`.
    pub path: PathBuf,
    /// The unchanged text, including any byte order mark and carriage returns.
    pub text: String,
}

impl SourceFile {
    /// Creates a file without text, for diagnostics about a file or a folder as a whole.
    #[must_use]
    pub fn without_text(path: impl AsRef<Path>) -> Source {
        Arc::new(Self {
            path: path.as_ref().to_owned(),
            text: String::new(),
        })
    }
}

/// A shared source file.
pub type Source = Arc<SourceFile>;

/// A range of bytes in a source file.
pub type Span = Range<usize>;

/// A value and the span it was parsed from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// The span in the source file.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Pairs a value with its span.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}
