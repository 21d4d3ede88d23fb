//! The plan of a definition's enums.
//!
//! Each property with listed values has its own type name. If several properties of a definition list the same values,
//! the first one has the enum and the others have aliases of it. So no name depends on which other properties there are.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    crate_plan::{OpenEnum, Variant},
    docs,
    types::enum_ident,
};
use crate::{
    name::{TypeIdent, VariantIdent, variant_idents},
    schema::{Definition, ListedValues, Property},
};

/// The properties of a definition that list the same values, in any order.
struct Group<'a> {
    listed: &'a ListedValues,
    values: BTreeSet<&'a str>,
    properties: Vec<&'a Property>,
}

/// Plans the enums of a definition, in the order of its properties.
pub fn open_enums(ident: &TypeIdent, definition: &Definition) -> Vec<OpenEnum> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for property in &definition.properties {
        let Some(listed) = property.ty.listed_values() else {
            continue;
        };
        let values = listed.values.iter().map(String::as_str).collect();
        let is_cut_short = listed.is_cut_short;
        let same = groups
            .iter_mut()
            .find(|group| group.values == values && group.listed.is_cut_short == is_cut_short);
        match same {
            Some(group) => group.properties.push(property),
            None => groups.push(Group {
                listed,
                values,
                properties: vec![property],
            }),
        }
    }
    groups
        .iter()
        .filter_map(|group| open_enum(ident, group))
        .collect()
}

fn open_enum(definition: &TypeIdent, group: &Group<'_>) -> Option<OpenEnum> {
    let mut idents = { group.properties.iter() }.map(|property| enum_ident(definition, property));
    let ident = idents.next()?;
    let values = &group.listed.values;
    let mut unique = BTreeSet::new();
    let variants = { values.iter().zip(variant_idents(values)) }
        .filter(|(value, _)| unique.insert(*value))
        .map(|(value, ident)| Variant {
            ident,
            value: value.clone(),
            doc: docs::variant(value),
        });
    Some(OpenEnum {
        variants: variants.collect(),
        // Equal names are reported as collisions.
        aliases: idents.filter(|alias| *alias != ident).collect(),
        doc: docs::open_enum(definition, &group.properties, group.listed.is_cut_short),
        ident,
    })
}

/// Returns the names of the variants by the listed values.
pub fn variants_by_value(listed: &ListedValues) -> BTreeMap<&str, VariantIdent> {
    let values = listed.values.iter().map(String::as_str);
    values.zip(variant_idents(&listed.values)).collect()
}
