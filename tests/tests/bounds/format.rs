//! A format without limits, which claims whatever length it likes.

use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Error;

/// A step into a value.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    /// Into an object of one entry, under its name.
    Entry(&'static str),
    /// Into a list of one item.
    Item,
}

/// A value: one step after another leads to the text `x`. Each object and each list claims to hold as
/// much as a program can count.
pub struct Boasting<'a> {
    rest: &'a [Step],
    is_spent: bool,
}

impl<'a> Boasting<'a> {
    pub fn new(rest: &'a [Step]) -> Self {
        let is_spent = false;
        Self { rest, is_spent }
    }

    /// What the next step leads to, once.
    fn step(&mut self) -> Option<(Step, Self)> {
        let (step, rest) = self.rest.split_first()?;
        let is_first = !std::mem::replace(&mut self.is_spent, true);
        is_first.then(|| (*step, Self::new(rest)))
    }
}

impl<'de> Deserializer<'de> for Boasting<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.rest.first() {
            Some(Step::Entry(_)) => visitor.visit_map(self),
            Some(Step::Item) => visitor.visit_seq(self),
            None => visitor.visit_str("x"),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> SeqAccess<'de> for Boasting<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        self.step()
            .map(|(_, item)| seed.deserialize(item))
            .transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(usize::MAX)
    }
}

impl<'de> MapAccess<'de> for Boasting<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        match self.rest.first() {
            Some(Step::Entry(name)) if !self.is_spent => {
                seed.deserialize((*name).into_deserializer()).map(Some)
            }
            _ => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let (_, value) = self.step().expect("a value comes after its name");
        seed.deserialize(value)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(usize::MAX)
    }
}
