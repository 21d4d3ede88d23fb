//! Properties by their names on the wire, as JSON.

use ::serde::de::DeserializeSeed;
use ::serde_json::Value;

use super::{
    Model,
    decode::{Fit, SlotSeed, keep_beside},
    encode::{as_sent, to_value, untyped},
    fields::Access,
    model::properties,
    value::View,
    values::Values,
};

/// A property's value as JSON.
pub fn get(model: &dyn Model, name: &str) -> Option<Value> {
    let values = Values::of(model);
    let index = values.properties.position(name);
    let typed = index.and_then(|index| values.get(index));
    let typed = typed.map(|view| as_sent(values.extra, name, view).map_or(view, View::Any));
    typed.and_then(|view| to_value(view).ok()).or_else(|| {
        let value = values.extra.get(name)?;
        untyped(&values, name).then(|| value.clone())
    })
}

/// Sets a property: the typed field where the value fits it, else the entry in `extra`.
pub fn set(model: &mut dyn Model, name: &str, value: Value) {
    let fit = match properties(model).position(name) {
        Some(index) => set_field(model, index, value),
        None => Fit::misfit(value),
    };
    keep_beside(model, name, fit);
}

fn set_field(model: &mut dyn Model, index: usize, value: Value) -> Fit {
    match SlotSeed(model.slot(index, Access::Open)).deserialize(&value) {
        Ok(fit @ (Fit::Typed | Fit::Beside(_))) => fit,
        Ok(Fit::Misfit(_)) | Err(_) => {
            model.slot(index, Access::Clear);
            Fit::misfit(value)
        }
    }
}

/// Whether a property is an explicit null.
pub fn is_null(model: &dyn Model, name: &str) -> bool {
    get(model, name).is_some_and(|value| value.is_null())
}
