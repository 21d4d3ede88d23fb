//! Diagnostics: what is wrong in the input, where, and what helps.
//!
//! Stages return [`Diagnostic`]s as plain data; the edge sorts them and renders them for a terminal ([`text`]), for
//! programs ([`json`]) or for a pull request's page ([`github`]). Nothing here prints.

mod code;
mod excerpt;
mod github;
mod json;
mod location;
mod places;
mod text;

use std::{path::Path, sync::Arc};

pub use code::{Code, UnknownCode};
pub use github::github;
pub use json::json;
pub use location::{LineIndex, Location};
pub(crate) use places::Places;
pub use text::{Colour, TextStyle, text};

use crate::span::{Source, Span};

/// How bad a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// The input was put right, or looks wrong; the output stands.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A marked place in a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The file.
    pub source: Source,
    /// The marked bytes.
    pub span: Span,
    /// What to say at the mark; may be empty.
    pub message: String,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The code, which `explain` tells more about and which decides the severity.
    pub code: Code,
    /// What is wrong, in one line.
    pub message: String,
    /// Where; the first is the primary one. Empty only where no file is to blame.
    pub labels: Vec<Label>,
    /// What helps, a line each.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// A finding without a place and without help.
    ///
    /// ```
    /// use genesys_modelgen::diagnostic::{Code, Diagnostic, Severity};
    ///
    /// let finding = Diagnostic::new(Code::NoDefinitions, "`spec` holds no definitions").help("add one");
    /// assert_eq!(finding.severity(), Severity::Error);
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

    /// Marks a place; the first one marked is the primary one.
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

    /// How bad it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// What the findings are sorted by.
    fn key(&self) -> (Option<(&Path, usize)>, Code, &str) {
        let place = self
            .labels
            .first()
            .map(|label| (label.source.path.as_path(), label.span.start));
        (place, self.code, &self.message)
    }
}

/// Sorts findings by path, place and code; those without a place come first.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| a.key().cmp(&b.key()));
}

/// Whether any of them is an error.
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
    fn findings_are_sorted_by_path_then_place_then_code() {
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
    fn the_code_decides_the_severity() {
        assert!(any_error(&[
            at("a.md", 0, Code::BrokenRow),
            at("a.md", 0, Code::MissingTitle)
        ]));
        assert!(!any_error(&[at("a.md", 0, Code::BrokenRow)]));
    }
}
