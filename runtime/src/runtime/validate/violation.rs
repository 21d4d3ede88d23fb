//! Violations, the differences between a value and the docs.

use ::core::fmt;

use ::serde_json::Value;

use super::super::Kind;

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
    /// The property is read-only: only the platform sets it, and ignores it in a request. Only
    /// [`validate`](super::super::Model::validate) reports this, as a [note](ViolationLevel::Note).
    ReadOnly,
    /// The docs have no property of this name.
    Undocumented,
    /// The value does not have the documented JSON type.
    Shape {
        /// The documented kind.
        expected: Kind,
        /// The JSON type: `null`, `boolean`, `number`, `string`, `array` or `object`.
        found: &'static str,
    },
    /// The value is not among the listed ones.
    Unlisted {
        /// The value without credentials, or `<redacted>` if the property is secret.
        value: String,
    },
    /// The text cannot be parsed as the documented time value.
    Unreadable {
        /// The text without credentials, or `<redacted>` if the property is secret.
        value: String,
        /// A description of the expected text, such as `a date such as 2023-01-19`.
        expected: &'static str,
    },
}

/// The severity of a difference: whether the platform may reject the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViolationLevel {
    /// The platform may reject or misinterpret the value.
    Error,
    /// The platform ignores the value.
    Note,
}

impl Violation {
    /// Returns the level: a note for a read-only property in a request, an error for anything else.
    #[must_use]
    pub fn level(&self) -> ViolationLevel {
        match self.kind {
            ViolationKind::ReadOnly => ViolationLevel::Note,
            ViolationKind::Missing
            | ViolationKind::Undocumented
            | ViolationKind::Shape { .. }
            | ViolationKind::Unlisted { .. }
            | ViolationKind::Unreadable { .. } => ViolationLevel::Error,
        }
    }

    /// Checks whether the level is [`ViolationLevel::Error`].
    ///
    /// A model that was received and is sent back still contains its read-only properties, each of which is a note. To check
    /// whether such a model may be sent, ignore the notes:
    ///
    /// ```
    /// use genesys_runtime::{Model, Violation};
    ///
    /// fn may_be_sent(model: &impl Model) -> bool {
    ///     !model.validate().iter().any(Violation::is_error)
    /// }
    /// ```
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.level() == ViolationLevel::Error
    }
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
            Self::ReadOnly => f.write_str("read-only property in a request"),
            Self::Undocumented => f.write_str("undocumented property"),
            Self::Shape { expected, found } => {
                let expected = expected.description();
                write!(f, "expected {expected}, found {}", with_article(found))
            }
            Self::Unlisted { value } => write!(f, "{value:?} is not a listed value"),
            Self::Unreadable { value, expected } => write!(f, "{value:?} is not {expected}"),
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

/// Returns the JSON type of a value.
pub fn json_type(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
