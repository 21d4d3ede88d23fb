//! Refines definitions and their properties.

use std::collections::BTreeMap;

use super::{
    disagreement::{Disagreements, Places},
    types::{RefinedType, TypeRefiner},
};
use crate::schema::{Definition, Property, Schema, UnreadableTypes, unreadable::Replacement};

/// Refines the definitions that are in both the docs and the file.
pub fn refine_definitions(
    docs: &mut Schema,
    exact: &Schema,
    types: &TypeRefiner,
    disagreements: &mut Disagreements,
) {
    let Schema {
        definitions,
        unreadable,
        ..
    } = docs;
    for definition in definitions {
        let exact = exact.definition(definition.name.as_str());
        // A definition without properties is any JSON value, which is less exact than the docs.
        if let Some(exact) = exact.filter(|exact| !exact.properties.is_empty()) {
            report_undocumented(definition, exact, disagreements);
            replace_unreadable(definition, exact, types, unreadable);
            refine_properties(definition, exact, types, disagreements);
        }
    }
}

/// Returns the properties of a definition by name.
pub fn properties_by_name(definition: &Definition) -> BTreeMap<&str, &Property> {
    let properties = definition.properties.iter();
    properties
        .map(|property| (property.name.as_str(), property))
        .collect()
}

/// Reports the properties that only the file has.
fn report_undocumented(
    definition: &Definition,
    exact: &Definition,
    disagreements: &mut Disagreements,
) {
    let documented = properties_by_name(definition);
    let properties = exact.properties.iter();
    for property in properties.filter(|it| !documented.contains_key(it.name.as_str())) {
        let places = Places {
            docs: &definition.origin,
            exact: &property.origin,
        };
        let subject = format!("the property `{}.{}`", definition.name, property.name);
        disagreements.only_in_file(&subject, places);
    }
}

/// Replaces types that could not be parsed in the docs by the file's types.
fn replace_unreadable(
    definition: &mut Definition,
    exact: &Definition,
    types: &TypeRefiner,
    unreadable: &mut UnreadableTypes,
) {
    for property in &mut definition.properties {
        if !unreadable.contains(&definition.name, &property.name) {
            continue;
        }
        let exact = exact.property(property.name.as_str());
        if let Some(exact) = exact.filter(|exact| types.is_known(&exact.ty)) {
            property.ty.clone_from(&exact.ty);
            let replacement = Replacement {
                origin: exact.origin.clone(),
                ty: exact.ty.to_string(),
            };
            unreadable.replace(&definition.name, &property.name, replacement);
        }
    }
}

fn refine_properties(
    definition: &mut Definition,
    exact: &Definition,
    types: &TypeRefiner,
    disagreements: &mut Disagreements,
) {
    let by_name = properties_by_name(exact);
    for property in &mut definition.properties {
        let subject = format!("`{}.{}`", definition.name, property.name);
        if let Some(exact) = by_name.get(property.name.as_str()) {
            refine_property(property, exact, &subject, types, disagreements);
        } else {
            let places = Places {
                docs: &property.origin,
                exact: &exact.origin,
            };
            disagreements.only_in_docs(&format!("the property {subject}"), places);
        }
    }
}

fn refine_property(
    property: &mut Property,
    exact: &Property,
    subject: &str,
    types: &TypeRefiner,
    disagreements: &mut Disagreements,
) {
    let RefinedType { ty, conflict } = types.refine(&property.ty, &exact.ty);
    let places = Places {
        docs: &property.origin,
        exact: &exact.origin,
    };
    if let Some(conflict) = conflict {
        disagreements.conflict(subject, conflict, [&property.ty, &exact.ty], places);
    }
    if property.required != exact.required {
        disagreements.requirement(subject, property.required, places);
    }
    property.ty = ty;
    property.read_only |= exact.read_only;
}
