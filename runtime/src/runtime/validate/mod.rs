//! Validation: the differences between a value and the docs.

mod validator;

use ::core::fmt;

use super::{Kind, Model};

/// Returns all differences between a model and the docs, in the docs' order.
pub(super) fn validate<T: Model + Default>(model: &T) -> Vec<Violation> {
    let mut validator = validator::Validator::default();
    validator.model(model, &mut T::default());
    validator.violations
}

/// A difference between a value and the docs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The location as a JSON pointer (RFC 6901), such as `/user/id` or `/mediaRoles/1`.
    pub pointer: String,
    /// The kind of difference.
    pub kind: ViolationKind,
}

/// A kind of difference between a value and the docs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ViolationKind {
    /// A required property is missing.
    Missing,
    /// The docs have no property of this name.
    Undocumented,
    /// The value is of another JSON type than the documented one.
    Shape {
        /// The documented kind.
        expected: Kind,
        /// The JSON type: `null`, `boolean`, `number`, `string`, `array` or `object`.
        found: &'static str,
    },
    /// The value is not among the listed ones.
    Unlisted {
        /// The value, or `<redacted>` if the property is secret.
        value: String,
    },
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.pointer, self.kind)
    }
}

impl fmt::Display for ViolationKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("required property is missing"),
            Self::Undocumented => f.write_str("undocumented property"),
            Self::Shape { expected, found } => {
                let expected = expected.description();
                write!(f, "expected {expected}, found {}", with_article(found))
            }
            Self::Unlisted { value } => write!(f, "{value:?} is not a listed value"),
        }
    }
}

fn with_article(found: &'static str) -> &'static str {
    match found {
        "boolean" => "a boolean",
        "number" => "a number",
        "string" => "a string",
        "array" => "an array",
        "object" => "an object",
        other => other,
    }
}
