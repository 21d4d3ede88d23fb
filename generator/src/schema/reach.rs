//! Narrowing a schema to what some definitions need.

use std::collections::BTreeSet;

use super::model::{DefinitionName, Schema};

/// The part of a schema that some definitions reach through references.
pub fn reachable<'a>(mut schema: Schema, roots: impl Iterator<Item = &'a str>) -> Schema {
    let reached = closure(&schema, roots);
    schema
        .definitions
        .retain(|definition| reached.contains(&definition.name));
    schema
}

/// The names of some definitions and of all they lead to.
pub fn closure<'a>(
    schema: &Schema,
    roots: impl Iterator<Item = &'a str>,
) -> BTreeSet<DefinitionName> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<DefinitionName> = roots.map(|root| root.to_owned().into()).collect();
    while let Some(name) = open.pop() {
        let definition = schema.definition(name.as_str());
        if reached.insert(name) {
            let properties = definition.map_or(&[][..], |definition| &definition.properties);
            let references = properties.iter().filter_map(|it| it.ty.reference());
            open.extend(references.cloned());
        }
    }
    reached
}
