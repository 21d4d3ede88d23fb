//! Deserialization of objects into models.

use ::core::fmt;

use ::serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use ::serde_json::Value;

use super::{
    super::{
        ModelFields, Properties,
        model_fields::{meta, properties},
        visit::{IndexedValues, Init},
    },
    Decoded, ValueSeed,
    number::number_from_object,
    store_untyped,
};

/// A visitor of the object at the root of a document.
pub struct ModelVisitor<'a>(pub &'a mut dyn ModelFields);

impl<'de> Visitor<'de> for ModelVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let properties = IndexedValues::of(self.0).properties;
        write!(f, "an object for the model `{}`", properties.definition())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        decode_model(self.0, map).map(drop)
    }
}

/// Deserializes the entries of an object into a blank model.
pub fn decode_model<'de, A: MapAccess<'de>>(
    model: &mut dyn ModelFields,
    mut map: A,
) -> Result<Decoded, A::Error> {
    let properties = properties(model);
    let mut expected = 0;
    let mut has_extra = false;
    while let Some(name) = map.next_key_seed(NameSeed {
        properties: &properties,
        expected,
    })? {
        match name {
            Name::Documented(index) => {
                expected = index + 1;
                let decoded = decode_field(model, index, &mut map)?;
                has_extra |= !matches!(decoded, Decoded::Exact);
                if let Some(name) = properties.name(index).filter(|_| has_extra) {
                    store_untyped(model, name, decoded);
                }
            }
            Name::Undocumented(name) => {
                let value = map.next_value::<Value>()?;
                has_extra = true;
                store_untyped(model, &name, Decoded::mismatch(value));
            }
        }
    }
    Ok(if has_extra {
        check_number(model)
    } else {
        Decoded::Exact
    })
}

/// Returns a mismatch if the object that was just decoded encodes a number.
fn check_number(model: &mut dyn ModelFields) -> Decoded {
    let number = meta(model).and_then(|(_, extra)| number_from_object(extra.iter()));
    number.map_or(Decoded::Exact, Decoded::mismatch)
}

/// Deserializes a property's value into its field, which stays unset if the value does not fit.
fn decode_field<'de, A: MapAccess<'de>>(
    model: &mut dyn ModelFields,
    index: usize,
    map: &mut A,
) -> Result<Decoded, A::Error> {
    let decoded = map.next_value_seed(ValueSeed(model.field_mut(index, Init::Blank)))?;
    if let Decoded::Mismatch(_) = decoded {
        model.field_mut(index, Init::Unset);
    }
    Ok(decoded)
}

/// The name of a property in JSON.
enum Name {
    /// The index of a documented property.
    Documented(usize),
    Undocumented(String),
}

/// A seed that deserializes a name. Payloads usually have the docs' order, so the next property is tried first.
struct NameSeed<'a> {
    properties: &'a Properties,
    expected: usize,
}

impl NameSeed<'_> {
    fn find(&self, name: &str) -> Option<usize> {
        self.properties.position_from(self.expected, name)
    }
}

impl<'de> DeserializeSeed<'de> for NameSeed<'_> {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for NameSeed<'_> {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Name, E> {
        Ok(match self.find(name) {
            Some(index) => Name::Documented(index),
            None => Name::Undocumented(name.to_owned()),
        })
    }

    fn visit_string<E: Error>(self, name: String) -> Result<Name, E> {
        Ok(self
            .find(&name)
            .map_or(Name::Undocumented(name), Name::Documented))
    }
}
