//! The nesting of types.
//!
//! To drop a value, rustc visits all types that are nested in its type, up to the recursion limit of the crate. A model with
//! deeper nesting would compile neither in the generated crate nor in programs that use it.

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Code, Diagnostic},
    limit,
    schema::{Definition, Schema, Type},
};

/// Returns an error for the first definition with types that nest too deeply.
pub fn check(schema: &Schema) -> Option<Diagnostic> {
    let mut search = Search::new(schema);
    let too_deep = |at| Some((at, search.too_deep_from(at)?));
    let (first, last) = (0..schema.definitions.len()).find_map(too_deep)?;
    let (first, last) = (
        schema.definitions.get(first)?,
        schema.definitions.get(last)?,
    );
    let message = format!(
        "references lead from `{}` to `{}`, farther than rustc follows them",
        first.name, last.name
    );
    let diagnostic = Diagnostic::new(Code::ChainTooLong, message)
        .label(&first.origin.source, first.origin.span.clone(), "from here")
        .label(&last.origin.source, last.origin.span.clone(), "to here")
        .help(
            "cut the chain with `--without` and a definition on it, which becomes any JSON value",
        );
    Some(diagnostic)
}

/// The definition that a property refers to, and the number of types around it, such as `Box` and `Vec`.
type Holder = (usize, usize);

/// A depth-first search in rustc's order that visits each type once.
struct Search {
    holders: Vec<Holder>,
    /// For each definition, the indices of its holders.
    held_by: Vec<Vec<usize>>,
    /// For each holder and each definition, the start of the last search that reached it.
    holder_reached: Vec<usize>,
    definition_reached: Vec<usize>,
    steps: usize,
}

impl Search {
    fn new(schema: &Schema) -> Self {
        let mut indices = BTreeMap::new();
        let mut holders = Vec::new();
        let mut index_of = |holder: Holder| {
            *indices.entry(holder).or_insert_with(|| {
                holders.push(holder);
                holders.len() - 1
            })
        };
        let holders_of = |definition: &Definition| {
            let types = definition.properties.iter().map(|property| &property.ty);
            let holders = types.filter_map(|ty| {
                let to = schema.position(ty.reference()?.as_str())?;
                Some(index_of((to, wrappers(ty))))
            });
            holders.collect()
        };
        let held_by = schema.definitions.iter().map(holders_of).collect();
        Self {
            holder_reached: vec![usize::MAX; holders.len()],
            definition_reached: vec![usize::MAX; schema.definitions.len()],
            holders,
            held_by,
            steps: 0,
        }
    }

    /// Returns a definition that is nested too deeply in `start`.
    ///
    /// The search ends after `limit::CHAIN_STEPS` steps: if nearly all definitions refer to each other, it would take too
    /// long.
    fn too_deep_from(&mut self, start: usize) -> Option<usize> {
        let mut open = vec![(start, 0)];
        while let Some((at, depth)) = open.pop().filter(|_| self.steps < limit::CHAIN_STEPS) {
            if std::mem::replace(self.definition_reached.get_mut(at)?, start) == start {
                continue;
            }
            if depth > limit::CHAIN {
                return Some(at);
            }
            for holder in self.held_by.get(at)? {
                self.steps += 1;
                if std::mem::replace(self.holder_reached.get_mut(*holder)?, start) != start {
                    let (to, wrappers) = self.holders.get(*holder)?;
                    open.push((*to, depth + wrappers + 1));
                }
            }
        }
        None
    }
}

/// Returns the number of types around the definition that the type of a field refers to.
fn wrappers(ty: &Type) -> usize {
    match ty {
        Type::Array(items) => 1 + wrappers_in_container(items),
        Type::Map(values) => 2 + wrappers_in_container(values),
        Type::Scalar(_) | Type::Number(_) | Type::Enum(_) | Type::Ref(_) => 1,
    }
}

/// Returns the number of types around the definition in a list or a map, where it is not boxed.
fn wrappers_in_container(ty: &Type) -> usize {
    match ty {
        Type::Array(_) | Type::Map(_) => wrappers(ty),
        Type::Scalar(_) | Type::Number(_) | Type::Enum(_) | Type::Ref(_) => 0,
    }
}
