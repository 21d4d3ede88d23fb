//! Decoding lists.

use ::serde::de::{Error, SeqAccess};
use ::serde_json::Value;

use super::{
    super::{
        encode::to_value,
        field::View,
        list::{List, items},
    },
    Fit, SlotSeed,
};

/// Decodes a list; one item of another shape makes the whole list a misfit.
pub fn decode_list<'de, A: SeqAccess<'de>>(
    list: &mut dyn List,
    mut seq: A,
) -> Result<Fit, A::Error> {
    list.clear();
    let mut beside = Vec::new();
    while let Some(fit) = seq.next_element_seed(SlotSeed(list.push()))? {
        match fit {
            Fit::Typed => {}
            Fit::Beside(value) => beside.push((list.len() - 1, value)),
            Fit::Misfit(Value::Null) if last_takes_anything(list) => {}
            Fit::Misfit(value) => {
                list.pop();
                let mut values = to_values(list, beside)?;
                values.push(value);
                return rest(values, seq).map(Fit::Misfit);
            }
        }
    }
    // The slot that was opened for the item that did not come.
    list.pop();
    if beside.is_empty() {
        return Ok(Fit::Typed);
    }
    Ok(Fit::Beside(Value::Array(to_values(list, beside)?)))
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
fn to_values<E: Error>(list: &dyn List, beside: Vec<(usize, Value)>) -> Result<Vec<Value>, E> {
    let values: Result<Vec<_>, E> = items(list)
        .map(|item| to_value(item).map_err(E::custom))
        .collect();
    let mut values = values?;
    for (index, sent) in beside {
        if let Some(value) = values.get_mut(index) {
            *value = sent;
        }
    }
    Ok(values)
}
