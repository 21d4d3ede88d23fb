//! How far references lead. Where a value is dropped, rustc follows its type through all that it holds, and gives up at
//! a depth that each crate sets for itself: what goes beyond compiles neither here nor in the crates that use it.

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Code, Diagnostic},
    limit,
    schema::{Definition, Schema, Type},
};

/// An error if references lead too far from some definition; the first one tells for all.
pub fn overlong_chain(schema: &Schema) -> Option<Diagnostic> {
    let mut walk = Walk::new(schema);
    let beyond = |at| Some((at, walk.too_far_from(at)?));
    let (first, last) = (0..schema.definitions.len()).find_map(beyond)?;
    let (first, last) = (
        schema.definitions.get(first)?,
        schema.definitions.get(last)?,
    );
    let message = format!(
        "references lead from `{}` to `{}`, farther than rustc follows them",
        first.name, last.name
    );
    Some(
        Diagnostic::new(Code::ChainTooLong, message)
            .label(&first.origin.source, first.origin.span.clone(), "from here")
            .label(&last.origin.source, last.origin.span.clone(), "to here")
            .help("leave out one of the definitions between them with `--without`: it becomes any JSON value"),
    )
}

/// What a property holds of a definition: the definition, and how many types lead to it, as `Box` or `Vec` do.
type Holder = (usize, usize);

/// A walk as rustc's: what is met first is followed last, and nothing is followed twice.
struct Walk {
    /// All holders that there are.
    holders: Vec<Holder>,
    /// The holders that each definition has, by their numbers.
    held: Vec<Vec<usize>>,
    /// The last walk that met each holder, and that reached each definition.
    met: Vec<usize>,
    reached: Vec<usize>,
    steps: usize,
}

impl Walk {
    fn new(schema: &Schema) -> Self {
        let mut known = BTreeMap::new();
        let mut holders = Vec::new();
        let mut number = |holder: Holder| {
            *known.entry(holder).or_insert_with(|| {
                holders.push(holder);
                holders.len() - 1
            })
        };
        let held_by = |definition: &Definition| {
            let types = definition.properties.iter().map(|property| &property.ty);
            let holders = types.filter_map(|ty| {
                let to = schema.position(ty.reference()?.as_str())?;
                Some(number((to, holding(ty))))
            });
            holders.collect()
        };
        let held = schema.definitions.iter().map(held_by).collect();
        Self {
            met: vec![usize::MAX; holders.len()],
            reached: vec![usize::MAX; schema.definitions.len()],
            holders,
            held,
            steps: 0,
        }
    }

    /// A definition that is too far from another one. After very many steps nothing is too far: a spec whose definitions
    /// nearly all lead to each other is not looked through from each of them.
    fn too_far_from(&mut self, start: usize) -> Option<usize> {
        let mut open = vec![(start, 0)];
        while let Some((at, depth)) = open.pop().filter(|_| self.steps < limit::CHAIN_STEPS) {
            if std::mem::replace(self.reached.get_mut(at)?, start) == start {
                continue;
            }
            if depth > limit::CHAIN {
                return Some(at);
            }
            for holder in self.held.get(at)? {
                self.steps += 1;
                if std::mem::replace(self.met.get_mut(*holder)?, start) != start {
                    let (to, types) = self.holders.get(*holder)?;
                    open.push((*to, depth + types + 1));
                }
            }
        }
        None
    }
}

/// How many types lead to the one that a type refers to.
fn holding(ty: &Type) -> usize {
    match ty {
        Type::Array(items) => 1 + in_list(items),
        Type::Map(values) => 2 + in_list(values),
        _ => 1,
    }
}

/// The same of what is no field by itself, and so in no box.
fn in_list(ty: &Type) -> usize {
    match ty {
        Type::Array(_) | Type::Map(_) => holding(ty),
        _ => 0,
    }
}
