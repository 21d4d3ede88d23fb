//! The schema as plain data: definitions, properties and their names.

use std::{borrow::Borrow, fmt};

use genesys_runtime::{Scalar, is_secret};
use serde::Serialize;

use super::{api::Api, types::Type};
use crate::span::{Source, Span};

/// The definitions and APIs of a spec.
#[derive(Debug, Clone, Default)]
pub struct Schema {
    /// The definitions, sorted by name.
    pub definitions: Vec<Definition>,
    /// The APIs, sorted by name.
    pub apis: Vec<Api>,
    /// Names of properties that overrides make secret in every definition, documented or not.
    pub secrets: Vec<String>,
}

impl Schema {
    /// Returns the definition with this name.
    #[must_use]
    pub fn definition(&self, name: &str) -> Option<&Definition> {
        self.definitions.get(self.position(name)?)
    }

    pub(crate) fn definition_mut(&mut self, name: &str) -> Option<&mut Definition> {
        let at = self.position(name)?;
        self.definitions.get_mut(at)
    }

    /// Returns the index of the definition with this name.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        let by_name = |definition: &Definition| definition.name.as_str().cmp(name);
        self.definitions.binary_search_by(by_name).ok()
    }

    /// Returns the API with this name.
    #[must_use]
    pub fn api(&self, name: &str) -> Option<&Api> {
        self.apis.iter().find(|api| api.name.as_str() == name)
    }

    /// Returns the number of methods of all APIs.
    #[must_use]
    pub fn method_count(&self) -> usize {
        self.apis.iter().map(|api| api.methods.len()).sum()
    }

    /// Returns the number of properties of all definitions.
    #[must_use]
    pub fn property_count(&self) -> usize {
        self.definitions
            .iter()
            .map(|definition| definition.properties.len())
            .sum()
    }
}

/// A type that a page of the docs defines.
#[derive(Debug, Clone)]
pub struct Definition {
    /// The name in the docs.
    pub name: DefinitionName,
    /// The description in the docs.
    pub description: Option<String>,
    /// The properties, in the docs' order; a definition without properties is any JSON value.
    pub properties: Vec<Property>,
    /// The overrides of the Rust type.
    pub rust: RustType,
    /// The location of the name.
    pub origin: Origin,
}

impl Definition {
    /// Returns the property with this name.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&Property> {
        let mut properties = self.properties.iter();
        properties.find(|property| property.name.as_str() == name)
    }

    /// Returns the definitions to which the properties refer.
    pub(crate) fn references(&self) -> impl Iterator<Item = &DefinitionName> {
        let properties = self.properties.iter();
        properties.filter_map(|property| property.ty.reference())
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
    /// The description in the docs.
    pub description: Option<String>,
    /// The name of the Rust field, if an override sets it.
    pub rust_name: Option<String>,
    /// Whether the value is a secret, if an override sets it.
    pub secret: Option<bool>,
    /// The location of the name.
    pub origin: Origin,
}

impl Property {
    /// Checks whether the value is a secret.
    ///
    /// Without an override, the name decides. Booleans, dates and times, and listed values are never secret by name;
    /// numbers can be, such as a PIN.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        let can_be = matches!(
            self.ty.innermost(),
            Type::Scalar(
                Scalar::Text | Scalar::Number | Scalar::Integer | Scalar::Float | Scalar::Any
            ) | Type::Map(_)
                | Type::Ref(_)
        );
        self.secret
            .unwrap_or_else(|| can_be && is_secret(self.name.as_str()))
    }
}

/// The overrides of a definition's Rust type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RustType {
    /// The name.
    pub name: Option<String>,
    /// The paths of additional derives.
    pub derives: Vec<String>,
    /// Additional attributes, without `#[` and `]`.
    pub attributes: Vec<String>,
}

/// The source location of a definition, a property, an API or a method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub source: Source,
    /// The bytes of the name.
    pub span: Span,
}

/// Defines newtypes for names.
macro_rules! names {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub struct $name(String);

        impl $name {
            /// Returns the name as written in the docs.
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
    )*};
}

names! {
    /// The name of a definition in the docs.
    DefinitionName
    /// The name of a property on the wire.
    PropertyName
    /// The name of an API in the docs.
    ApiName
    /// The name of a method in the docs.
    MethodName
}
