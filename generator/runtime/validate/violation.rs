//! What a violation is, and how it reads.

use ::core::fmt;

use super::super::Kind;

/// One place in which a value departs from the docs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The place, as a JSON pointer: `/user/id`, `/mediaRoles/1`. `/` in a name is `~1` there, and `~` is `~0`.
    pub pointer: String,
    /// What is wrong with it.
    pub kind: ViolationKind,
}

/// How a value departs from the docs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ViolationKind {
    /// A required property is missing.
    Missing,
    /// The docs know no property of this name.
    Undocumented,
    /// The value is of another shape than the docs say.
    Shape {
        /// What the docs say.
        expected: Kind,
        /// What is there: `null`, `boolean`, `number`, `string`, `array` or `object`.
        found: &'static str,
    },
    /// The docs list values, and this is none of them.
    Unlisted {
        /// The value; `<redacted>` where the property is a secret.
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
            Self::Missing => f.write_str("required, but missing"),
            Self::Undocumented => f.write_str("not in the docs"),
            Self::Shape { expected, found } => {
                write!(
                    f,
                    "expected {}, but found {}",
                    described(*expected),
                    with_article(found)
                )
            }
            Self::Unlisted { value } => write!(f, "{value:?} is not one of the listed values"),
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

fn described(expected: Kind) -> &'static str {
    match expected {
        Kind::Text | Kind::Enum => "a string",
        Kind::DateTime => "a string with a date-time",
        Kind::LocalDateTime => "a string with a local date-time",
        Kind::Date => "a string with a date",
        Kind::Interval => "a string with an interval",
        Kind::Duration => "a string with a duration",
        Kind::Number | Kind::Float => "a number",
        Kind::Integer => "an integer",
        Kind::Boolean => "a boolean",
        Kind::Any => "any value",
        Kind::Model | Kind::Map => "an object",
        Kind::List => "an array",
    }
}
