//! What was likely just renamed: removed, and added with the same shape.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
};

use super::change::{Change, ChangeKind};
use crate::schema::{Definition, DefinitionName, Property, Schema, Type};

/// Notes at what was removed what it is likely called now, and at what was added what it was likely called.
pub fn mark_renames(changes: &mut [Change], old: &Schema, new: &Schema) {
    let mut renames = pairs(
        &models(changes, ChangeKind::ModelRemoved, old),
        &models(changes, ChangeKind::ModelAdded, new),
    );
    renames.extend(pairs(
        &properties(changes, ChangeKind::PropertyRemoved, old),
        &properties(changes, ChangeKind::PropertyAdded, new),
    ));
    for (removed, added) in renames {
        for (at, name) in [(removed.at, added.name), (added.at, removed.name)] {
            if let Some(change) = changes.get_mut(at) {
                change.likely_rename = Some(name.to_owned());
            }
        }
    }
}

/// Something that may have another name on the other side.
#[derive(Debug, Clone, Copy)]
struct Candidate<'a> {
    /// The place of its change.
    at: usize,
    name: &'a str,
    description: Option<&'a str>,
}

/// Candidates by what they have in common.
type Groups<'a, Shape> = BTreeMap<Shape, Vec<Candidate<'a>>>;

/// A definition's properties by name, with references to the definition itself told apart from all others.
type ModelShape<'a> = BTreeMap<&'a str, (Type, bool)>;

fn models<'a>(
    changes: &[Change],
    kind: ChangeKind,
    schema: &'a Schema,
) -> Groups<'a, ModelShape<'a>> {
    let candidates = of_kind(changes, kind).filter_map(|(at, change)| {
        let definition = schema.definition(change.definition.as_str())?;
        let description = definition.description.as_deref();
        let candidate = Candidate {
            at,
            name: definition.name.as_str(),
            description,
        };
        // What holds any JSON value has no shape.
        (!definition.properties.is_empty()).then(|| (model_shape(definition), candidate))
    });
    grouped(candidates)
}

fn properties<'a>(
    changes: &[Change],
    kind: ChangeKind,
    schema: &'a Schema,
) -> Groups<'a, (&'a DefinitionName, &'a Type, bool)> {
    let candidates = of_kind(changes, kind).filter_map(|(at, change)| {
        let definition = schema.definition(change.definition.as_str())?;
        let property = definition.property(change.property.as_ref()?.as_str())?;
        let description = property.description.as_deref();
        let candidate = Candidate {
            at,
            name: property.name.as_str(),
            description,
        };
        Some((
            (&definition.name, &property.ty, property.required),
            candidate,
        ))
    });
    grouped(candidates)
}

fn of_kind(changes: &[Change], kind: ChangeKind) -> impl Iterator<Item = (usize, &Change)> {
    let changes = changes.iter().enumerate();
    changes.filter(move |(_, change)| change.kind == kind)
}

fn grouped<'a, Shape: Ord>(
    candidates: impl Iterator<Item = (Shape, Candidate<'a>)>,
) -> Groups<'a, Shape> {
    let mut groups = Groups::new();
    for (shape, candidate) in candidates {
        groups.entry(shape).or_default().push(candidate);
    }
    groups
}

fn model_shape(definition: &Definition) -> ModelShape<'_> {
    let shape = |property: &Property| (of_self(&property.ty, &definition.name), property.required);
    let properties = definition.properties.iter();
    properties
        .map(|property| (property.name.as_str(), shape(property)))
        .collect()
}

/// The type with the definition's own name left out.
fn of_self(ty: &Type, definition: &DefinitionName) -> Type {
    match ty {
        Type::Ref(name) if name == definition => Type::Ref(String::new().into()),
        Type::Array(items) => Type::Array(Box::new(of_self(items, definition))),
        Type::Map(values) => Type::Map(Box::new(of_self(values, definition))),
        other => other.clone(),
    }
}

/// The removed and the added that belong together; each is in one pair at most.
fn pairs<'a, Shape: Ord>(
    removed: &Groups<'a, Shape>,
    added: &Groups<'a, Shape>,
) -> Vec<(Candidate<'a>, Candidate<'a>)> {
    let same_shape = removed
        .iter()
        .filter_map(|(shape, removed)| Some((removed, added.get(shape)?)));
    same_shape
        .flat_map(|(removed, added)| nearest_first(removed, added))
        .collect()
}

/// Pairs those whose names are nearest to each other, and of the rest again.
fn nearest_first<'a>(
    removed: &[Candidate<'a>],
    added: &[Candidate<'a>],
) -> Vec<(Candidate<'a>, Candidate<'a>)> {
    let all = removed
        .iter()
        .flat_map(|one| added.iter().map(|other| (*one, *other)));
    let mut all: Vec<_> = all
        .map(|(one, other)| (Nearness::of(&one, &other), one, other))
        .collect();
    all.sort_by(|(a, ..), (b, ..)| b.compare(a));
    let mut taken = BTreeSet::new();
    all.retain(|(_, one, other)| {
        let is_free = !taken.contains(&one.at) && !taken.contains(&other.at);
        if is_free {
            taken.extend([one.at, other.at]);
        }
        is_free
    });
    all.into_iter()
        .map(|(_, one, other)| (one, other))
        .collect()
}

/// How near two candidates are to each other; the same whichever of them comes first.
struct Nearness<'a> {
    is_same_text: bool,
    similarity: f64,
    names: [&'a str; 2],
}

impl<'a> Nearness<'a> {
    fn of(one: &Candidate<'a>, other: &Candidate<'a>) -> Self {
        let mut names = [one.name, other.name];
        names.sort_unstable();
        let [first, second] = names.map(str::to_lowercase);
        Self {
            is_same_text: one.description.is_some() && one.description == other.description,
            similarity: strsim::jaro_winkler(&first, &second),
            names,
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        self.is_same_text
            .cmp(&other.is_same_text)
            .then(self.similarity.total_cmp(&other.similarity))
            .then(self.names.cmp(&other.names))
    }
}
