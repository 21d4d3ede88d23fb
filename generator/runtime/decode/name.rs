//! Decoding property names.

use ::core::fmt;

use ::serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

use super::super::Properties;

/// A property's name: the number of one that the model knows, or another.
pub enum Name {
    Known(usize),
    Unknown(String),
}

/// Decodes a name, trying the property after the last one first: payloads mostly keep the docs' order.
pub struct NameSeed<'a> {
    pub properties: &'a Properties,
    pub expected: usize,
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
        f.write_str("a property's name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Name, E> {
        Ok(match self.find(name) {
            Some(index) => Name::Known(index),
            None => Name::Unknown(name.to_owned()),
        })
    }

    fn visit_string<E: Error>(self, name: String) -> Result<Name, E> {
        Ok(self.find(&name).map_or(Name::Unknown(name), Name::Known))
    }
}
