//! JSON texts of objects for models.

use crate::runtime::{Init, Model, Properties, Property, ValueMut};

use super::{
    kinds::properties,
    text::{any_value, array, number, object, string},
};
use crate::dice::Dice;

/// How deep models are put into models.
const MODELS: usize = 4;

/// How deep values of no type go.
const VALUES: usize = 3;

/// JSON texts of names that are no model's, or only look like ours.
const NAMES: &[&str] = &[
    r#""unknown""#,
    r#""extra""#,
    r#""Extra""#,
    r#""type""#,
    r#""r#type""#,
    r#""type_""#,
    r#""""#,
    r#""id\u0000""#,
    r#"" id""#,
    r#""ID""#,
    r#""\u0069d""#,
    r#""$serde_json::private::Number""#,
    r#""$serde_json::private::RawValue""#,
    r#""__proto__""#,
    r#""ключ 😀""#,
    r#""a/b~c""#,
    r#""password""#,
];

/// The JSON text of an object for a model: of its own properties, with right values and wrong ones,
/// of names that it does not know, and of names that come twice.
///
/// The model is a scratch one, on which the types of the fields are read off.
#[must_use]
pub fn object_for(model: &mut dyn Model, dice: &mut Dice<'_>) -> String {
    model_text(model, dice, MODELS)
}

fn model_text(model: &mut dyn Model, dice: &mut Dice<'_>, depth: usize) -> String {
    let properties = properties(model);
    let mut next = 0;
    object(dice, |dice| match choose(properties, next, dice) {
        Some((index, property)) => {
            next = index + 1;
            (
                quoted(property.name),
                value_for(model.field_mut(index, Init::Blank), dice, depth),
            )
        }
        None => (dice.pick(NAMES).to_owned(), any_value(dice, VALUES)),
    })
}

/// A property of the model: any of them, or one near the last one, as in payloads that keep the docs' order.
fn choose(properties: Properties, next: usize, dice: &mut Dice<'_>) -> Option<(usize, Property)> {
    let index = match dice.below(8) {
        0..4 => dice.below(properties.len()),
        4..7 => next + dice.below(2),
        _ => return None,
    };
    Some((index, properties.iter().nth(index)?))
}

/// The JSON text of a value for a slot, of the slot's own shape in most cases.
fn value_for(slot: ValueMut<'_>, dice: &mut Dice<'_>, depth: usize) -> String {
    match dice.below(10) {
        0 => "null".to_owned(),
        1 | 2 => any_value(dice, VALUES),
        _ => fitting(slot, dice, depth),
    }
}

fn fitting(slot: ValueMut<'_>, dice: &mut Dice<'_>, depth: usize) -> String {
    let deeper = depth.checked_sub(1);
    match (slot, deeper) {
        (ValueMut::Text(_) | ValueMut::TypedString(_), _) => string(dice),
        (ValueMut::Number(_) | ValueMut::Integer(_) | ValueMut::Float(_), _) => number(dice),
        (ValueMut::Boolean(_), _) => dice.pick(&["false", "true"]).to_owned(),
        (ValueMut::Model(model), Some(depth)) => model_text(model, dice, depth),
        (ValueMut::List(list), Some(depth)) => {
            array(dice, |dice| value_for(list.push_blank(), dice, depth))
        }
        (ValueMut::Map(map), Some(depth)) => object(dice, |dice| {
            let name = dice.pick(NAMES).to_owned();
            (
                name,
                value_for(map.insert_blank(String::new()), dice, depth),
            )
        }),
        (ValueMut::Model(_) | ValueMut::Map(_), None) => "{}".to_owned(),
        (ValueMut::List(_), None) => "[]".to_owned(),
        (ValueMut::Any(_) | ValueMut::Meta(..) | ValueMut::Unset, _) => any_value(dice, VALUES),
    }
}

fn quoted(name: &str) -> String {
    serde_json::Value::from(name).to_string()
}
