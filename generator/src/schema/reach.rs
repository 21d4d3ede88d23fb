//! Narrowing a schema to what some definitions need.

use std::collections::BTreeSet;

use super::{
    api::{Api, Method},
    model::{DefinitionName, Schema},
};

/// The part of a schema that some definitions reach through references. Of the APIs it has the methods whose types are
/// all there.
pub fn reachable<'a>(schema: &'a Schema, roots: impl Iterator<Item = &'a str>) -> Schema {
    let reached = reach(schema, roots);
    let keep = |name: &str| reached.contains(name);
    let apis = schema.apis.iter().filter_map(|api| narrowed(api, &keep));
    let definitions = schema.definitions.iter();
    let definitions = definitions.filter(|definition| keep(definition.name.as_str()));
    Schema {
        definitions: definitions.cloned().collect(),
        apis: apis.collect(),
        secrets: schema.secrets.clone(),
    }
}

/// The methods of an API whose definitions are all kept; `None` if there are none.
fn narrowed(api: &Api, keep: &dyn Fn(&str) -> bool) -> Option<Api> {
    let is_whole = |method: &&Method| method.references().all(|name| keep(name.as_str()));
    let methods: Vec<_> = api.methods.iter().filter(is_whole).cloned().collect();
    (!methods.is_empty()).then(|| Api {
        methods,
        ..api.clone()
    })
}

/// The names of the definitions that an API's methods take and return, errors too, and of all they lead to.
#[must_use]
pub fn reach_of_api<'a>(schema: &'a Schema, api: &'a Api) -> BTreeSet<&'a str> {
    let named = api.methods.iter().flat_map(Method::references);
    reach(schema, named.map(DefinitionName::as_str))
}

/// The names of the roots and of all they lead to.
#[must_use]
pub fn reach<'a>(schema: &'a Schema, roots: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = roots.collect();
    while let Some(name) = open.pop() {
        if reached.insert(name) {
            let properties = schema
                .definition(name)
                .map_or(&[][..], |definition| &definition.properties);
            let references = properties.iter().filter_map(|it| it.ty.reference());
            open.extend(references.map(DefinitionName::as_str));
        }
    }
    reached
}
