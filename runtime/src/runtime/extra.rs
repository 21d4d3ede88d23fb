//! The map of properties that a model's typed fields cannot hold.

use ::core::{
    hash::{Hash, Hasher},
    mem::forget,
};

use ::std::collections::BTreeMap;

use ::serde_json::{Map, Value};

use super::{
    original::{Original, Sent},
    value::ValueRef,
};

/// The properties that a model's typed fields cannot hold, by their names in JSON: undocumented properties, explicit
/// nulls, and values of another JSON type than the documented one.
///
/// A typed field that is set takes precedence over an entry of the same name.
///
/// This type also keeps what is not an entry: the notation of numbers, such as `5` for a float, and those items of lists and
/// entries of maps that do not fit their types, such as a `null` among strings. They are sent again with the typed field:
///
/// - An item stays at its distance from the start of the list, or from the end if the start has changed. It is dropped
///   once the list contains none of the received items, because the list was cleared or replaced. Models in a list may
///   all change as long as their number stays the same.
/// - An entry of a map stays until the map has an entry of the same name, or none of the received names.
///
/// [`Model::get`](super::Model::get) returns them with the typed values, and [`remove`](Self::remove) drops them.
#[derive(Clone, Default)]
pub struct Extra(Option<Box<Entries>>);

#[derive(Clone, Default)]
struct Entries {
    values: Map<String, Value>,
    /// What typed fields do not reproduce of the JSON that they were decoded from, by their names.
    originals: BTreeMap<String, Original>,
    /// The names of properties that overrides declare secret.
    secrets: &'static [&'static str],
}

impl Extra {
    /// Returns the entries, or `None` for an empty map.
    fn values(&self) -> Option<&Map<String, Value>> {
        let values = &self.0.as_ref()?.values;
        (!values.is_empty()).then_some(values)
    }
}

impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        self.values() == other.values()
    }
}

impl Eq for Extra {}

impl Hash for Extra {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.values().hash(state);
    }
}

/// Drops the entries without unwinding.
///
/// rustc assumes that dropping JSON may unwind, and would add landing pads to every function that drops a model.
impl Drop for Extra {
    #[inline]
    fn drop(&mut self) {
        if let Some(entries) = self.0.take() {
            drop_without_unwinding(entries);
        }
        // The field is `None` now, and `forget` keeps rustc from emitting code that drops it.
        forget(self.0.take());
    }
}

/// Drops the entries. A panic in an `extern "C"` function aborts instead of unwinding.
#[inline(never)]
extern "C" fn drop_without_unwinding(entries: Box<Entries>) {
    drop(entries);
}

static EMPTY: Extra = Extra::new();

impl Extra {
    /// Creates an empty map, without allocating.
    #[must_use]
    pub const fn new() -> Self {
        Self(None)
    }

    /// Checks whether the map has no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |entries| entries.values.len())
    }

    /// Returns the value under `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.as_ref()?.values.get(name)
    }

    /// Returns a mutable reference to the value under `name`.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.0.as_mut()?.values.get_mut(name)
    }

    /// Inserts an entry and returns the value it replaces.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        self.insert_value(name.into(), value.into())
    }

    /// Removes an entry and returns its value. Also drops the items and entries that do not fit the typed field of this name.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let entries = self.0.as_mut()?;
        entries.originals.remove(name);
        entries.values.remove(name)
    }

    /// Iterates over names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0
            .iter()
            .flat_map(|entries| entries.values.iter())
            .map(|(name, value)| (name.as_str(), value))
    }

    fn insert_value(&mut self, name: String, value: Value) -> Option<Value> {
        let entries = self.0.get_or_insert_default();
        entries.originals.remove(&name);
        entries.values.insert(name, value)
    }

    /// Returns the value of a typed field as it is sent.
    #[inline]
    pub(super) fn sent<'a>(&'a self, name: &str, value: ValueRef<'a>) -> Sent<'a> {
        let entries = self.0.as_ref();
        Sent {
            value,
            original: entries.and_then(|entries| entries.originals.get(name)),
        }
    }

    /// Records what a typed field does not reproduce.
    pub(super) fn record_original(&mut self, name: &str, original: Original) {
        let entries = self.0.get_or_insert_default();
        entries.values.remove(name);
        entries.originals.insert(name.to_owned(), original);
    }

    /// Returns the names that overrides declare secret.
    pub(super) fn secrets(&self) -> &'static [&'static str] {
        self.0.as_ref().map_or(&[], |entries| entries.secrets)
    }

    /// Redacts the values under these names in `Debug` output. Does nothing if the map was never written to.
    pub(super) fn hide(&mut self, names: &'static [&'static str]) {
        if let Some(entries) = self.0.as_mut() {
            entries.secrets = names;
        }
    }
}

/// Returns an empty map.
pub(super) fn empty() -> &'static Extra {
    &EMPTY
}

impl<N: Into<String>, V: Into<Value>> FromIterator<(N, V)> for Extra {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(entries: I) -> Self {
        let mut extra = Self::new();
        extra.extend(entries);
        extra
    }
}

impl<N: Into<String>, V: Into<Value>> Extend<(N, V)> for Extra {
    fn extend<I: IntoIterator<Item = (N, V)>>(&mut self, entries: I) {
        for (name, value) in entries {
            self.insert(name, value);
        }
    }
}
