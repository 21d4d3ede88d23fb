//! Generation of JSON objects for a model.

use crate::runtime::{Init, Model, Properties, Property, ValueMut};

use super::{
    kinds::properties,
    text::{any_value, array, number, object, string},
};
use crate::dice::Dice;

/// The maximum depth of nested models.
const MODEL_DEPTH: usize = 4;

/// The maximum depth of untyped values.
const VALUE_DEPTH: usize = 3;

/// Undocumented names as JSON texts; some resemble properties or names of generated code.
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

/// Returns a JSON object for a model, with valid and invalid values, undocumented properties and duplicate names.
///
/// The fields of `model` are overwritten to find out their types.
#[must_use]
pub fn object_for(model: &mut dyn Model, dice: &mut Dice<'_>) -> String {
    model_text(model, dice, MODEL_DEPTH)
}

fn model_text(model: &mut dyn Model, dice: &mut Dice<'_>, depth: usize) -> String {
    let properties = properties(model);
    let mut next = 0;
    object(dice, |dice| match choose_property(properties, next, dice) {
        Some((index, property)) => {
            next = index + 1;
            (
                quoted(property.name),
                value_for(model.field_mut(index, Init::Blank), dice, depth),
            )
        }
        None => (dice.pick(NAMES).to_owned(), any_value(dice, VALUE_DEPTH)),
    })
}

/// Returns any property, or one at or after `next`, as in payloads in the docs' order, or none for an undocumented name.
fn choose_property(
    properties: Properties,
    next: usize,
    dice: &mut Dice<'_>,
) -> Option<(usize, Property)> {
    let index = match dice.below(8) {
        0..4 => dice.below(properties.len()),
        4..7 => next + dice.below(2),
        _ => return None,
    };
    Some((index, properties.iter().nth(index)?))
}

/// Returns a JSON value for a field, of the documented type in most cases.
fn value_for(field: ValueMut<'_>, dice: &mut Dice<'_>, depth: usize) -> String {
    match dice.below(10) {
        0 => "null".to_owned(),
        1 | 2 => any_value(dice, VALUE_DEPTH),
        _ => valid_value(field, dice, depth),
    }
}

fn valid_value(field: ValueMut<'_>, dice: &mut Dice<'_>, depth: usize) -> String {
    let deeper = depth.checked_sub(1);
    match (field, deeper) {
        (ValueMut::Text(_) | ValueMut::TypedString(_) | ValueMut::Enum(..), _) => string(dice),
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
        (ValueMut::Any(_) | ValueMut::Meta(..) | ValueMut::Unset, _) => {
            any_value(dice, VALUE_DEPTH)
        }
    }
}

fn quoted(name: &str) -> String {
    serde_json::Value::from(name).to_string()
}
