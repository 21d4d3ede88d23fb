//! What a change touches, by the names that Rust code has for it.

use super::project::Uses;
use crate::{
    diff::{
        Change, ChangeKind, UsePlace,
        side::{Named, Side},
    },
    name::VariantIdent,
    plan::{field_ident, values_ident},
    schema::Property,
};

/// The names of what a change touches.
#[derive(Debug, Default)]
pub struct Touched {
    /// The value's variant.
    variants: Vec<String>,
    /// The property's enum.
    enums: Vec<String>,
    /// The property's field.
    fields: Vec<String>,
    /// The definition's type.
    types: Vec<String>,
}

impl Touched {
    /// The names of what a change touches, on both sides: an override may have changed them.
    pub fn by(change: &Change, old: &Side<'_>, new: &Side<'_>) -> Self {
        let mut touched = Self::default();
        for side in [old, new] {
            let Some(definition) = side.definition(change) else {
                continue;
            };
            touched.types.push(definition.ident.to_string());
            if let Some(property) = side.property(change) {
                touched.property(change, &definition, property);
            }
        }
        touched
    }

    fn property(&mut self, change: &Change, definition: &Named<'_>, property: &Property) {
        // No code names a field that was not there.
        if change.kind == ChangeKind::PropertyAdded {
            return;
        }
        self.fields.push(field_ident(property).to_string());
        if property.ty.listed_values().is_some() {
            self.enums
                .push(values_ident(&definition.ident, property).to_string());
        }
        if let ChangeKind::ValueRemoved = change.kind {
            let variant = change.from.as_deref().map(VariantIdent::of_value);
            self.variants
                .extend(variant.map(|variant| variant.to_string()));
        }
    }

    /// Where a project names that: the nearest of it that it names at all.
    pub fn places(&self, uses: &Uses) -> Vec<UsePlace> {
        let names = |names: &[String]| {
            names
                .iter()
                .flat_map(|name| uses.of_name(name))
                .collect::<Vec<_>>()
        };
        let fields = self.fields.iter().flat_map(|name| uses.of_field(name));
        let fields = fields.chain(names(&self.enums)).collect();
        let found = [names(&self.variants), fields, names(&self.types)];
        let mut places = found
            .into_iter()
            .find(|places| !places.is_empty())
            .unwrap_or_default();
        places.sort_unstable();
        places.dedup();
        places
    }
}
