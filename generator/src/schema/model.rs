//! The schema as plain data.

use std::{borrow::Borrow, fmt};

use super::api::Api;
use genesys_runtime::is_secret;

use crate::span::{Source, Span};

/// Everything a spec defines, sorted by name.
#[derive(Debug, Clone, Default)]
pub struct Schema {
    /// The definitions.
    pub definitions: Vec<Definition>,
    /// The APIs, sorted by name.
    pub apis: Vec<Api>,
    /// Names of properties that overrides call secrets in every definition, undocumented properties included.
    pub secrets: Vec<String>,
}

impl Schema {
    /// The definition of a name.
    #[must_use]
    pub fn definition(&self, name: &str) -> Option<&Definition> {
        self.definitions.get(self.position(name)?)
    }

    /// The same, to be changed.
    pub fn definition_mut(&mut self, name: &str) -> Option<&mut Definition> {
        let at = self.position(name)?;
        self.definitions.get_mut(at)
    }

    /// The place of a definition's name among the definitions.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        let by_name = |definition: &Definition| definition.name.as_str().cmp(name);
        self.definitions.binary_search_by(by_name).ok()
    }

    /// The API of a name.
    #[must_use]
    pub fn api(&self, name: &str) -> Option<&Api> {
        self.apis.iter().find(|api| api.name.as_str() == name)
    }

    /// How many methods the APIs have together.
    #[must_use]
    pub fn method_count(&self) -> usize {
        self.apis.iter().map(|api| api.methods.len()).sum()
    }

    /// How many properties the definitions have together.
    #[must_use]
    pub fn property_count(&self) -> usize {
        self.definitions
            .iter()
            .map(|definition| definition.properties.len())
            .sum()
    }
}

/// A named type of the docs.
#[derive(Debug, Clone)]
pub struct Definition {
    /// The name in the docs.
    pub name: DefinitionName,
    /// What the docs say of it.
    pub description: Option<String>,
    /// The properties, in the docs' order; none means that any JSON value will do.
    pub properties: Vec<Property>,
    /// What overrides say of its Rust type.
    pub rust: RustType,
    /// The place of the name.
    pub origin: Origin,
}

impl Definition {
    /// The property of a name.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&Property> {
        let mut properties = self.properties.iter();
        properties.find(|property| property.name.as_str() == name)
    }
}

/// A property of a definition.
#[derive(Debug, Clone)]
pub struct Property {
    /// The name on the wire.
    pub name: PropertyName,
    /// The type.
    pub ty: Type,
    /// Whether the docs call it required.
    pub required: bool,
    /// What the docs say of it.
    pub description: Option<String>,
    /// The name of its Rust field, where an override gives one.
    pub rust_name: Option<String>,
    /// Whether its value is a secret, where an override says so.
    pub secret: Option<bool>,
    /// The place of the name.
    pub origin: Origin,
}

impl Property {
    /// Whether its value is a secret: an override has the first word, then its name; booleans, times and listed
    /// values cannot be one by their names, but a number can: a PIN may be sent as one.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        let can_be = matches!(
            self.ty.innermost(),
            Type::String | Type::Number(_) | Type::Object | Type::Map(_) | Type::Ref(_)
        );
        self.secret
            .unwrap_or_else(|| can_be && is_secret(self.name.as_str()))
    }
}

/// What overrides say of a definition's Rust type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RustType {
    /// Its name.
    pub name: Option<String>,
    /// Paths of further derives.
    pub derives: Vec<String>,
    /// Further attributes, without `#[` and `]`.
    pub attributes: Vec<String>,
}

/// The type of a property, or of the items of one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Type {
    /// Text.
    String,
    /// An instant, as text.
    DateTime,
    /// A date and a time without a zone, as text.
    LocalDateTime,
    /// A day, as text.
    Date,
    /// Two instants, as text.
    Interval,
    /// A span of time, as text.
    Duration,
    /// A number.
    Number(NumberFormat),
    /// `true` or `false`.
    Boolean,
    /// Any JSON value.
    Object,
    /// An object whose names are data, and the type of its values.
    Map(Box<Type>),
    /// Text of which the docs list some values.
    Enum(Vec<String>),
    /// A list, and the type of its items.
    Array(Box<Type>),
    /// A definition.
    Ref(DefinitionName),
}

impl Type {
    /// The type at the bottom of lists of lists.
    #[must_use]
    pub fn innermost(&self) -> &Self {
        match self {
            Self::Array(items) => items.innermost(),
            other => other,
        }
    }

    /// The values that the docs list of the text at the bottom of lists and maps.
    #[must_use]
    pub fn listed_values(&self) -> Option<&[String]> {
        match self {
            Self::Enum(values) => Some(values),
            Self::Array(inner) | Self::Map(inner) => inner.listed_values(),
            _ => None,
        }
    }

    /// The definition that the type leads to.
    #[must_use]
    pub fn reference(&self) -> Option<&DefinitionName> {
        match self {
            Self::Ref(name) => Some(name),
            Self::Array(inner) | Self::Map(inner) => inner.reference(),
            _ => None,
        }
    }
}

/// What is known of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberFormat {
    /// Nothing: integers and floats both occur.
    Any,
    /// It is an integer.
    Integer,
    /// It is a float.
    Float,
}

/// Where something was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub source: Source,
    /// The bytes in it.
    pub span: Span,
}

/// Names that must not be mixed up.
macro_rules! wire_name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The name as it stands in the docs.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<String> for $name {
            fn from(name: String) -> Self {
                Self(name)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

wire_name! {
    /// The name of a definition in the docs.
    DefinitionName
}

wire_name! {
    /// The name of a property on the wire.
    PropertyName
}

wire_name! {
    /// The name of an API in the docs.
    ApiName
}

wire_name! {
    /// The name of a method in the docs.
    MethodName
}
