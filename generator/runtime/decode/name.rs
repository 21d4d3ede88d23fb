//! Decoding property names.

use ::core::fmt;

use ::serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

use super::super::{Property, model::position};

/// A property's name: the number of one that the model knows, or another.
pub enum Name {
    Known(usize),
    Unknown(String),
}

/// Decodes a name, trying the property after the last one first: payloads mostly keep the docs' order.
pub struct NameSeed {
    pub properties: &'static [Property],
    pub expected: usize,
}

impl NameSeed {
    fn find(&self, name: &str) -> Option<usize> {
        let (before, after) = self.properties.split_at_checked(self.expected)?;
        position(after, name)
            .map(|index| index + self.expected)
            .or_else(|| position(before, name))
    }
}

impl<'de> DeserializeSeed<'de> for NameSeed {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for NameSeed {
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
