//! Encoding: one serializer for all models.

use ::serde::{
    de::DeserializeSeed,
    ser::{Serialize, SerializeMap, Serializer},
};
use ::serde_json::Value;

use super::{
    Extra, Model, Property,
    decode::{Fit, SlotSeed},
    field::{Field, View},
    list::items,
    model::{extra, position},
};

/// Encodes a model: what is set, in the docs' order, then what `extra` holds beside it.
///
/// # Errors
///
/// Where the serializer fails, and where a float is no JSON number.
pub fn encode<S: Serializer>(model: &dyn Model, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    let extra = extra(model);
    for (index, property) in model.shape().properties.iter().enumerate() {
        if let Some(view) = &model.field(index).view() {
            match as_sent(extra, property.name, view) {
                None => map.serialize_entry(property.name, view)?,
                Some(sent) => map.serialize_entry(property.name, sent)?,
            }
        }
    }
    for (name, value) in extra.iter() {
        if let Some(value) = untyped(model, name, value) {
            map.serialize_entry(name, value)?;
        }
    }
    map.end()
}

/// A value as JSON.
pub(super) fn to_value(view: View<'_>) -> ::serde_json::Result<Value> {
    ::serde_json::to_value(view)
}

/// What a property's typed field holds.
pub(super) fn typed<'a>(
    model: &'a dyn Model,
    index: usize,
    property: &Property,
) -> Option<View<'a>> {
    let view = model.field(index).view()?;
    Some(as_sent(extra(model), property.name, &view).map_or(view, View::Any))
}

/// What a typed value was decoded from, where the value cannot tell: integers that came for floats
/// are kept in `extra`, and count until the field changes.
fn as_sent<'a>(extra: &'a Extra, name: &str, view: &View<'_>) -> Option<&'a Value> {
    extra.get(name).filter(|sent| reads_as(sent, *view))
}

/// Whether JSON is what a typed value was decoded from, as far as that is made of floats.
fn reads_as(sent: &Value, view: View<'_>) -> bool {
    match (view, sent) {
        (View::Float(float), Value::Number(sent)) => sent.as_f64() == Some(float),
        (View::List(list), Value::Array(sent)) => {
            let mut pairs = sent.iter().zip(items(list));
            sent.len() == list.len() && pairs.all(|(sent, view)| reads_as(sent, view))
        }
        (View::Map(map), Value::Object(sent)) => {
            let is_same = |(name, view)| sent.get(name).is_some_and(|sent| reads_as(sent, view));
            sent.len() == map.len() && map.entries().all(is_same)
        }
        _ => false,
    }
}

/// What `extra` holds under a name, unless a typed field has the say: one that is set, or one
/// that has been unset since this was kept beside it.
pub(super) fn untyped<'a>(model: &dyn Model, name: &str, value: &'a Value) -> Option<&'a Value> {
    let index = position(model.shape().properties, name);
    let has_say = index.is_some_and(|index| {
        let field = model.field(index);
        field.view().is_some() || is_beside(field, value)
    });
    (!has_say).then_some(value)
}

fn is_beside(field: &dyn Field, value: &Value) -> bool {
    let fit = SlotSeed(field.fresh().slot()).deserialize(value);
    matches!(fit, Ok(Fit::Beside(_)))
}

impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Token(token) => serializer.serialize_str(token.text()),
            Self::Number(number) => number.serialize(serializer),
            Self::Integer(integer) => serializer.serialize_i64(integer),
            Self::Float(float) => super::Number::from(float).serialize(serializer),
            Self::Boolean(boolean) => serializer.serialize_bool(boolean),
            Self::Any(value) => value.serialize(serializer),
            Self::Model(model) => encode(model, serializer),
            Self::List(list) => serializer.collect_seq(items(list)),
            Self::Map(entries) => serializer.collect_map(entries.entries()),
        }
    }
}
