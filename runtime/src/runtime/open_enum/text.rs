//! The text of an open enum.

#![allow(missing_docs, reason = "only generated code uses these items")]

use ::std::borrow::Cow;

/// The text of an open enum: borrowed from the listed values, or owned if it is unlisted.
#[derive(Clone)]
pub struct EnumText(Cow<'static, str>);

impl EnumText {
    /// Creates the text of a value, which is compared with the listed ones.
    pub fn new(text: &str, values: &'static [&'static str]) -> Self {
        Self(find(text, values).map_or_else(|| text.to_owned().into(), Cow::Borrowed))
    }

    /// Creates the text of a value and keeps its allocation if it is unlisted.
    pub fn from_string(text: String, values: &'static [&'static str]) -> Self {
        Self(find(&text, values).map_or_else(|| text.into(), Cow::Borrowed))
    }

    /// Creates the text of a listed value.
    pub const fn listed(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Checks whether the docs list the value.
    pub const fn is_listed(&self) -> bool {
        matches!(self.0, Cow::Borrowed(_))
    }

    /// Returns the index among the listed values.
    pub(super) fn position(&self, values: &[&str]) -> Option<usize> {
        values.iter().position(|value| *value == self.as_str())
    }

    /// Returns the text as a `String`.
    pub(super) fn into_string(self) -> String {
        self.0.into_owned()
    }
}

fn find(text: &str, values: &'static [&'static str]) -> Option<&'static str> {
    values.iter().copied().find(|value| *value == text)
}
