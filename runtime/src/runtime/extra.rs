//! The map of properties that a model's typed fields cannot hold.

use ::core::{
    hash::{Hash, Hasher},
    mem::forget,
};

use ::serde_json::{Map, Value};

/// The properties that a model's typed fields cannot hold, by their names in JSON: undocumented properties, explicit
/// nulls, and values of another JSON type than the documented one.
///
/// A typed field that is set takes precedence over an entry of the same name.
#[derive(Clone, Default)]
pub struct Extra(Option<Box<Entries>>);

#[derive(Clone, Default)]
struct Entries {
    values: Map<String, Value>,
    /// The JSON that typed fields were decoded from, if encoding them would not reproduce it, such as `5` for a float or
    /// `5.0` for an integer. An original is ignored once its field has another value.
    originals: Map<String, Value>,
    /// The names of properties that overrides declare secret.
    secrets: &'static [&'static str],
}

impl Extra {
    /// Returns what equality compares, which is `None` if there are neither values nor originals.
    fn compared(&self) -> Option<[&Map<String, Value>; 2]> {
        let entries = self.0.as_ref()?;
        let is_empty = entries.values.is_empty() && entries.originals.is_empty();
        (!is_empty).then_some([&entries.values, &entries.originals])
    }
}

impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        self.compared() == other.compared()
    }
}

impl Eq for Extra {}

impl Hash for Extra {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.compared().hash(state);
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

    /// Removes an entry and returns its value.
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

    /// Returns the JSON that a typed field was decoded from, if it was recorded.
    #[inline]
    pub(super) fn original(&self, name: &str) -> Option<&Value> {
        self.0.as_ref()?.originals.get(name)
    }

    /// Records the JSON that a typed field was decoded from.
    pub(super) fn record_original(&mut self, name: &str, sent: Value) {
        let entries = self.0.get_or_insert_default();
        entries.values.remove(name);
        entries.originals.insert(name.to_owned(), sent);
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
