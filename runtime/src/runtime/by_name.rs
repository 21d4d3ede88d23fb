//! Access to properties by their names in JSON.

use ::serde::de::DeserializeSeed;
use ::serde_json::Value;

use super::{
    UnknownProperty,
    decode::{Decoded, ValueSeed, store_untyped},
    encode::to_value,
    model_fields::{ModelFields, meta, properties},
    visit::{IndexedValues, Init},
};

pub fn get(model: &dyn ModelFields, name: &str) -> Option<Value> {
    let values = IndexedValues::of(model);
    let index = values.properties.position(name);
    let typed = index.and_then(|index| values.get(index));
    let typed = typed.map(|value| values.extra.sent(name, value));
    typed.and_then(|sent| to_value(sent).ok()).or_else(|| {
        let value = values.extra.get(name)?;
        values.is_untyped(name).then(|| value.clone())
    })
}

pub fn set(model: &mut dyn ModelFields, name: &str, value: Value) -> Result<(), UnknownProperty> {
    let index = position(model, name)?;
    let decoded = set_field(model, index, value);
    store_untyped(model, name, decoded);
    Ok(())
}

pub fn unset(model: &mut dyn ModelFields, name: &str) -> Result<(), UnknownProperty> {
    let index = position(model, name)?;
    model.field_mut(index, Init::Unset);
    if let Some((_, extra)) = meta(model) {
        extra.remove(name);
    }
    Ok(())
}

fn position(model: &mut dyn ModelFields, name: &str) -> Result<usize, UnknownProperty> {
    let properties = properties(model);
    let index = properties.position(name);
    index.ok_or_else(|| UnknownProperty::new(name, properties))
}

fn set_field(model: &mut dyn ModelFields, index: usize, value: Value) -> Decoded {
    match ValueSeed(model.field_mut(index, Init::Blank)).deserialize(&value) {
        Ok(decoded @ (Decoded::Exact | Decoded::Lossy(_))) => decoded,
        Ok(Decoded::Mismatch(_)) | Err(_) => {
            model.field_mut(index, Init::Unset);
            Decoded::mismatch(value)
        }
    }
}
