use std::{error, fmt};

/// A number that the wanted type does not hold exactly, or a text that is no such number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberError {
    found: Box<str>,
    expected: &'static str,
}

impl NumberError {
    /// What a [`Number`](super::Number) holds.
    pub(super) const ANY: &'static str = "i64, u64 or f64";

    pub(super) fn new(found: &impl ToString, expected: &'static str) -> Self {
        Self {
            found: found.to_string().into(),
            expected,
        }
    }

    /// The number, as JSON writes it, or the text that was to be read.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.found
    }

    /// The name of the type that was wanted.
    #[must_use]
    pub fn expected(&self) -> &'static str {
        self.expected
    }
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = self.found.escape_debug();
        let expected = self.expected;
        write!(f, "`{found}` is not a number that {expected} holds exactly")
    }
}

impl error::Error for NumberError {}
