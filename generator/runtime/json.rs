//! Properties by their names on the wire, as JSON.

use ::serde::de::DeserializeSeed;
use ::serde_json::Value;

use super::{
    Model,
    decode::{Fit, SlotSeed, keep_beside},
    encode::{to_value, typed, untyped},
    model::{extra, position},
};

/// A property's value as JSON.
pub fn get(model: &dyn Model, name: &str) -> Option<Value> {
    let properties = model.shape().properties;
    let index = position(properties, name);
    let property = index.and_then(|index| Some((index, properties.get(index)?)));
    let typed = property.and_then(|(index, property)| typed(model, index, property));
    typed.and_then(|view| to_value(view).ok()).or_else(|| {
        let value = extra(model).get(name)?;
        untyped(model, name, value).cloned()
    })
}

/// Sets a property: the typed field where the value fits it, else the entry in `extra`.
pub fn set(model: &mut dyn Model, name: &str, value: Value) {
    let fit = match position(model.shape().properties, name) {
        Some(index) => set_field(model, index, value),
        None => Fit::Misfit(value),
    };
    keep_beside(model, name, fit);
}

fn set_field(model: &mut dyn Model, index: usize, value: Value) -> Fit {
    let field = model.field_mut(index);
    match SlotSeed(field.slot()).deserialize(&value) {
        Ok(fit @ (Fit::Typed | Fit::Beside(_))) => fit,
        Ok(Fit::Misfit(_)) | Err(_) => {
            field.clear();
            Fit::Misfit(value)
        }
    }
}

/// Whether a property is an explicit null.
pub fn is_null(model: &dyn Model, name: &str) -> bool {
    get(model, name).is_some_and(|value| value.is_null())
}
