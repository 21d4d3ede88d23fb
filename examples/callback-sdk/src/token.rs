//! The access token.

use std::fmt;

/// An access token. `Debug` does not print it.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// Creates a token from the text that the platform's login returned.
    #[must_use]
    pub fn new(token: impl Into<String>) -> Self {
        Self(token.into())
    }

    /// Returns the value of the header `Authorization`.
    pub(crate) fn authorization(&self) -> String {
        format!("Bearer {}", self.0)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}
