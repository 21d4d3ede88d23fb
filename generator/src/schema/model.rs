//! The schema as plain data: definitions, properties and their names.
//!
//! The fields of definitions and properties are in the order of their JSON keys; see [`wire`](super::wire).

use std::{fmt, ops::Not};

use genesys_runtime::{Scalar, is_secret};
use serde::{Deserialize, Serialize};

use super::{
    api::Api, events::Events, types::Type, unreadable::UnreadableTypes, wire::unique_names,
};
use crate::span::{Source, Span};

/// The definitions and APIs of a spec.
#[derive(Debug, Clone, Default)]
pub struct Schema {
    /// The definitions, sorted by name.
    pub definitions: Vec<Definition>,
    /// The APIs, sorted by name.
    pub apis: Vec<Api>,
    /// The notification topics and the definitions of their events, if the spec has some.
    pub events: Option<Box<Events>>,
    /// Names of properties that overrides make secret in every definition, documented or not.
    pub secrets: Vec<String>,
    /// The methods that a selection leaves out although it has one of their types.
    pub omitted_methods: Vec<OmittedMethod>,
    /// The dependencies that overrides add to an exported crate.
    pub dependencies: Vec<Dependency>,
    /// The types that cannot be read.
    pub unreadable: UnreadableTypes,
}

/// A method that a selection leaves out although it has one of the types of its body and its successful responses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OmittedMethod {
    /// The name of the method.
    pub name: MethodName,
    /// The definitions that it also needs, without duplicates.
    pub missing: Vec<DefinitionName>,
}

impl Schema {
    /// Returns the definition with this name.
    #[must_use]
    pub fn definition(&self, name: &str) -> Option<&Definition> {
        self.definitions.get(self.position(name)?)
    }

    /// Returns the index of the definition with this name.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        let by_name = |definition: &Definition| definition.name.as_str().cmp(name);
        self.definitions.binary_search_by(by_name).ok()
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
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Definition {
    /// The name in the docs.
    #[serde(skip)]
    pub name: DefinitionName,
    /// The description in the docs.
    #[serde(deserialize_with = "Option::deserialize")]
    pub description: Option<String>,
    /// The input that describes the definition.
    #[serde(default, rename = "origin", skip_serializing_if = "Input::is_docs")]
    pub described_by: Input,
    /// The properties, in the docs' order; a definition without properties is any JSON value.
    #[serde(deserialize_with = "unique_names")]
    pub properties: Vec<Property>,
    /// The overrides of the Rust type.
    #[serde(skip)]
    pub rust: RustType,
    /// The location of the name.
    #[serde(skip)]
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

/// The input that describes a definition or a method.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Input {
    /// The docs.
    #[default]
    Docs,
    /// Only the OpenAPI file.
    OpenApi,
}

impl Input {
    /// Checks whether the docs describe it.
    #[must_use]
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes a reference"
    )]
    pub(super) fn is_docs(&self) -> bool {
        *self == Self::Docs
    }
}

/// A property of a definition.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Property {
    /// The description in the docs.
    #[serde(deserialize_with = "Option::deserialize")]
    pub description: Option<String>,
    /// The name on the wire.
    pub name: PropertyName,
    /// Whether only the platform sets the value.
    #[serde(default, rename = "readOnly", skip_serializing_if = "Not::not")]
    pub read_only: bool,
    /// Whether the docs call it required.
    pub required: bool,
    /// The type.
    #[serde(rename = "type")]
    pub ty: Type,
    /// The name of the Rust field, if an override sets it.
    #[serde(skip)]
    pub rust_name: Option<String>,
    /// Whether the value is a secret, if an override sets it.
    #[serde(skip)]
    pub secret: Option<bool>,
    /// The location of the name.
    #[serde(skip)]
    pub origin: Origin,
}

impl Property {
    /// Checks whether the value is a secret.
    ///
    /// Without an override, the name decides. Booleans, dates and times, listed values and models are never secret by name;
    /// numbers can be, such as a PIN. A model has secrets of its own.
    #[must_use]
    pub fn is_secret(&self, is_model: impl Fn(&DefinitionName) -> bool) -> bool {
        let can_be = !self.ty.reference().is_some_and(is_model)
            && matches!(
                self.ty.innermost(),
                Type::Scalar(Scalar::Text | Scalar::Number | Scalar::Any)
                    | Type::Number(_)
                    | Type::Map(_)
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

/// A dependency that overrides add to an exported crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dependency {
    /// The name.
    pub name: String,
    /// The version or the inline table, as TOML.
    pub value: String,
}

/// The source location of a definition, a property, an API or a method.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
        #[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    /// The name of a topic, with parameters in braces.
    TopicName
}
