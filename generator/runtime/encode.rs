//! Encoding: one serializer for all models.

use ::serde::ser::{Serialize, SerializeMap, Serializer};
use ::serde_json::Value;

use super::{
    Extra, Model, Properties, extra,
    fields::{Fields, Reader},
    list::items,
    value::View,
    values::Values,
};

/// Encodes a model: what is set, in the docs' order, then what `extra` holds beside it.
///
/// # Errors
///
/// Where the serializer fails, and where a float is no JSON number.
// Never inlined, see `formats`.
#[inline(never)]
pub fn encode<S: Serializer>(model: &dyn Model, serializer: S) -> Result<S::Ok, S::Error> {
    let mut writer = Writer {
        map: serializer.serialize_map(None)?,
        properties: Properties::default(),
        extra: extra::empty(),
        outcome: Ok(()),
    };
    model.read(&mut Fields::new(&mut writer));
    writer.outcome?;
    let (mut map, extra) = (writer.map, writer.extra);
    if !extra.is_empty() {
        for (name, value) in untyped_entries(model) {
            map.serialize_entry(name, value)?;
        }
    }
    map.end()
}

/// Writes what it reads as the entries of an object.
struct Writer<'a, M: SerializeMap> {
    map: M,
    properties: Properties,
    extra: &'a Extra,
    outcome: Result<(), M::Error>,
}

impl<'a, M: SerializeMap> Reader<'a> for Writer<'a, M> {
    fn start(&mut self, properties: Properties, extra: &'a Extra) {
        self.properties = properties;
        self.extra = extra;
    }

    fn value(&mut self, index: usize, value: View<'a>) {
        let Some(name) = self.properties.name(index).filter(|_| self.outcome.is_ok()) else {
            return;
        };
        let written = match as_sent(self.extra, name, value) {
            None => self.map.serialize_entry(name, &value),
            Some(sent) => self.map.serialize_entry(name, sent),
        };
        self.note(written);
    }

    fn text(&mut self, index: usize, text: &'a str) {
        if let Some(name) = self.properties.name(index).filter(|_| self.outcome.is_ok()) {
            let written = self.map.serialize_entry(name, text);
            self.note(written);
        }
    }
}

impl<M: SerializeMap> Writer<'_, M> {
    /// Keeps the first error.
    fn note(&mut self, written: Result<(), M::Error>) {
        if written.is_err() {
            self.outcome = written;
        }
    }
}

/// A value as JSON.
pub(super) fn to_value(view: View<'_>) -> ::serde_json::Result<Value> {
    ::serde_json::to_value(view)
}

/// What a typed value was decoded from, where the value cannot tell: integers that came for floats
/// are known to `extra`, and count until the field changes.
#[inline]
pub(super) fn as_sent<'a>(extra: &'a Extra, name: &str, view: View<'_>) -> Option<&'a Value> {
    extra.spelling(name).filter(|sent| reads_as(sent, view))
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

/// What `extra` holds under names of which no typed field has the say.
fn untyped_entries(model: &dyn Model) -> Vec<(&str, &Value)> {
    let values = Values::of(model);
    let entries = values.extra.iter();
    entries.filter(|(name, _)| untyped(&values, name)).collect()
}

/// Whether no typed field has the say under a name.
pub(super) fn untyped(values: &Values<'_>, name: &str) -> bool {
    values
        .properties
        .position(name)
        .is_none_or(|index| values.get(index).is_none())
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
