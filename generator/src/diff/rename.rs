//! Detects probable renames: an item was removed, and one of the same shape was added.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::change::{Change, ChangeKind};
use crate::schema::{Definition, DefinitionName, ListedValues, Property, Schema, Type};

/// Sets `likely_rename` of removed and added items with the same shape.
///
/// If several items have the same shape, those with equal descriptions are paired first, then those with similar names.
pub fn mark_renames(changes: &mut [Change], old: &Schema, new: &Schema) {
    let removed = [ChangeKind::ModelRemoved, ChangeKind::PropertyRemoved];
    let removed = group_by_shape(changes, removed, old);
    let added = [ChangeKind::ModelAdded, ChangeKind::PropertyAdded];
    let added = group_by_shape(changes, added, new);
    for (shape, removed) in &removed {
        let added = added.get(shape).map(Vec::as_slice).unwrap_or_default();
        for (removed, added) in best_pairs(removed, added) {
            for (index, name) in [(removed.index, added.name), (added.index, removed.name)] {
                if let Some(change) = changes.get_mut(index) {
                    change.likely_rename = Some(name.to_owned());
                }
            }
        }
    }
}

/// The parts of an item that a rename does not change.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum ItemShape<'a> {
    /// The type of each property and whether it is required, by name.
    Model(BTreeMap<&'a str, (Type, bool)>),
    Property {
        definition: &'a DefinitionName,
        ty: Type,
        required: bool,
    },
}

/// A removed or added item.
#[derive(Debug, Clone, Copy)]
struct Candidate<'a> {
    /// The index of its change.
    index: usize,
    name: &'a str,
    description: Option<&'a str>,
}

fn group_by_shape<'a>(
    changes: &[Change],
    kinds: [ChangeKind; 2],
    schema: &'a Schema,
) -> BTreeMap<ItemShape<'a>, Vec<Candidate<'a>>> {
    let mut groups = BTreeMap::<_, Vec<_>>::new();
    let changes = changes.iter().enumerate();
    for (index, change) in changes.filter(|(_, change)| kinds.contains(&change.kind)) {
        if let Some((shape, name, description)) = item_shape(change, schema) {
            let candidate = Candidate {
                index,
                name,
                description: description.map(String::as_str),
            };
            groups.entry(shape).or_default().push(candidate);
        }
    }
    groups
}

/// Returns the shape, name and description of a changed item; `None` for a definition without properties.
fn item_shape<'a>(
    change: &Change,
    schema: &'a Schema,
) -> Option<(ItemShape<'a>, &'a str, Option<&'a String>)> {
    let definition = schema.definition(change.definition()?.as_str())?;
    let Some(name) = change.property() else {
        let (name, description) = (&definition.name, &definition.description);
        return (!definition.properties.is_empty()).then(|| {
            let shape = ItemShape::Model(model_shape(definition));
            (shape, name.as_str(), description.as_ref())
        });
    };
    let property = definition.property(name.as_str())?;
    let shape = ItemShape::Property {
        definition: &definition.name,
        ty: type_shape(&property.ty, &definition.name),
        required: property.required,
    };
    let (name, description) = (&property.name, &property.description);
    Some((shape, name.as_str(), description.as_ref()))
}

fn model_shape(definition: &Definition) -> BTreeMap<&str, (Type, bool)> {
    let shape = |property: &Property| {
        (
            type_shape(&property.ty, &definition.name),
            property.required,
        )
    };
    let properties = definition.properties.iter();
    properties
        .map(|property| (property.name.as_str(), shape(property)))
        .collect()
}

/// Returns the part of a type that belongs to the shape of an item.
///
/// The definition's own name is replaced, so that renaming a recursive model does not change its shape. Whether the docs
/// cut a list of values short is ignored.
fn type_shape(ty: &Type, definition: &DefinitionName) -> Type {
    match ty {
        Type::Ref(name) if name == definition => Type::Ref(String::new().into()),
        Type::Array(items) => Type::Array(Box::new(type_shape(items, definition))),
        Type::Map(values) => Type::Map(Box::new(type_shape(values, definition))),
        Type::Enum(ListedValues { values, .. }) => Type::Enum(ListedValues {
            values: values.clone(),
            is_cut_short: false,
        }),
        Type::Scalar(_) | Type::Number(_) | Type::Ref(_) => ty.clone(),
    }
}

/// Pairs each removed item with at most one added item, the most similar items first.
fn best_pairs<'a>(
    removed: &[Candidate<'a>],
    added: &[Candidate<'a>],
) -> Vec<(Candidate<'a>, Candidate<'a>)> {
    let pairs = removed
        .iter()
        .flat_map(|removed| added.iter().map(|added| (*removed, *added)));
    let mut pairs: Vec<_> = pairs.collect();
    pairs.sort_by_cached_key(|(removed, added)| Reverse(similarity(removed, added)));
    let mut paired = BTreeSet::new();
    pairs.retain(|(removed, added)| {
        let is_unpaired = !paired.contains(&removed.index) && !paired.contains(&added.index);
        if is_unpaired {
            paired.extend([removed.index, added.index]);
        }
        is_unpaired
    });
    pairs
}

/// Returns a key that is greater for more similar candidates and does not depend on their order.
fn similarity<'a>(one: &Candidate<'a>, other: &Candidate<'a>) -> (bool, u64, [&'a str; 2]) {
    let same_description = one.description.is_some() && one.description == other.description;
    let mut names = [one.name, other.name];
    names.sort_unstable();
    let [first, second] = names.map(str::to_lowercase);
    let name_similarity = strsim::jaro_winkler(&first, &second);
    // Non-negative floats have the same order as their bits.
    (same_description, name_similarity.to_bits(), names)
}
