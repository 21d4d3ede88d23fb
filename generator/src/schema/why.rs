//! The reference paths through which a definition is reached.

use std::{
    collections::{BTreeMap, VecDeque},
    fmt,
};

use super::{
    DefinitionName, Root, Schema, Selection, print::edge_label, select::unknown_definition,
};
use crate::diagnostic::Diagnostic;

/// A property that refers to a definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The definition that has the property.
    pub definition: DefinitionName,
    /// The property's name, with `[]` for each list and `{}` for each map around the reference.
    pub property: String,
}

/// A path of references from a root to a definition, displayed as `Ant.nest -> Nest.rooms[] -> Room`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferencePath {
    /// The references, in order.
    pub references: Vec<Reference>,
    /// The definition at the end of the path.
    pub target: DefinitionName,
}

impl fmt::Display for ReferencePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Reference {
            definition,
            property,
        } in &self.references
        {
            write!(f, "{definition}.{property} -> ")?;
        }
        write!(f, "{}", self.target)
    }
}

/// The reason why a definition is part of a selection, or that it is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inclusion {
    /// The definition is a root.
    Root,
    /// No root reaches the definition.
    Unreachable,
    /// The shortest path from each root that reaches the definition, sorted by length.
    Reached(Vec<ReferencePath>),
}

/// Explains why a definition is part of a selection. Without roots, the paths begin at the definitions to which no other
/// definition refers.
///
/// # Errors
///
/// Returns a diagnostic for each name without a definition.
pub fn why(
    schema: Schema,
    selection: &Selection,
    target: &str,
) -> Result<Inclusion, Vec<Diagnostic>> {
    if schema.definition(target).is_none() {
        let error = unknown_definition(&Root::from(target), &schema.definitions);
        return Err(vec![error]);
    }
    let schema = selection.replace_references(schema)?;
    let roots: Vec<_> = if selection.roots.is_empty() {
        unreferenced(&schema)
    } else {
        let roots = selection.roots.iter();
        roots.map(|root| root.name.as_str()).collect()
    };
    if roots.contains(&target) {
        return Ok(Inclusion::Root);
    }
    let mut paths: Vec<_> = roots
        .iter()
        .filter_map(|root| shortest_path(&schema, root, target))
        .collect();
    paths.sort_by_key(|path| path.references.len());
    Ok(if paths.is_empty() {
        Inclusion::Unreachable
    } else {
        Inclusion::Reached(paths)
    })
}

/// Returns the definitions to which no other definition refers.
fn unreferenced(schema: &Schema) -> Vec<&str> {
    let mut referenced: Vec<&str> = Vec::new();
    for definition in &schema.definitions {
        let others = { definition.references() }.filter(|name| **name != definition.name);
        referenced.extend(others.map(DefinitionName::as_str));
    }
    referenced.sort_unstable();
    let names = schema.definitions.iter().map(|it| it.name.as_str());
    names
        .filter(|name| referenced.binary_search(name).is_err())
        .collect()
}

/// Returns the shortest path between two definitions; of several, the one through the earliest properties.
fn shortest_path(schema: &Schema, root: &str, target: &str) -> Option<ReferencePath> {
    let mut reached_by: BTreeMap<&str, Reference> = BTreeMap::new();
    let mut open = VecDeque::from([root]);
    while let Some(name) = open.pop_front() {
        for property in &schema.definition(name)?.properties {
            let Some(next) = property.ty.reference().map(DefinitionName::as_str) else {
                continue;
            };
            if next == root || reached_by.contains_key(next) {
                continue;
            }
            let reference = Reference {
                definition: name.to_owned().into(),
                property: edge_label(property.name.as_str(), &property.ty),
            };
            reached_by.insert(next, reference);
            if next == target {
                return Some(path_to(target, &reached_by));
            }
            open.push_back(next);
        }
    }
    None
}

/// Follows the references back from a definition to the root.
fn path_to(target: &str, reached_by: &BTreeMap<&str, Reference>) -> ReferencePath {
    let mut references = Vec::new();
    let mut at = target;
    while let Some(reference) = reached_by.get(at) {
        references.push(reference.clone());
        at = reference.definition.as_str();
    }
    references.reverse();
    let target = target.to_owned().into();
    ReferencePath { references, target }
}
