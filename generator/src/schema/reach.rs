//! Narrowing a schema to what some definitions need.

use std::collections::BTreeSet;

use super::{model::Schema, nearest::did_you_mean};
use crate::diagnostic::{Code, Diagnostic};

/// The part of a schema that the roots reach through references; without roots, all of it.
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
    let reached = closure(&schema, roots);
    let keep = |name: &str| reached.contains(name);
    let definitions = schema
        .definitions
        .iter()
        .filter(|definition| keep(definition.name.as_str()))
        .cloned()
        .collect();
    Ok(Schema {
        definitions,
        secrets: schema.secrets,
    })
}

/// The names of the roots and of all they lead to.
fn closure<'a>(schema: &'a Schema, roots: &'a [String]) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = roots.iter().map(String::as_str).collect();
    while let Some(name) = open.pop() {
        if reached.insert(name) {
            let properties = schema
                .definition(name)
                .map_or(&[][..], |definition| &definition.properties);
            open.extend(
                properties
                    .iter()
                    .filter_map(|property| property.ty.reference())
                    .map(super::DefinitionName::as_str),
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
