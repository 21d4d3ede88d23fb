//! The types of fields.

use std::fmt;

use crate::name::TypeIdent;

/// The type of a field, or of the items of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldType {
    /// A type that is the same in every crate.
    Fixed(Kind),
    /// An enum of the same module.
    Enum(TypeIdent),
    /// A model.
    Model(TypeIdent),
    /// A name for any JSON value.
    Alias(TypeIdent),
    /// A list.
    List(Box<FieldType>),
    /// An object whose names are data.
    Map(Box<FieldType>),
}

impl FieldType {
    /// The name of the definition's type that this is.
    #[must_use]
    pub fn ident(&self) -> Option<&TypeIdent> {
        match self {
            Self::Model(ident) | Self::Alias(ident) => Some(ident),
            _ => None,
        }
    }

    /// The type at the bottom of lists and maps.
    #[must_use]
    pub fn innermost(&self) -> &Self {
        match self {
            Self::List(inner) | Self::Map(inner) => inner.innermost(),
            other => other,
        }
    }

    /// The whole type of such a field as people write it: `Option<Vec<User>>`.
    #[must_use]
    pub fn in_field(&self) -> String {
        match self {
            Self::Model(ident) => format!("Option<Box<{ident}>>"),
            other => format!("Option<{other}>"),
        }
    }

    /// What the run-time description calls the type.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Fixed(kind) => *kind,
            Self::Enum(_) => Kind::Enum,
            Self::Model(_) => Kind::Model,
            Self::Alias(_) => Kind::Any,
            Self::List(_) => Kind::List,
            Self::Map(_) => Kind::Map,
        }
    }
}

/// The type of a list's items, as people write it.
impl fmt::Display for FieldType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(kind) => f.write_str(fixed(*kind)),
            Self::Enum(ident) | Self::Model(ident) | Self::Alias(ident) => ident.fmt(f),
            Self::List(items) => write!(f, "Vec<{items}>"),
            Self::Map(values) => write!(f, "BTreeMap<String, {values}>"),
        }
    }
}

/// A fixed type: the standard library's, or the runtime's, which names it as the kind.
const fn fixed(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "String",
        Kind::Integer => "i64",
        Kind::Float => "f64",
        Kind::Boolean => "bool",
        Kind::Any => "Value",
        other => other.as_str(),
    }
}

/// Makes the kinds, each with its name in the runtime.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident,)*) => {
        /// A kind of value, named as the runtime names it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Kind {
            $($(#[$doc])* $kind,)*
        }

        impl Kind {
            /// The name of the runtime's variant.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$kind => stringify!($kind),)* }
            }
        }
    };
}

kinds! {
    /// Text.
    Text,
    /// One of a list of texts.
    Enum,
    /// An instant.
    DateTime,
    /// A date and a time without a zone.
    LocalDateTime,
    /// A day.
    Date,
    /// Two instants.
    Interval,
    /// A span of time.
    Duration,
    /// A number as it was sent.
    Number,
    /// An `i64`.
    Integer,
    /// An `f64`.
    Float,
    /// A boolean.
    Boolean,
    /// Any JSON value.
    Any,
    /// A model.
    Model,
    /// A list.
    List,
    /// An object whose names are data.
    Map,
}
