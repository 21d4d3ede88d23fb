//! The title: a name, and perhaps a word such as `Definition`.

use super::cell::slice;
use crate::span::{Span, Spanned};

/// A heading, taken apart.
#[derive(Debug, Clone, Default)]
pub(super) struct Heading {
    /// The whole heading's bytes.
    pub(super) span: Span,
    /// Its text without markup.
    pub(super) text: String,
    /// Its first code span, with its backticks' bytes.
    code: Option<Spanned<String>>,
    /// The text outside of that code span.
    around: String,
}

impl Heading {
    /// A heading without text as yet.
    pub(super) fn new(span: Span) -> Self {
        Self {
            span,
            ..Self::default()
        }
    }

    /// Adds a piece of text.
    pub(super) fn push_text(&mut self, text: &str) {
        self.text.push_str(text);
        self.around.push_str(text);
    }

    /// Adds a code span, given with its backticks' bytes.
    pub(super) fn push_code(&mut self, text: &str, span: Span) {
        self.text.push_str(text);
        if self.code.is_none() {
            self.code = Some(Spanned::new(text.to_owned(), span));
        } else {
            self.around.push_str(text);
        }
    }

    /// The name, perhaps with a word behind it, found in the file's text; `None` if the heading is not one name.
    pub(super) fn name(&self, file: &str, word: &str) -> Option<Spanned<String>> {
        let (name, around) = match &self.code {
            Some(code) => (code.clone(), self.around.trim()),
            None => self.first_word()?,
        };
        let is_name = !name.value.is_empty() && !name.value.contains(char::is_whitespace);
        (is_name && is_word(around, word)).then(|| narrowed(name, file))
    }

    /// The first word of a heading without code, and the rest.
    fn first_word(&self) -> Option<(Spanned<String>, &str)> {
        let text = self.text.trim();
        let name = text.split_whitespace().next()?;
        let rest = text.get(name.len()..).unwrap_or_default().trim();
        Some((Spanned::new(name.to_owned(), self.span.clone()), rest))
    }
}

/// The name with just its own bytes, where markup does not stand inside of it.
fn narrowed(name: Spanned<String>, file: &str) -> Spanned<String> {
    match slice(file, &name.span).find(&name.value) {
        Some(at) => {
            let start = name.span.start + at;
            Spanned::new(name.value.clone(), start..start + name.value.len())
        }
        None => name,
    }
}

fn is_word(text: &str, word: &str) -> bool {
    text.is_empty() || text.eq_ignore_ascii_case(word)
}
