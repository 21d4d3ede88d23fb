//! Serialization: one serializer for all models.

use ::serde::ser::{Serialize, SerializeMap, Serializer};
use ::serde_json::Value;

use super::{
    Extra, ModelFields, Number, Properties,
    containers::items,
    extra,
    value::ValueRef,
    visit::{FieldVisitor, IndexedValues, Visit},
};

/// Serializes a model: the fields that are set, in the docs' order, then the entries of `extra`.
///
/// # Errors
///
/// Fails if the serializer fails, or if a float is not finite.
// Never inlined, see `monomorphize`.
#[inline(never)]
pub fn encode<S: Serializer>(model: &dyn ModelFields, serializer: S) -> Result<S::Ok, S::Error> {
    let mut encoder = Encoder {
        map: serializer.serialize_map(None)?,
        properties: Properties::default(),
        extra: extra::empty(),
        result: Ok(()),
    };
    model.visit_fields(&mut FieldVisitor::new(&mut encoder));
    encoder.result?;
    let (mut map, extra) = (encoder.map, encoder.extra);
    if !extra.is_empty() {
        for (name, value) in untyped_entries(model) {
            map.serialize_entry(name, value)?;
        }
    }
    map.end()
}

/// A visitor that serializes fields as the entries of an object.
struct Encoder<'a, M: SerializeMap> {
    map: M,
    properties: Properties,
    extra: &'a Extra,
    result: Result<(), M::Error>,
}

impl<'a, M: SerializeMap> Visit<'a> for Encoder<'a, M> {
    fn meta(&mut self, properties: Properties, extra: &'a Extra) {
        self.properties = properties;
        self.extra = extra;
    }

    fn value(&mut self, index: usize, value: ValueRef<'a>) {
        let Some(name) = self.properties.name(index).filter(|_| self.result.is_ok()) else {
            return;
        };
        let result = self
            .map
            .serialize_entry(name, &self.extra.sent(name, value));
        self.record_error(result);
    }

    fn text(&mut self, index: usize, text: &'a str) {
        if let Some(name) = self.properties.name(index).filter(|_| self.result.is_ok()) {
            let result = self.map.serialize_entry(name, text);
            self.record_error(result);
        }
    }
}

impl<M: SerializeMap> Encoder<'_, M> {
    fn record_error(&mut self, result: Result<(), M::Error>) {
        if result.is_err() {
            self.result = result;
        }
    }
}

pub(super) fn to_value(value: impl Serialize) -> ::serde_json::Result<Value> {
    ::serde_json::to_value(value)
}

/// Returns the entries of `extra` whose names are not set by a typed field.
fn untyped_entries(model: &dyn ModelFields) -> Vec<(&str, &Value)> {
    let values = IndexedValues::of(model);
    let entries = values.extra.iter();
    entries
        .filter(|(name, _)| values.is_untyped(name))
        .collect()
}

impl Serialize for ValueRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::TypedString(string) => serializer.serialize_str(string.as_text()),
            Self::Enum(text) => serializer.serialize_str(text.as_str()),
            Self::Number(number) => number.serialize(serializer),
            Self::Integer(integer) => serializer.serialize_i64(integer),
            Self::Float(float) => Number::from(float).serialize(serializer),
            Self::Boolean(boolean) => serializer.serialize_bool(boolean),
            Self::Any(value) => value.serialize(serializer),
            Self::Model(model) => encode(model, serializer),
            Self::List(list) => serializer.collect_seq(items(list)),
            Self::Map(map) => serializer.collect_map(map.entries()),
        }
    }
}
