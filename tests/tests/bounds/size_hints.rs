//! Size hints are not trusted: even if a format announces a huge length, no memory is reserved for it.

use genesys_tests::{
    runtime::Model,
    sample::{Everything, Person},
};
use serde::{
    Deserialize,
    de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Error, json};

use self::Step::{Entry, Item};

/// One level of nesting.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    /// An object with a single entry of this name.
    Entry(&'static str),
    /// A list with a single item.
    Item,
}

/// A deserializer of the string `x`, nested in the levels in `rest`. It has no nesting limit, and the size hint of each
/// object and list is `usize::MAX`.
pub struct HugeSizeHints<'a> {
    rest: &'a [Step],
    is_spent: bool,
}

impl<'a> HugeSizeHints<'a> {
    pub fn new(rest: &'a [Step]) -> Self {
        let is_spent = false;
        Self { rest, is_spent }
    }

    /// Returns the outermost level and its content on the first call, and `None` afterwards.
    fn step(&mut self) -> Option<(Step, Self)> {
        let (step, rest) = self.rest.split_first()?;
        let is_first = !std::mem::replace(&mut self.is_spent, true);
        is_first.then(|| (*step, Self::new(rest)))
    }
}

impl<'de> Deserializer<'de> for HugeSizeHints<'_> {
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

impl<'de> SeqAccess<'de> for HugeSizeHints<'_> {
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

impl<'de> MapAccess<'de> for HugeSizeHints<'_> {
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
        let (_, value) = self.step().expect("a value follows its name");
        seed.deserialize(value)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(usize::MAX)
    }
}

fn decode(steps: &[Step]) -> Everything {
    Everything::deserialize(HugeSizeHints::new(steps)).unwrap()
}

#[test]
fn every_property_ignores_the_size_hint() {
    for property in Everything::PROPERTIES {
        for inside in [
            &[][..],
            &[Item],
            &[Item, Item],
            &[Entry("a")],
            &[Entry("a"), Item],
        ] {
            let steps = [&[Entry(property.name)], inside].concat();
            let expected = inside
                .iter()
                .rev()
                .fold(json!("x"), |value, step| match step {
                    Entry(name) => json!({ *name: value }),
                    Item => json!([value]),
                });
            assert_eq!(decode(&steps).get(property.name), Some(expected));
        }
    }
}

#[test]
fn a_list_of_models_does_not_reserve_the_size_hint() {
    let people = decode(&[Entry("people"), Item, Entry("id")])
        .people
        .unwrap();
    assert_eq!((people.len(), people[0].id.as_deref()), (1, Some("x")));
    assert!(people.capacity() < 100, "{}", people.capacity());
}

#[test]
fn unknown_properties_ignore_the_size_hint() {
    let steps = [Entry("new"), Item, Entry("newer"), Item, Item];
    let person = Person::deserialize(HugeSizeHints::new(&steps)).unwrap();
    assert_eq!(person.extra.get("new"), Some(&json!([{"newer": [["x"]]}])));
}
