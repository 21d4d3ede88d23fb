//! Definitions that are reachable through references.

use std::collections::BTreeSet;

use super::{
    api::{Api, Method},
    model::{Definition, DefinitionName, Schema},
};

/// Keeps the definitions that the roots reach.
pub(super) fn restrict_to_reachable<'a>(schema: &mut Schema, roots: impl Iterator<Item = &'a str>) {
    let reached = reachable_names(schema, roots.collect());
    let reached: BTreeSet<_> = reached.into_iter().map(str::to_owned).collect();
    schema
        .definitions
        .retain(|definition| reached.contains(definition.name.as_str()));
}

/// Returns the names of the definitions that an API's parameters and responses reach, error responses included.
///
/// Names that are not in the schema, such as those of error types that are not selected, are left out.
#[must_use]
pub fn names_reachable_from_api<'a>(schema: &'a Schema, api: &'a Api) -> BTreeSet<&'a str> {
    let references = api.methods.iter().flat_map(Method::references);
    reachable_names(schema, references.map(DefinitionName::as_str).collect())
}

/// Checks whether a definition is another one, or refers to it directly or indirectly.
pub fn reaches(schema: &Schema, from: &DefinitionName, to: &DefinitionName) -> bool {
    reachable_names(schema, vec![from.as_str()]).contains(to.as_str())
}

/// Returns the names of the roots, `open`, and of all definitions that they reach, if they are in the schema.
fn reachable_names<'a>(schema: &'a Schema, mut open: Vec<&'a str>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    while let Some(name) = open.pop() {
        if let Some(definition) = schema.definition(name)
            && reached.insert(name)
        {
            open.extend(Definition::references(definition).map(DefinitionName::as_str));
        }
    }
    reached
}
