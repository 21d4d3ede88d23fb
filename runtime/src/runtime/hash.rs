//! Hashes, which are consistent with equality.

use ::core::hash::{Hash, Hasher};

use super::{ModelFields, containers::items, value::ValueRef, visit::IndexedValues};

/// Hashes the fields that are set and the `extra` map of a model.
pub fn hash(model: &dyn ModelFields, mut state: &mut dyn Hasher) {
    let values = IndexedValues::of(model);
    for (index, value) in values.iter().enumerate() {
        if let Some(value) = value {
            state.write_usize(index);
            hash_value(value.value, state);
        }
    }
    values.extra.hash(&mut state);
}

pub(super) fn hash_value(value: ValueRef<'_>, mut state: &mut dyn Hasher) {
    match value {
        ValueRef::Text(text) => text.hash(&mut state),
        ValueRef::TypedString(string) => string.as_text().hash(&mut state),
        ValueRef::Enum(text) => text.as_str().hash(&mut state),
        ValueRef::Number(number) => number.hash(&mut state),
        ValueRef::Integer(integer) => integer.hash(&mut state),
        // 0.0 and -0.0 are equal.
        ValueRef::Float(float) => (float + 0.0).to_bits().hash(&mut state),
        ValueRef::Boolean(boolean) => boolean.hash(&mut state),
        ValueRef::Any(value) => value.hash(&mut state),
        ValueRef::Model(model) => hash(model, state),
        ValueRef::List(list) => {
            list.len().hash(&mut state);
            items(list).for_each(|item| hash_value(item, state));
        }
        ValueRef::Map(map) => {
            map.len().hash(&mut state);
            for (name, value) in map.entries() {
                name.hash(&mut state);
                hash_value(value, state);
            }
        }
    }
}
