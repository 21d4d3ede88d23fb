//! The methods of a selection of definitions.

use std::{collections::BTreeSet, mem};

use super::{
    api::{Method, PathTemplate},
    model::{DefinitionName, OmittedMethod, Schema},
};

/// Keeps the methods whose body and successful responses have selected types, and the APIs that have such methods.
///
/// Error types are not needed. A method without definitions in its body and its successful responses, like most of
/// `DELETE`, is kept if its path begins with the path of a method that is kept for its types.
pub(super) fn restrict_methods(schema: &mut Schema) {
    let mut apis = mem::take(&mut schema.apis);
    let is_selected = |name: &DefinitionName| schema.definition(name.as_str()).is_some();
    let methods = || apis.iter().flat_map(|api| &api.methods);
    let paths: Vec<_> = { methods() }
        .filter(|method| method.payload_references().next().is_some())
        .filter(|method| method.payload_references().all(is_selected))
        .map(|method| method.path.clone())
        .collect();
    let omitted = methods().filter_map(|method| omission(method, is_selected));
    let omitted: Vec<_> = omitted.collect();
    for api in &mut apis {
        api.methods.retain(|method| {
            let mut references = method.payload_references().peekable();
            match references.peek() {
                Some(_) => references.all(is_selected),
                None => paths.iter().any(|path| begins_with(&method.path, path)),
            }
        });
    }
    apis.retain(|api| !api.methods.is_empty());
    schema.omitted_methods.extend(omitted);
    schema.apis = apis;
}

/// Describes the omission of a method that has both a selected type and others.
fn omission(
    method: &Method,
    is_selected: impl Fn(&DefinitionName) -> bool,
) -> Option<OmittedMethod> {
    let references: BTreeSet<_> = method.payload_references().collect();
    let (selected, missing): (Vec<_>, Vec<_>) =
        references.into_iter().partition(|name| is_selected(name));
    let is_partial = !selected.is_empty() && !missing.is_empty();
    is_partial.then(|| OmittedMethod {
        name: method.name.clone(),
        missing: missing.into_iter().cloned().collect(),
    })
}

/// Checks whether the first segments of a path are those of another one.
fn begins_with(path: &PathTemplate, other: &PathTemplate) -> bool {
    let rest = path.as_str().strip_prefix(other.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests;
