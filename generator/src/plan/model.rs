//! Modules and items.

use super::field_type::{FieldType, Kind};
use crate::{
    name::{FieldIdent, ModuleName, TypeIdent, VariantIdent},
    schema::Origin,
};

/// The module of one definition.
#[derive(Debug, Clone)]
pub struct Module {
    /// Its name, and its file's.
    pub name: ModuleName,
    /// The name of the file that it was made from.
    pub source: String,
    /// The place of the definition's name.
    pub origin: Origin,
    /// The definition's type.
    pub item: Item,
    /// The enums of its properties.
    pub enums: Vec<OpenEnum>,
}

impl Module {
    /// The definition's type.
    #[must_use]
    pub fn ident(&self) -> &TypeIdent {
        match &self.item {
            Item::Model(model) => &model.ident,
            Item::Alias(alias) => &alias.ident,
        }
    }
}

/// The type of a definition.
#[derive(Debug, Clone)]
pub enum Item {
    /// A struct.
    Model(Model),
    /// A name for any JSON value.
    Alias(Alias),
}

/// A name for any JSON value.
#[derive(Debug, Clone)]
pub struct Alias {
    /// Its name.
    pub ident: TypeIdent,
    /// Its documentation, a line each.
    pub doc: Vec<String>,
}

/// A struct with a field for each property.
#[derive(Debug, Clone)]
pub struct Model {
    /// Its name.
    pub ident: TypeIdent,
    /// The definition's name in the docs.
    pub wire_name: String,
    /// Its documentation, a line each.
    pub doc: Vec<String>,
    /// Paths of further derives.
    pub derives: Vec<String>,
    /// Further attributes, without `#[` and `]`.
    pub attributes: Vec<String>,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// The field of a property.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name.
    pub ident: FieldIdent,
    /// The property's name on the wire.
    pub wire_name: String,
    /// Its documentation, a line each.
    pub doc: Vec<String>,
    /// Its type, without the `Option` around it.
    pub ty: FieldType,
    /// What the run-time description calls it.
    pub kind: Kind,
    /// Whether the docs call the property required.
    pub required: bool,
    /// Whether its value is kept out of `Debug`'s output.
    pub secret: bool,
}

/// An enum of listed values and a variant for all others.
#[derive(Debug, Clone)]
pub struct OpenEnum {
    /// Its name.
    pub ident: TypeIdent,
    /// Its documentation, a line each.
    pub doc: Vec<String>,
    /// All listed values.
    pub values: Vec<String>,
    /// The variants of listed values; where two values become one identifier, the first has it.
    pub variants: Vec<Variant>,
}

/// The variant of a listed value.
#[derive(Debug, Clone)]
pub struct Variant {
    /// Its name.
    pub ident: VariantIdent,
    /// The value on the wire.
    pub value: String,
    /// Its documentation, a line each.
    pub doc: Vec<String>,
}
