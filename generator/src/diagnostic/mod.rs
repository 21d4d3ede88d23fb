//! Diagnostics like rustc's: a [`Code`], a message, labeled spans and help.
//!
//! Every stage returns [`Diagnostic`]s as plain data. The command line and the build script [`sort`] them and render
//! them for a terminal ([`text`](text())), for programs ([`json`](json())) or for a pull request
//! ([`github`](github())). `location` computes lines and columns, `snippet` selects the source lines to show, and [`summarize`] makes
//! one of many warnings of the same kind. Nothing
//! is printed here.

mod code;
mod github;
mod json;
mod location;
mod snippet;
mod summary;
mod text;

use std::{path::Path, sync::Arc};

pub use code::{Code, UnknownCode};
pub use github::github;
pub(crate) use github::{escape_data, escape_property};
pub use json::json;
pub(crate) use location::LabelLocator;
pub use location::{LineIndex, Location};
pub use summary::summarize;
pub use text::{Color, TextStyle, text};

use crate::span::{Source, Span};

/// The severity of a diagnostic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Prevents output.
    Error,
    /// Does not prevent output.
    Warning,
}

impl Severity {
    /// Returns `error` or `warning`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A labeled span in a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The source file.
    pub source: Source,
    /// The labeled span.
    pub span: Span,
    /// The message at the span; may be empty.
    pub message: String,
}

/// A problem in the input or the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The code, which determines the severity.
    pub code: Code,
    /// The message: one line, in lower case, without a full stop.
    pub message: String,
    /// The labels; the first one is primary. Empty if there is no file to refer to.
    pub labels: Vec<Label>,
    /// Suggestions, one line each.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// Creates a diagnostic without labels or help.
    ///
    /// ```
    /// use genesys_modelgen::diagnostic::{Code, Diagnostic, Severity};
    ///
    /// let diagnostic = Diagnostic::new(Code::NoDefinitions, "`spec` contains no definitions").help("add one");
    /// assert_eq!(diagnostic.severity(), Severity::Error);
    /// ```
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            labels: Vec::new(),
            help: Vec::new(),
        }
    }

    /// Adds a label; the first one is primary.
    #[must_use]
    pub fn label(mut self, source: &Source, span: Span, message: impl Into<String>) -> Self {
        self.labels.push(Label {
            source: Arc::clone(source),
            span,
            message: message.into(),
        });
        self
    }

    /// Adds a line of help.
    #[must_use]
    pub fn help(mut self, line: impl Into<String>) -> Self {
        self.help.push(line.into());
        self
    }

    /// Returns the severity of the code.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }

    fn sort_key(&self) -> (Option<(&Path, usize)>, Code, &str) {
        let start = self
            .labels
            .first()
            .map(|label| (label.source.path.as_path(), label.span.start));
        (start, self.code, &self.message)
    }
}

/// Sorts diagnostics by path, offset and code. Diagnostics without a label come first.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
}

/// Checks whether any diagnostic is an error.
#[must_use]
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity() == Severity::Error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::SourceFile;

    fn at(path: &str, offset: usize, code: Code) -> Diagnostic {
        let source = Arc::new(SourceFile {
            path: path.into(),
            text: "some text".to_owned(),
        });
        Diagnostic::new(code, "").label(&source, offset..offset + 1, "")
    }

    #[test]
    fn diagnostics_are_sorted_by_path_then_offset_then_code() {
        let expected = [
            Diagnostic::new(Code::NoDefinitions, ""),
            at("a.md", 3, Code::BrokenRow),
            at("a.md", 3, Code::UnescapedPipe),
            at("a.md", 4, Code::MissingTitle),
            at("b.md", 0, Code::MissingTitle),
        ];
        let mut shuffled = [4, 2, 0, 3, 1].map(|i: usize| expected[i].clone());
        sort(&mut shuffled);
        assert_eq!(shuffled, expected);
    }

    #[test]
    fn the_code_determines_the_severity() {
        assert!(any_error(&[
            at("a.md", 0, Code::BrokenRow),
            at("a.md", 0, Code::MissingTitle)
        ]));
        assert!(!any_error(&[at("a.md", 0, Code::BrokenRow)]));
    }
}
