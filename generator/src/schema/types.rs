//! The types of properties, parameters and responses.

use std::fmt;

use super::model::DefinitionName;

/// The type of a property, a parameter or a response.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Type {
    /// A string.
    String,
    /// A date and time with a time zone, as a string.
    DateTime,
    /// A date and time without a time zone, as a string.
    LocalDateTime,
    /// A date, as a string.
    Date,
    /// A time interval, as a string.
    Interval,
    /// A duration, as a string.
    Duration,
    /// A number.
    Number(NumberFormat),
    /// A boolean.
    Boolean,
    /// Any JSON value.
    Object,
    /// A map from strings to values of this type.
    Map(Box<Type>),
    /// A string with some values listed in the docs; the list is never complete.
    Enum(Vec<String>),
    /// A list of items of this type.
    Array(Box<Type>),
    /// A reference to a definition.
    Ref(DefinitionName),
}

impl Type {
    /// Returns the type of the items of a list or of the values of a map.
    fn inner(&self) -> Option<&Self> {
        match self {
            Self::Array(inner) | Self::Map(inner) => Some(inner),
            Self::String
            | Self::DateTime
            | Self::LocalDateTime
            | Self::Date
            | Self::Interval
            | Self::Duration
            | Self::Number(_)
            | Self::Boolean
            | Self::Object
            | Self::Enum(_)
            | Self::Ref(_) => None,
        }
    }

    /// Returns the type of the innermost items of nested lists.
    #[must_use]
    pub fn innermost(&self) -> &Self {
        if let Self::Array(items) = self {
            items.innermost()
        } else {
            self
        }
    }

    /// Returns the listed values of an enum, also inside lists and maps.
    #[must_use]
    pub fn listed_values(&self) -> Option<&[String]> {
        if let Self::Enum(values) = self {
            Some(values)
        } else {
            self.inner()?.listed_values()
        }
    }

    /// Returns the definition to which the type refers, also inside lists and maps.
    #[must_use]
    pub fn reference(&self) -> Option<&DefinitionName> {
        if let Self::Ref(name) = self {
            Some(name)
        } else {
            self.inner()?.reference()
        }
    }
}

/// Formats the type as the docs write it, such as `User[]`. A type that is more exact than the docs' `string` or `number`
/// has its name in the JSON form: `dateTime`, `enum`, `i64`.
impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::String => "string",
            Self::DateTime => "dateTime",
            Self::LocalDateTime => "localDateTime",
            Self::Date => "date",
            Self::Interval => "interval",
            Self::Duration => "duration",
            Self::Number(NumberFormat::Any) => "number",
            Self::Number(NumberFormat::Integer) => "i64",
            Self::Number(NumberFormat::Float) => "f64",
            Self::Boolean => "boolean",
            Self::Object => "object",
            Self::Enum(_) => "enum",
            Self::Map(values) => return write!(f, "map<{values}>"),
            Self::Array(items) => return write!(f, "{items}[]"),
            Self::Ref(name) => name.as_str(),
        })
    }
}

/// The known format of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberFormat {
    /// Unknown: integers and floats both occur.
    Any,
    /// An integer.
    Integer,
    /// A float.
    Float,
}
