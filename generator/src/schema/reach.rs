//! Narrowing a schema to what some definitions need.

use std::collections::BTreeSet;

use super::{
    api::{Api, Method},
    model::{DefinitionName, Schema},
    nearest::did_you_mean,
};
use crate::diagnostic::{Code, Diagnostic};

/// The part of a schema that the roots reach through references; without roots, all of it. Of the APIs it has the
/// methods whose types are all there.
///
/// # Errors
///
/// One diagnostic for each root that is no definition.
pub fn reachable(schema: Schema, roots: &[String]) -> Result<Schema, Vec<Diagnostic>> {
    if roots.is_empty() {
        return Ok(schema);
    }
    let unknown: Vec<_> = roots
        .iter()
        .filter(|root| schema.definition(root).is_none())
        .map(|root| unknown_root(root, &schema))
        .collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let reached = reach(&schema, roots.iter().map(String::as_str));
    let keep = |name: &str| reached.contains(name);
    let apis = schema.apis.iter().filter_map(|api| narrowed(api, &keep));
    let apis = apis.collect();
    let definitions = schema
        .definitions
        .iter()
        .filter(|definition| keep(definition.name.as_str()))
        .cloned()
        .collect();
    Ok(Schema {
        definitions,
        apis,
        secrets: schema.secrets,
    })
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
            open.extend(
                properties
                    .iter()
                    .filter_map(|property| property.ty.reference())
                    .map(DefinitionName::as_str),
            );
        }
    }
    reached
}

fn unknown_root(root: &str, schema: &Schema) -> Diagnostic {
    let names = schema
        .definitions
        .iter()
        .map(|definition| definition.name.as_str());
    let diagnostic = Diagnostic::new(
        Code::UnknownRoot,
        format!("there is no definition `{root}`"),
    );
    did_you_mean(root, names)
        .into_iter()
        .fold(diagnostic, Diagnostic::help)
}
