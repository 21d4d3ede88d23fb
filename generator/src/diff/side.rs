//! The two sides of a comparison, as Rust code sees them.

use super::change::Change;
use crate::{
    name::TypeIdent,
    plan::{Types, type_ident},
    schema::{Definition, Property, Schema},
};

/// A definition and its Rust name.
pub struct Named<'a> {
    /// The definition.
    pub definition: &'a Definition,
    /// The name of its type.
    pub ident: TypeIdent,
}

/// One of the two schemas, with its Rust types.
pub struct Side<'a> {
    schema: &'a Schema,
    types: Types<'a>,
}

impl<'a> Side<'a> {
    /// A schema as a side.
    pub fn new(schema: &'a Schema) -> Self {
        Self {
            schema,
            types: Types::new(schema),
        }
    }

    /// The definition that a change is about, where it is there.
    pub fn definition(&self, change: &Change) -> Option<Named<'a>> {
        let definition = self.schema.definition(change.definition.as_str())?;
        Some(Named {
            definition,
            ident: type_ident(definition),
        })
    }

    /// The property that a change is about, where it is there.
    pub fn property(&self, change: &Change) -> Option<&'a Property> {
        let definition = self.schema.definition(change.definition.as_str())?;
        definition.property(change.property.as_ref()?.as_str())
    }

    /// The whole type of that property's field.
    pub fn field_type(&self, change: &Change) -> Option<String> {
        let ident = self.definition(change)?.ident;
        Some(self.types.field(&ident, self.property(change)?).in_field())
    }
}
