//! Deserialization of lists and maps.

use ::std::collections::BTreeMap;

use ::serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess};
use ::serde_json::Value;

use super::{
    super::{
        containers::{DynList, DynMap},
        encode::to_value,
        original::Original,
        value::ValueRef,
    },
    Decoded, ValueSeed,
    number::{NUMBER_KEY, number_from_object},
};

/// Deserializes the items of an empty list. Items that do not fit are kept in the result.
pub fn decode_list<'de, A: SeqAccess<'de>>(
    list: &mut dyn DynList,
    mut seq: A,
) -> Result<Decoded, A::Error> {
    let (mut originals, mut misfits) = (Vec::new(), Vec::new());
    while let Some(decoded) = seq.next_element_seed(ItemSeed(list))? {
        match decoded {
            Decoded::Exact => {}
            Decoded::Lossy(original) => originals.push((list.len() - 1, *original)),
            Decoded::Mismatch(value) if value.is_null() && last_is_any(list) => {}
            Decoded::Mismatch(value) => {
                list.pop();
                misfits.push((list.len(), *value));
            }
        }
    }
    let original = Original::of_list(list, originals, misfits);
    Ok(original.map_or(Decoded::Exact, Decoded::lossy))
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

/// Deserializes the entries of an object into an empty map. Entries that do not fit are kept in the result.
///
/// The result is a mismatch if the object encodes a number.
pub fn decode_map<'de, A: MapAccess<'de>>(
    map: &mut dyn DynMap,
    mut access: A,
) -> Result<Decoded, A::Error> {
    let (mut originals, mut misfits) = (BTreeMap::new(), BTreeMap::new());
    while let Some(name) = access.next_key::<String>()? {
        // The last entry of a name takes precedence.
        originals.remove(&name);
        misfits.remove(&name);
        match access.next_value_seed(ValueSeed(map.insert_blank(name.clone())))? {
            Decoded::Exact => {}
            Decoded::Lossy(original) => drop(originals.insert(name, *original)),
            Decoded::Mismatch(value) if value.is_null() && is_any(map, &name) => {}
            Decoded::Mismatch(value) => {
                map.remove(&name);
                misfits.insert(name, *value);
            }
        }
    }
    if let Some(number) = encoded_number(map, &misfits) {
        return Ok(Decoded::mismatch(number));
    }
    let original = Original::of_map(map, originals, misfits);
    Ok(original.map_or(Decoded::Exact, Decoded::lossy))
}

fn is_any(map: &dyn DynMap, name: &str) -> bool {
    matches!(map.get(name), Some(ValueRef::Any(_)))
}

/// Returns the number that an object encodes, whose only entry may or may not fit the map.
fn encoded_number(map: &dyn DynMap, misfits: &BTreeMap<String, Value>) -> Option<Value> {
    if map.len() + misfits.len() != 1 {
        return None;
    }
    let typed = || to_value(map.get(NUMBER_KEY)?).ok();
    let value = misfits.get(NUMBER_KEY).cloned().or_else(typed)?;
    number_from_object([(NUMBER_KEY, &value)])
}
