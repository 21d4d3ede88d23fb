//! The parts of received JSON that encoding the typed value would not reproduce.
//!
//! These are the notation of a number, such as `5.0` for an integer, and the misfits of lists and maps: the items and
//! entries that do not fit the type, such as a `null`. Misfits are kept beside the list or the map, and written back in
//! their places.

mod alignment;

use ::std::collections::BTreeMap;

use ::serde::ser::{Serialize, Serializer};
use ::serde_json::Value;

use super::{
    containers::{DynList, DynMap, items},
    decode::integer_value,
    value::ValueRef,
};
use alignment::{Alignment, fingerprints};

/// The part of received JSON that a typed value does not reproduce.
#[derive(Clone)]
pub enum Original {
    /// A number in another notation, such as `5` for a float or `5.0` for an integer. Ignored once the value has changed.
    Number(Value),
    List(OriginalList),
    Map(OriginalMap),
}

/// The items of a received list that its typed list does not reproduce.
#[derive(Clone)]
pub struct OriginalList {
    /// The fingerprints of the typed items when they were received.
    typed: Vec<u64>,
    /// The originals of typed items, each with the index of the item.
    items: Vec<(usize, Original)>,
    /// The items that do not fit, each with the number of typed items before it.
    misfits: Vec<(usize, Value)>,
}

/// The entries of a received object that its typed map does not reproduce.
#[derive(Clone)]
pub struct OriginalMap {
    /// The names of the typed entries when they were received, or empty if the map has no misfits.
    typed: Vec<String>,
    /// The originals of typed entries, by name.
    entries: BTreeMap<String, Original>,
    /// The entries that do not fit.
    misfits: BTreeMap<String, Value>,
}

impl Original {
    /// Creates the original of a list, or returns `None` if the list reproduces the received JSON.
    pub fn of_list(
        list: &dyn DynList,
        items: Vec<(usize, Original)>,
        misfits: Vec<(usize, Value)>,
    ) -> Option<Self> {
        let is_exact = items.is_empty() && misfits.is_empty();
        (!is_exact).then(|| {
            Self::List(OriginalList {
                typed: fingerprints(list),
                items,
                misfits,
            })
        })
    }

    /// Creates the original of a map, or returns `None` if the map reproduces the received JSON.
    pub fn of_map(
        map: &dyn DynMap,
        entries: BTreeMap<String, Original>,
        misfits: BTreeMap<String, Value>,
    ) -> Option<Self> {
        let is_exact = entries.is_empty() && misfits.is_empty();
        (!is_exact).then(|| {
            let names = map.entries().map(|(name, _)| name.to_owned());
            Self::Map(OriginalMap {
                typed: names.filter(|_| !misfits.is_empty()).collect(),
                entries,
                misfits,
            })
        })
    }
}

impl OriginalList {
    /// Returns the items of the list with the misfits in their places.
    ///
    /// If the list was cleared or replaced, the misfits are dropped.
    fn merge<'a>(&'a self, list: &'a dyn DynList) -> Vec<Sent<'a>> {
        let mut merged = Vec::with_capacity(list.len() + self.misfits.len());
        let Some(alignment) = Alignment::new(&self.typed, list) else {
            merged.extend(items(list).map(Sent::exact));
            return merged;
        };
        let mut originals = (self.items.iter())
            .filter_map(|(index, original)| Some((alignment.item(*index)?, original)))
            .peekable();
        let mut misfits = (self.misfits.iter())
            .map(|(before, value)| (alignment.gap(*before), value))
            .peekable();
        for index in 0..=list.len() {
            while let Some((_, value)) = misfits.next_if(|(place, _)| *place <= index) {
                merged.push(Sent::exact(ValueRef::Any(value)));
            }
            let original = originals.next_if(|(place, _)| *place == index);
            merged.extend(list.get(index).map(|value| Sent {
                value,
                original: original.map(|(_, original)| original),
            }));
        }
        merged
    }
}

impl OriginalMap {
    /// Returns the entries of the map, followed by the misfits.
    ///
    /// If the map was cleared or replaced, so that no received name is left, the misfits are dropped.
    fn merge<'a>(&'a self, map: &'a dyn DynMap) -> Vec<(&'a str, Sent<'a>)> {
        let typed = map.entries().map(|(name, value)| {
            let original = self.entries.get(name);
            (name, Sent { value, original })
        });
        let is_kept =
            self.typed.is_empty() || self.typed.iter().any(|name| map.get(name).is_some());
        let misfits = (self.misfits.iter())
            .filter(|(name, _)| is_kept && map.get(name).is_none())
            .map(|(name, value)| (name.as_str(), Sent::exact(ValueRef::Any(value))));
        typed.chain(misfits).collect()
    }
}

/// A value to be encoded, with the original of the JSON that it was decoded from.
#[derive(Clone, Copy)]
pub struct Sent<'a> {
    pub value: ValueRef<'a>,
    pub original: Option<&'a Original>,
}

impl<'a> Sent<'a> {
    pub fn exact(value: ValueRef<'a>) -> Self {
        Self {
            value,
            original: None,
        }
    }

    /// Returns the items of a list.
    pub fn items(self) -> impl Iterator<Item = Sent<'a>> {
        let (typed, merged) = match (self.value, self.original) {
            (ValueRef::List(list), Some(Original::List(original))) => {
                (None, Some(original.merge(list)))
            }
            (ValueRef::List(list), _) => (Some(items(list)), None),
            _ => (None, None),
        };
        let typed = typed.into_iter().flatten().map(Sent::exact);
        typed.chain(merged.into_iter().flatten())
    }

    /// Returns the entries of a map.
    pub fn entries(self) -> impl Iterator<Item = (&'a str, Sent<'a>)> {
        let (typed, merged) = match (self.value, self.original) {
            (ValueRef::Map(map), Some(Original::Map(original))) => {
                (None, Some(original.merge(map)))
            }
            (ValueRef::Map(map), _) => (Some(map.entries()), None),
            _ => (None, None),
        };
        let typed = typed.into_iter().flatten();
        let typed = typed.map(|(name, value)| (name, Sent::exact(value)));
        typed.chain(merged.into_iter().flatten())
    }
}

impl Serialize for Sent<'_> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.value, self.original) {
            (value, Some(Original::Number(sent))) if decodes_to(sent, value) => {
                sent.serialize(serializer)
            }
            (value, None | Some(Original::Number(_))) => value.serialize(serializer),
            (_, Some(Original::List(_))) => serializer.collect_seq(self.items()),
            (_, Some(Original::Map(_))) => serializer.collect_map(self.entries()),
        }
    }
}

/// Checks whether a number decodes to this value.
fn decodes_to(sent: &Value, value: ValueRef<'_>) -> bool {
    match (value, sent) {
        (ValueRef::Integer(integer), Value::Number(sent)) => integer_value(sent) == Some(integer),
        (ValueRef::Float(float), Value::Number(sent)) => sent.as_f64() == Some(float),
        _ => false,
    }
}
