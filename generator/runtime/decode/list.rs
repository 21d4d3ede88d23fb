//! Decoding lists.

use ::serde::de::{DeserializeSeed, Deserializer, Error, SeqAccess};
use ::serde_json::Value;

use super::{
    super::{
        encode::to_value,
        list::{List, items},
        value::View,
    },
    Fit, SlotSeed,
};

/// Decodes the items of an empty list; one item of another shape makes the whole list a misfit.
pub fn decode_list<'de, A: SeqAccess<'de>>(
    list: &mut dyn List,
    mut seq: A,
) -> Result<Fit, A::Error> {
    let mut beside = Vec::new();
    while let Some(fit) = seq.next_element_seed(ItemSeed(list))? {
        match fit {
            Fit::Typed => {}
            Fit::Beside(value) => beside.push((list.len() - 1, *value)),
            Fit::Misfit(value) if value.is_null() && last_takes_anything(list) => {}
            Fit::Misfit(value) => {
                list.pop();
                let mut values = to_values(list, beside).map_err(A::Error::custom)?;
                values.push(*value);
                return rest(values, seq).map(Fit::misfit);
            }
        }
    }
    if beside.is_empty() {
        return Ok(Fit::Typed);
    }
    let values = to_values(list, beside).map_err(A::Error::custom)?;
    Ok(Fit::beside(Value::Array(values)))
}

/// Decodes an item, if there is one, into a slot that is added for it.
struct ItemSeed<'a>(&'a mut dyn List);

impl<'de> DeserializeSeed<'de> for ItemSeed<'_> {
    type Value = Fit;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Fit, D::Error> {
        SlotSeed(self.0.push()).deserialize(deserializer)
    }
}

/// Collects the rest of a list as JSON.
pub fn rest<'de, A: SeqAccess<'de>>(mut values: Vec<Value>, mut seq: A) -> Result<Value, A::Error> {
    while let Some(value) = seq.next_element()? {
        values.push(value);
    }
    Ok(Value::Array(values))
}

fn last_takes_anything(list: &dyn List) -> bool {
    matches!(list.item(list.len() - 1), Some(View::Any(_)))
}

/// The items of a list as they were sent: what was kept beside some stands for these.
fn to_values(list: &dyn List, beside: Vec<(usize, Value)>) -> ::serde_json::Result<Vec<Value>> {
    let mut values = items(list)
        .map(to_value)
        .collect::<::serde_json::Result<Vec<_>>>()?;
    for (index, sent) in beside {
        if let Some(value) = values.get_mut(index) {
            *value = sent;
        }
    }
    Ok(values)
}
