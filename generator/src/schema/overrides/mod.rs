//! Overrides: corrections and additions to the docs, in `overrides.toml` beside the spec.
//!
//! `read` parses the file to plain data with spans, for which `property_type` has the types, `dependency` the dependencies, and
//! `rust_syntax` checks names, derives and attributes. `apply` then changes the schema, one entry after the other. An entry that matches nothing or
//! changes nothing is an error, so that no override outlives its purpose. All errors of a file are reported.

mod apply;
mod dependency;
mod property_type;
mod read;
mod rust_syntax;

#[cfg(test)]
mod tests;

pub(crate) use rust_syntax::standard_trait;

use super::{model::Schema, nearest::did_you_mean};
use crate::{
    diagnostic::{Code, Diagnostic},
    limit,
    span::{Source, Span},
    toml_error::TomlError,
};

/// Applies an overrides file to a schema, and returns the changed schema with all errors in the file.
///
/// The schema must be the whole one, before a [`Selection`](super::Selection) restricts it: an override may be for a
/// definition that no root reaches, or refer to one that no other property refers to. If there are errors, the returned
/// schema is incomplete.
///
/// ```
/// use genesys_modelgen::{schema::{Schema, overrides}, span::SourceFile};
///
/// let text = "[definitions.Ant]\nrename = 'Formic'\n".to_owned();
/// let file = SourceFile { path: "spec/overrides.toml".into(), text }.into();
/// let (_, diagnostics) = overrides::apply(Schema::default(), &file);
/// assert_eq!(diagnostics[0].message, "unknown definition `Ant`");
/// ```
#[must_use]
pub fn apply(mut schema: Schema, file: &Source) -> (Schema, Vec<Diagnostic>) {
    let mut errors = OverrideErrors::new(file);
    let overrides = read::read(file, &mut errors);
    apply::apply_overrides(&mut schema, &overrides, &mut errors);
    (schema, errors.diagnostics)
}

/// The errors in an overrides file.
struct OverrideErrors<'a> {
    file: &'a Source,
    diagnostics: Vec<Diagnostic>,
    /// The number of unknown names so far.
    unmatched: usize,
}

impl<'a> OverrideErrors<'a> {
    const fn new(file: &'a Source) -> Self {
        Self {
            file,
            diagnostics: Vec::new(),
            unmatched: 0,
        }
    }

    /// Reports a value or key that cannot be read.
    fn invalid(&mut self, span: &Span, message: String, help: impl Into<String>) {
        self.push(Code::InvalidOverrides, span, message, "", help);
    }

    /// Reports an error in the file's form.
    fn malformed(&mut self, error: TomlError) {
        let diagnostic = error.diagnostic(Code::InvalidOverrides, self.file);
        self.diagnostics.push(diagnostic);
    }

    /// Reports a string that exceeds [`limit::OVERRIDE`].
    fn too_large(&mut self, span: &Span, length: usize) {
        let message = format!("a string of {length} bytes is too long");
        let help = format!(
            "a string in overrides has at most {} bytes",
            limit::OVERRIDE
        );
        self.push(Code::TooLarge, span, message, "ignored", help);
    }

    /// Reports a name that nothing has. The first [`limit::SUGGESTIONS`] of them come with a suggestion.
    fn unmatched<'n>(
        &mut self,
        span: &Span,
        message: String,
        unknown: &str,
        known: impl Iterator<Item = &'n str>,
    ) {
        let suggestion = self.suggestion(unknown, known);
        let help = suggestion.unwrap_or_else(|| "remove it".to_owned());
        let label = "this override matches nothing";
        self.push(Code::UnmatchedOverride, span, message, label, help);
    }

    /// Reports a type that does not exist; `types` describes those that do.
    fn unknown_type<'n>(
        &mut self,
        span: &Span,
        unknown: &str,
        known: impl Iterator<Item = &'n str>,
        types: &str,
    ) {
        let message = format!("`{unknown}` is neither a type nor a definition");
        let suggestion = self.suggestion(unknown, known);
        let help = suggestion.unwrap_or_else(|| types.to_owned());
        self.push(Code::UnmatchedOverride, span, message, "", help);
    }

    fn suggestion<'n>(
        &mut self,
        unknown: &str,
        known: impl Iterator<Item = &'n str>,
    ) -> Option<String> {
        self.unmatched += 1;
        let makes_suggestion = self.unmatched <= limit::SUGGESTIONS;
        makes_suggestion
            .then(|| did_you_mean(unknown, known))
            .flatten()
    }

    /// Reports an override without an effect.
    fn redundant(&mut self, span: &Span, message: String) {
        let label = "this changes nothing";
        let help = "remove it, or check whether it belongs elsewhere";
        self.push(Code::UnmatchedOverride, span, message, label, help);
    }

    /// Reports an override of something else than it is for.
    fn inapplicable(&mut self, span: &Span, message: String, help: impl Into<String>) {
        self.push(Code::InapplicableOverride, span, message, "", help);
    }

    fn push(
        &mut self,
        code: Code,
        span: &Span,
        message: String,
        label: &str,
        help: impl Into<String>,
    ) {
        let diagnostic = Diagnostic::new(code, message)
            .label(self.file, span.clone(), label)
            .help(help);
        self.diagnostics.push(diagnostic);
    }
}
