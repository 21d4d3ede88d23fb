//! What opens the API.

use std::fmt;

/// An access token. Neither `Debug` nor anything else shows it.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A token, as the platform's login handed it out.
    #[must_use]
    pub fn new(token: impl Into<String>) -> Self {
        Self(token.into())
    }

    /// What the header `Authorization` says.
    pub(crate) fn authorization(&self) -> String {
        format!("Bearer {}", self.0)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}
