//! Paths with parameters in braces.

use std::{fmt, str::FromStr};

use super::model::ParseError;

/// A path with parameters in braces, such as `/api/v2/users/{userId}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathTemplate(String);

impl PathTemplate {
    /// Returns the template as written in the docs.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the names in braces, in order.
    pub fn parameters(&self) -> impl Iterator<Item = &str> {
        let parts = self.0.split('{').skip(1);
        parts.filter_map(|part| Some(part.split_once('}')?.0))
    }
}

impl fmt::Display for PathTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for PathTemplate {
    type Err = ParseError;

    /// Parses a path that starts with a slash and has balanced braces, each pair around a name.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let mut parts = text.split('{');
        let literal = parts.next().unwrap_or_default();
        let is_valid = literal.starts_with('/')
            && !literal.contains('}')
            && !text.contains(['?', '#'])
            && !text.contains(char::is_whitespace)
            && parts.all(|part| {
                let halves = part.split_once('}');
                halves.is_some_and(|(name, rest)| !name.is_empty() && !rest.contains('}'))
            });
        is_valid
            .then(|| Self(text.to_owned()))
            .ok_or(ParseError("a path"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_the_names_in_braces() {
        let path: PathTemplate = "/a/{b}/c/{d}:{e}".parse().unwrap();
        assert_eq!(path.parameters().collect::<Vec<_>>(), ["b", "d", "e"]);
    }

    #[test]
    fn a_malformed_template_is_rejected() {
        for text in ["", "a/b", "/{a", "/a}", "/{}", "/{{a}}", "/a b", "/a?b={c}"] {
            assert!(text.parse::<PathTemplate>().is_err(), "{text}");
        }
    }
}
