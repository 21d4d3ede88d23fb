//! Deserialization of lists and maps.

use ::serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess};
use ::serde_json::{Map, Value};

use super::{
    super::{
        containers::{DynList, DynMap, items},
        encode::to_value,
        value::ValueRef,
    },
    Decoded, ValueSeed,
    number::{NUMBER_KEY, number_from_object},
};

/// Deserializes the items of an empty list. If one item does not fit, the whole list is a mismatch.
pub fn decode_list<'de, A: SeqAccess<'de>>(
    list: &mut dyn DynList,
    mut seq: A,
) -> Result<Decoded, A::Error> {
    let mut originals = Vec::new();
    while let Some(decoded) = seq.next_element_seed(ItemSeed(list))? {
        match decoded {
            Decoded::Exact => {}
            Decoded::Lossy(original) => originals.push((list.len() - 1, *original)),
            Decoded::Mismatch(value) if value.is_null() && last_is_any(list) => {}
            Decoded::Mismatch(value) => {
                list.pop();
                let mut values = to_values(list, originals).map_err(A::Error::custom)?;
                values.push(*value);
                return collect_items(values, seq).map(Decoded::mismatch);
            }
        }
    }
    if originals.is_empty() {
        return Ok(Decoded::Exact);
    }
    let values = to_values(list, originals).map_err(A::Error::custom)?;
    Ok(Decoded::lossy(Value::Array(values)))
}

/// A seed that deserializes an item into a blank one at the end of the list.
struct ItemSeed<'a>(&'a mut dyn DynList);

impl<'de> DeserializeSeed<'de> for ItemSeed<'_> {
    type Value = Decoded;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Decoded, D::Error> {
        ValueSeed(self.0.push_blank()).deserialize(deserializer)
    }
}

/// Appends the remaining items to `values`, and returns all as an array.
pub fn collect_items<'de, A: SeqAccess<'de>>(
    mut values: Vec<Value>,
    mut seq: A,
) -> Result<Value, A::Error> {
    while let Some(value) = seq.next_element()? {
        values.push(value);
    }
    Ok(Value::Array(values))
}

fn last_is_any(list: &dyn DynList) -> bool {
    matches!(list.get(list.len() - 1), Some(ValueRef::Any(_)))
}

/// Returns the items of a list as JSON, some of which are replaced by their originals.
fn to_values(
    list: &dyn DynList,
    originals: Vec<(usize, Value)>,
) -> ::serde_json::Result<Vec<Value>> {
    let mut values = items(list)
        .map(to_value)
        .collect::<::serde_json::Result<Vec<_>>>()?;
    for (index, original) in originals {
        if let Some(value) = values.get_mut(index) {
            *value = original;
        }
    }
    Ok(values)
}

/// Deserializes the entries of an object into an empty map. If one value does not fit, the whole object is a mismatch.
pub fn decode_map<'de, A: MapAccess<'de>>(
    map: &mut dyn DynMap,
    mut access: A,
) -> Result<Decoded, A::Error> {
    let mut untyped = UntypedEntries::default();
    while let Some(name) = access.next_key::<String>()? {
        untyped.remove(&name);
        match access.next_value_seed(ValueSeed(map.insert_blank(name.clone())))? {
            Decoded::Exact => {}
            Decoded::Lossy(value) => drop(untyped.originals.insert(name, *value)),
            Decoded::Mismatch(value) if value.is_null() && is_any(map, &name) => {}
            Decoded::Mismatch(value) => drop(untyped.mismatches.insert(name, *value)),
        }
    }
    untyped.into_decoded(map).map_err(A::Error::custom)
}

fn is_any(map: &dyn DynMap, name: &str) -> bool {
    matches!(map.get(name), Some(ValueRef::Any(_)))
}

/// The entries that a typed map cannot hold, or not exactly.
#[derive(Default)]
struct UntypedEntries {
    originals: Map<String, Value>,
    mismatches: Map<String, Value>,
}

impl UntypedEntries {
    /// Removes an earlier entry of the same name, because the last one takes precedence.
    fn remove(&mut self, name: &str) {
        self.originals.remove(name);
        self.mismatches.remove(name);
    }

    /// Returns the result for the object as a whole, which may be an encoded number.
    fn into_decoded(self, map: &dyn DynMap) -> ::serde_json::Result<Decoded> {
        let (is_lossy, is_mismatch) = (!self.originals.is_empty(), !self.mismatches.is_empty());
        if !is_lossy && !is_mismatch && map.get(NUMBER_KEY).is_none() {
            return Ok(Decoded::Exact);
        }
        let values = self.into_values(map)?;
        Ok(match number_from_object(&values) {
            Some(number) => Decoded::mismatch(number),
            None if is_mismatch => Decoded::mismatch(Value::Object(values)),
            None if is_lossy => Decoded::lossy(Value::Object(values)),
            None => Decoded::Exact,
        })
    }

    /// Returns all entries as they were received.
    fn into_values(self, map: &dyn DynMap) -> ::serde_json::Result<Map<String, Value>> {
        let typed = map
            .entries()
            .map(|(name, value)| Ok((name.to_owned(), to_value(value)?)));
        let mut values: Map<String, Value> = typed.collect::<::serde_json::Result<_>>()?;
        values.extend(self.originals);
        values.extend(self.mismatches);
        Ok(values)
    }
}
