//! Definitions that are reachable through references.

use std::collections::BTreeSet;

use super::{
    api::{Api, Method},
    model::{Definition, DefinitionName, Schema},
};

/// Keeps what the roots reach: definitions, methods whose types are all among them, and APIs that have such methods.
pub(super) fn restrict_to_reachable<'a>(schema: &mut Schema, roots: impl Iterator<Item = &'a str>) {
    let reached = reachable_names(schema, roots.collect());
    let reached: BTreeSet<_> = reached.into_iter().map(str::to_owned).collect();
    let is_kept = |name: &DefinitionName| reached.contains(name.as_str());
    schema
        .definitions
        .retain(|definition| is_kept(&definition.name));
    for api in &mut schema.apis {
        api.methods.retain(|it| it.references().all(is_kept));
    }
    schema.apis.retain(|api| !api.methods.is_empty());
}

/// Returns the names of the definitions that an API's parameters and responses reach, error responses included.
#[must_use]
pub fn names_reachable_from_api<'a>(schema: &'a Schema, api: &'a Api) -> BTreeSet<&'a str> {
    let references = api.methods.iter().flat_map(Method::references);
    reachable_names(schema, references.map(DefinitionName::as_str).collect())
}

/// Checks whether a definition is another one, or refers to it directly or indirectly.
pub fn reaches(schema: &Schema, from: &DefinitionName, to: &DefinitionName) -> bool {
    reachable_names(schema, vec![from.as_str()]).contains(to.as_str())
}

/// Returns the names of the roots, `open`, and of all definitions that they reach.
fn reachable_names<'a>(schema: &'a Schema, mut open: Vec<&'a str>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    while let Some(name) = open.pop() {
        if reached.insert(name) {
            let definition = schema.definition(name);
            let references = definition.into_iter().flat_map(Definition::references);
            open.extend(references.map(DefinitionName::as_str));
        }
    }
    reached
}
