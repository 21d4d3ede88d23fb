use std::{error, fmt};

/// A text that is not what it was read as, or that lies outside the range of the wanted type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeError {
    text: Box<str>,
    expected: &'static str,
}

impl TimeError {
    pub(super) fn new(text: &str, expected: &'static str) -> Self {
        Self {
            text: text.into(),
            expected,
        }
    }

    /// The text as it was sent.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What was expected instead, in words.
    #[must_use]
    pub fn expected(&self) -> &'static str {
        self.expected
    }
}

impl fmt::Display for TimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not {}", self.text, self.expected)
    }
}

impl error::Error for TimeError {}
