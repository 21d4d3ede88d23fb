//! What is wrong with an overrides file, one finding after the other.

use crate::{
    diagnostic::{Code, Diagnostic},
    limit,
    schema::nearest::did_you_mean,
    span::{Source, Span},
};

/// Collects the findings about a file.
pub struct Report<'a> {
    file: &'a Source,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
    /// How many names of nothing there were.
    unmatched: usize,
}

impl<'a> Report<'a> {
    /// Nothing found yet.
    pub const fn new(file: &'a Source) -> Self {
        let diagnostics = Vec::new();
        Self {
            file,
            diagnostics,
            unmatched: 0,
        }
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

    /// A name of nothing. After very many of them none is compared with the known ones any longer.
    pub fn unmatched<'n>(
        &mut self,
        span: &Span,
        message: String,
        unknown: &str,
        known: impl Iterator<Item = &'n str>,
    ) {
        self.unmatched += 1;
        let is_read = self.unmatched <= limit::SUGGESTIONS;
        let near = is_read.then(|| did_you_mean(unknown, known)).flatten();
        let help = near.unwrap_or_else(|| "remove it".to_owned());
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::SourceFile;

    #[test]
    fn names_of_nothing_count_and_other_findings_do_not() {
        let (path, text) = ("overrides.toml".into(), String::new());
        let file = SourceFile { path, text }.into();
        let mut report = Report::new(&file);
        for _ in 0..limit::SUGGESTIONS {
            report.idle(&(0..0), String::new());
        }
        for _ in 0..=limit::SUGGESTIONS {
            report.unmatched(&(0..0), String::new(), "Anto", ["Ant"].into_iter());
        }
        let helps = report.diagnostics.iter().flat_map(|found| &found.help);
        let near = helps.filter(|help| *help == "did you mean `Ant`?");
        assert_eq!(near.count(), limit::SUGGESTIONS);
        assert!({ report.diagnostics.last() }.is_some_and(|last| last.help == ["remove it"]));
    }
}
