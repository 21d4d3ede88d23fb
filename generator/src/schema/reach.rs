//! Definitions that are reachable through references.

use std::collections::BTreeSet;

use super::{
    api::{Api, Method},
    model::{Definition, DefinitionName, Schema},
};

/// Returns the part of a schema that some definitions reach. APIs keep the methods whose types are all in that part.
pub(super) fn restrict_to_reachable<'a>(
    schema: &'a Schema,
    roots: impl Iterator<Item = &'a str>,
) -> Schema {
    let reached = reachable_names(schema, roots);
    let definitions = { schema.definitions.iter() }
        .filter(|definition| reached.contains(definition.name.as_str()));
    Schema {
        definitions: definitions.cloned().collect(),
        apis: { schema.apis.iter() }
            .filter_map(|api| restrict_api(api, &reached))
            .collect(),
        secrets: schema.secrets.clone(),
    }
}

/// Returns the API with the methods whose definitions are all kept; `None` if no method is left.
fn restrict_api(api: &Api, kept: &BTreeSet<&str>) -> Option<Api> {
    let is_complete =
        |method: &&Method| { method.references() }.all(|name| kept.contains(name.as_str()));
    let methods: Vec<_> = { api.methods.iter() }
        .filter(is_complete)
        .cloned()
        .collect();
    (!methods.is_empty()).then(|| Api {
        methods,
        ..api.clone()
    })
}

/// Returns the names of the definitions that an API's parameters and responses reach, error responses included.
#[must_use]
pub fn names_reachable_from_api<'a>(schema: &'a Schema, api: &'a Api) -> BTreeSet<&'a str> {
    let references = api.methods.iter().flat_map(Method::references);
    reachable_names(schema, references.map(DefinitionName::as_str))
}

/// Returns the names of the roots and of all definitions that they reach.
fn reachable_names<'a>(
    schema: &'a Schema,
    roots: impl Iterator<Item = &'a str>,
) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = roots.collect();
    while let Some(name) = open.pop() {
        if reached.insert(name) {
            let definition = schema.definition(name);
            let references = definition.into_iter().flat_map(Definition::references);
            open.extend(references.map(DefinitionName::as_str));
        }
    }
    reached
}
