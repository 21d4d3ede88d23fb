//! What an overrides file says, as plain data with places.

use crate::{schema::Type, span::Spanned};

/// A whole file.
#[derive(Debug, Default)]
pub struct Overrides {
    /// Names of properties that are secrets in every definition.
    pub secrets: Vec<Spanned<String>>,
    /// The entries of definitions.
    pub definitions: Vec<DefinitionOverride>,
}

/// The entry of a definition.
#[derive(Debug)]
pub struct DefinitionOverride {
    /// The definition's name in the docs.
    pub name: Spanned<String>,
    /// The name of its Rust type.
    pub rename: Option<Spanned<String>>,
    /// Paths of further derives.
    pub derives: Vec<Spanned<String>>,
    /// Further attributes, without `#[` and `]`.
    pub attributes: Vec<Spanned<String>>,
    /// The entries of its properties.
    pub properties: Vec<PropertyOverride>,
}

impl DefinitionOverride {
    /// An entry that says nothing yet.
    pub const fn new(name: Spanned<String>) -> Self {
        Self {
            name,
            rename: None,
            derives: Vec::new(),
            attributes: Vec::new(),
            properties: Vec::new(),
        }
    }
}

/// The entry of a property.
#[derive(Debug)]
pub struct PropertyOverride {
    /// The property's name on the wire.
    pub name: Spanned<String>,
    /// What its type is, or that of the items at the bottom of its lists.
    pub ty: Option<Spanned<Type>>,
    /// The name of its Rust field.
    pub rename: Option<Spanned<String>>,
    /// Whether its value is a secret.
    pub secret: Option<Spanned<bool>>,
}

impl PropertyOverride {
    /// An entry that says nothing yet.
    pub const fn new(name: Spanned<String>) -> Self {
        Self {
            name,
            ty: None,
            rename: None,
            secret: None,
        }
    }
}
