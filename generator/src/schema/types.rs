//! The types of properties, parameters and responses.

use std::fmt;

use genesys_runtime::Scalar;
use serde::{Deserialize, Serialize};

use super::model::DefinitionName;

/// The type of a property, a parameter or a response.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Type {
    /// A type without parts, such as `string` or `dateTime`; neither `Integer` nor `Float`, which are a [`Number`](Self::Number).
    Scalar(Scalar),
    /// A number of a known format.
    Number(NumberFormat),
    /// A map from strings to values of this type.
    Map(Box<Type>),
    /// A string with some values listed in the docs; the list is never complete.
    Enum(ListedValues),
    /// A list of items of this type.
    Array(Box<Type>),
    /// A reference to a definition.
    Ref(DefinitionName),
}

/// The format of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NumberFormat {
    /// A 32-bit integer.
    Int32,
    /// A 64-bit integer.
    #[serde(alias = "i64")]
    Int64,
    /// A single-precision number.
    Float,
    /// A double-precision number.
    #[serde(alias = "f64")]
    Double,
}

impl NumberFormat {
    /// Returns the name, such as `int32`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Int32 => "int32",
            Self::Int64 => "int64",
            Self::Float => "float",
            Self::Double => "double",
        }
    }

    /// Returns the scalar with the Rust type for this format.
    #[must_use]
    pub const fn scalar(self) -> Scalar {
        match self {
            Self::Int32 | Self::Int64 => Scalar::Integer,
            Self::Float | Self::Double => Scalar::Float,
        }
    }
}

/// Converts a scalar to a type: integers and floats to their 64-bit formats.
impl From<Scalar> for Type {
    fn from(scalar: Scalar) -> Self {
        match scalar {
            Scalar::Integer => Self::Number(NumberFormat::Int64),
            Scalar::Float => Self::Number(NumberFormat::Double),
            Scalar::Text
            | Scalar::DateTime
            | Scalar::LocalDateTime
            | Scalar::Date
            | Scalar::Interval
            | Scalar::Duration
            | Scalar::Number
            | Scalar::Boolean
            | Scalar::Any => Self::Scalar(scalar),
        }
    }
}

/// The values that a description lists.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListedValues {
    /// The values in the docs' order, without duplicates.
    pub values: Vec<String>,
    /// Whether the docs list only the first of more values, as in `'open', 'shut', 'aj` or `A, B, etc.`
    pub is_cut_short: bool,
}

impl Type {
    /// Returns the type inside a number of nested lists.
    #[must_use]
    pub(super) fn in_lists(self, depth: usize) -> Self {
        (0..depth).fold(self, |items, _| Self::Array(Box::new(items)))
    }

    /// Returns the type of the items of a list or of the values of a map.
    fn inner(&self) -> Option<&Self> {
        match self {
            Self::Array(inner) | Self::Map(inner) => Some(inner),
            Self::Scalar(_) | Self::Number(_) | Self::Enum(_) | Self::Ref(_) => None,
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
    pub fn listed_values(&self) -> Option<&ListedValues> {
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
/// has its name in the JSON form: `dateTime`, `enum`, `int64`.
impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scalar(scalar) => f.write_str(scalar.kind().as_str()),
            Self::Number(format) => f.write_str(format.as_str()),
            Self::Enum(_) => f.write_str("enum"),
            Self::Map(values) => write!(f, "map<{values}>"),
            Self::Array(items) => write!(f, "{items}[]"),
            Self::Ref(name) => name.fmt(f),
        }
    }
}
