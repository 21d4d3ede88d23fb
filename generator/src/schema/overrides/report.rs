//! What is wrong with an overrides file, one finding after the other.

use crate::{
    diagnostic::{Code, Diagnostic},
    limit,
    schema::nearest::did_you_mean,
    source::{Source, Span},
};

/// Collects the findings about a file.
pub struct Report<'a> {
    file: &'a Source,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
}

impl<'a> Report<'a> {
    /// Nothing found yet.
    pub const fn new(file: &'a Source) -> Self {
        let diagnostics = Vec::new();
        Self { file, diagnostics }
    }

    /// The help with a name of nothing. After very many findings there is none: each compares all names.
    pub fn did_you_mean<'n>(
        &self,
        unknown: &str,
        known: impl Iterator<Item = &'n str>,
    ) -> Option<String> {
        let is_read = self.diagnostics.len() < limit::SUGGESTIONS;
        is_read.then(|| did_you_mean(unknown, known)).flatten()
    }

    /// Something that cannot be read.
    pub fn invalid(&mut self, span: &Span, message: String, help: impl Into<String>) {
        let found = Diagnostic::new(Code::InvalidOverrides, message);
        self.add(found.label(self.file, span.clone(), "").help(help));
    }

    /// A text that is too long.
    pub fn too_large(&mut self, span: &Span, length: usize) {
        let message = format!("{length} bytes of a text are too many");
        let help = format!("a text in overrides has at most {} bytes", limit::OVERRIDE);
        let found = Diagnostic::new(Code::TooLarge, message);
        self.add(found.label(self.file, span.clone(), "not read").help(help));
    }

    /// A name of nothing.
    pub fn unmatched(&mut self, span: &Span, message: String, did_you_mean: Option<String>) {
        let help = did_you_mean.unwrap_or_else(|| "remove it".to_owned());
        let found = Diagnostic::new(Code::UnmatchedOverride, message);
        let label = "this override matches nothing";
        self.add(found.label(self.file, span.clone(), label).help(help));
    }

    /// Something that is so without being said.
    pub fn idle(&mut self, span: &Span, message: String) {
        let found = Diagnostic::new(Code::UnmatchedOverride, message);
        let label = "this changes nothing";
        let help = "remove it, or see whether it is meant for something else";
        self.add(found.label(self.file, span.clone(), label).help(help));
    }

    /// Something that is not for what it is about.
    pub fn inapplicable(&mut self, span: &Span, message: String, help: impl Into<String>) {
        let found = Diagnostic::new(Code::InapplicableOverride, message);
        self.add(found.label(self.file, span.clone(), "").help(help));
    }

    fn add(&mut self, found: Diagnostic) {
        self.diagnostics.push(found);
    }
}
