//! The reference paths through which a definition is reached.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fmt,
};

use super::{
    Api, DefinitionName, Property, Root, Schema, Selection, find_area, print::edge_label,
    select::unknown_definition,
};
use crate::diagnostic::Diagnostic;

/// The reason why a definition is part of a selection, or that it is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inclusion {
    /// The definition is a root.
    Root,
    /// No root reaches the definition.
    Unreachable,
    /// The shortest path from each root and area that reaches the definition, such as `Ant.nest -> Nest.rooms[] -> Room`,
    /// sorted by length. The path from an area begins with a method, such as `AntsAPI.getAnt`.
    Reached(Vec<Vec<Step>>),
}

/// A definition or an API on a path, and the way to the next one. It is formatted as `Ant.nest`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The name of the definition or the API.
    pub name: String,
    /// The property or the method that refers to the next definition; `None` for the last one.
    pub via: Option<String>,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        match &self.via {
            Some(via) => write!(f, ".{via}"),
            None => Ok(()),
        }
    }
}

/// Explains why a definition is part of a selection. Without roots and areas, the paths begin at the definitions to which no
/// other definition refers.
///
/// # Errors
///
/// Returns a diagnostic for each name without a definition or an area.
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
    let roots: Vec<_> = if selection.roots.is_empty() && selection.areas.is_empty() {
        unreferenced(&schema)
    } else {
        let roots = selection.roots.iter();
        roots.map(|root| root.name.as_str()).collect()
    };
    if roots.contains(&target) {
        return Ok(Inclusion::Root);
    }
    let mut paths: Vec<_> = { roots.iter() }
        .filter_map(|root| shortest_path(&schema, root, target))
        .collect();
    let areas = { selection.areas.iter() }.filter_map(|name| find_area(&schema, name));
    paths.extend(areas.filter_map(|api| shortest_path_from_area(&schema, api, target)));
    paths.sort_by_key(Vec::len);
    Ok(if paths.is_empty() {
        Inclusion::Unreachable
    } else {
        Inclusion::Reached(paths)
    })
}

/// Returns the definitions to which no other definition refers.
fn unreferenced(schema: &Schema) -> Vec<&str> {
    let mut referenced = BTreeSet::new();
    for definition in &schema.definitions {
        let others = { definition.references() }.filter(|name| **name != definition.name);
        referenced.extend(others.map(DefinitionName::as_str));
    }
    let names = schema.definitions.iter().map(|it| it.name.as_str());
    names.filter(|name| !referenced.contains(name)).collect()
}

/// Returns the shortest path from a method of an area to a definition; of several, that of the earliest method.
fn shortest_path_from_area(schema: &Schema, api: &Api, target: &str) -> Option<Vec<Step>> {
    let mut seen = BTreeSet::new();
    let references = api.methods.iter().flat_map(|method| {
        let references = method.references().map(DefinitionName::as_str);
        references.map(move |name| (method, name))
    });
    let paths = references
        .filter(|(_, name)| seen.insert(*name))
        .filter_map(|(method, name)| {
            let mut path = shortest_path(schema, name, target)?;
            let step = Step {
                name: api.name.to_string(),
                via: Some(method.name.to_string()),
            };
            path.insert(0, step);
            Some(path)
        });
    paths.min_by_key(Vec::len)
}

/// Returns the shortest path between two definitions; of several, the one through the earliest properties.
fn shortest_path(schema: &Schema, root: &str, target: &str) -> Option<Vec<Step>> {
    let last = Step {
        name: target.to_owned(),
        via: None,
    };
    if root == target {
        return Some(vec![last]);
    }
    // The definition and the property through which each definition was reached first.
    let mut reached_by: BTreeMap<&str, (&str, &Property)> = BTreeMap::new();
    let mut open = VecDeque::from([root]);
    while !reached_by.contains_key(target) {
        let name = open.pop_front()?;
        for property in &schema.definition(name)?.properties {
            if let Some(next) = property.ty.reference().map(DefinitionName::as_str)
                && next != root
                && !reached_by.contains_key(next)
            {
                reached_by.insert(next, (name, property));
                open.push_back(next);
            }
        }
    }
    let mut path = vec![last];
    let mut at = target;
    while let Some((definition, property)) = reached_by.get(at) {
        let label = edge_label(property.name.as_str(), &property.ty);
        path.push(Step {
            name: (*definition).to_owned(),
            via: Some(label),
        });
        at = definition;
    }
    path.reverse();
    Some(path)
}
