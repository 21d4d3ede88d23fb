//! Why a definition is reached.

use std::{
    collections::{BTreeMap, VecDeque},
    fmt,
};

use super::{DefinitionName, Root, Schema, Selection, print::label, select::no_definition};
use crate::diagnostic::Diagnostic;

/// A property that refers to a definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The definition that has the property.
    pub definition: DefinitionName,
    /// The property, with `[]` for each list and `{}` for each map around the reference.
    pub property: String,
}

/// Properties that lead from a root to a definition, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// The properties.
    pub steps: Vec<Step>,
    /// The definition that they lead to.
    pub target: DefinitionName,
}

/// `Ant.nest -> Nest.rooms[] -> Room`.
impl fmt::Display for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in &self.steps {
            write!(f, "{}.{} -> ", step.definition, step.property)?;
        }
        write!(f, "{}", self.target)
    }
}

/// Why a definition is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It is a root.
    Root,
    /// Nothing leads to it.
    NotReached,
    /// The shortest chain from each root that leads to it, shorter ones first.
    Reached(Vec<Chain>),
}

/// Tells why a definition is there: what leads to it from the roots that are wanted, or, where none are named, from the
/// definitions that no other one refers to.
///
/// # Errors
///
/// A diagnostic for each name that is no definition.
pub fn why(schema: Schema, wanted: &Selection, target: &str) -> Result<Why, Vec<Diagnostic>> {
    if schema.definition(target).is_none() {
        let error = no_definition(&Root::from(target), &schema.definitions);
        return Err(vec![error]);
    }
    let schema = wanted.cut(schema)?;
    let roots: Vec<_> = if wanted.roots.is_empty() {
        tops(&schema)
    } else {
        wanted.roots.iter().map(|root| root.name.as_str()).collect()
    };
    if roots.contains(&target) {
        return Ok(Why::Root);
    }
    let mut chains: Vec<_> = roots
        .iter()
        .filter_map(|root| shortest(&schema, root, target))
        .collect();
    chains.sort_by_key(|chain| chain.steps.len());
    Ok(if chains.is_empty() {
        Why::NotReached
    } else {
        Why::Reached(chains)
    })
}

/// The definitions that no other one refers to.
fn tops(schema: &Schema) -> Vec<&str> {
    let mut referred: Vec<&str> = Vec::new();
    for definition in &schema.definitions {
        let references = definition
            .properties
            .iter()
            .filter_map(|it| it.ty.reference());
        let others = references.filter(|name| **name != definition.name);
        referred.extend(others.map(DefinitionName::as_str));
    }
    referred.sort_unstable();
    let names = schema.definitions.iter().map(|it| it.name.as_str());
    names
        .filter(|name| referred.binary_search(name).is_err())
        .collect()
}

/// The shortest chain between two definitions; of equals, the one by the properties that come first.
fn shortest(schema: &Schema, root: &str, target: &str) -> Option<Chain> {
    let mut reached_by: BTreeMap<&str, Step> = BTreeMap::new();
    let mut open = VecDeque::from([root]);
    while let Some(name) = open.pop_front() {
        for property in &schema.definition(name)?.properties {
            let Some(next) = property.ty.reference().map(DefinitionName::as_str) else {
                continue;
            };
            if next == root || reached_by.contains_key(next) {
                continue;
            }
            let step = Step {
                definition: name.to_owned().into(),
                property: label(property.name.as_str(), &property.ty),
            };
            reached_by.insert(next, step);
            if next == target {
                return Some(chain(&reached_by, target));
            }
            open.push_back(next);
        }
    }
    None
}

/// Walks back from a definition to the root.
fn chain(reached_by: &BTreeMap<&str, Step>, target: &str) -> Chain {
    let mut steps = Vec::new();
    let mut at = target;
    while let Some(step) = reached_by.get(at) {
        steps.push(step.clone());
        at = step.definition.as_str();
    }
    steps.reverse();
    let target = target.to_owned().into();
    Chain { steps, target }
}
