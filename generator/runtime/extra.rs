//! What the typed fields cannot hold.

use ::core::mem::forget;

use ::serde_json::{Map, Value};

/// What a model's typed fields cannot hold, under its name on the wire: properties the docs do not
/// know, explicit nulls, and values of another shape than the docs say.
///
/// A typed field that is set wins over what is held here under its name.
#[derive(Clone, Default, PartialEq)]
pub struct Extra(Option<Box<Kept>>);

#[derive(Clone, Default, PartialEq)]
struct Kept {
    values: Map<String, Value>,
    /// How values were written that typed fields do hold, where the fields cannot tell: a `5` that
    /// came for a float. Of no consequence once the field says something else.
    spellings: Map<String, Value>,
}

/// Every model has an `Extra`, and the compiler believes that dropping JSON may unwind: it would make each function
/// that drops a model longer by all that has to be dropped in that case, and by a table about it. So it is told that it does not.
impl Drop for Extra {
    #[inline]
    fn drop(&mut self) {
        if let Some(kept) = self.0.take() {
            discard(kept);
        }
        // There is nothing left that would have to be dropped after this.
        forget(self.0.take());
    }
}

/// No panic leaves a function of C's.
#[inline(never)]
extern "C" fn discard(kept: Box<Kept>) {
    drop(kept);
}

static EMPTY: Extra = Extra::new();

impl Extra {
    /// Nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self(None)
    }

    /// Whether nothing is held.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many names are held.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |kept| kept.values.len())
    }

    /// The value under a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.as_ref()?.values.get(name)
    }

    /// The value under a name, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.0.as_mut()?.values.get_mut(name)
    }

    /// Puts a value under a name and returns what was there.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        self.keep(name.into(), value.into())
    }

    /// Takes the value under a name out.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let kept = self.0.as_mut()?;
        kept.spellings.remove(name);
        kept.values.remove(name)
    }

    /// Names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0
            .iter()
            .flat_map(|kept| kept.values.iter())
            .map(|(name, value)| (name.as_str(), value))
    }

    /// Puts a value under a name, instead of whatever was known of it.
    fn keep(&mut self, name: String, value: Value) -> Option<Value> {
        let kept = self.0.get_or_insert_default();
        kept.spellings.remove(&name);
        kept.values.insert(name, value)
    }

    /// How the value of a typed field was written, where that is kept.
    #[inline]
    pub(super) fn spelling(&self, name: &str) -> Option<&Value> {
        self.0.as_ref()?.spellings.get(name)
    }

    /// Keeps how the value of a typed field was written.
    pub(super) fn keep_spelling(&mut self, name: &str, sent: Value) {
        let kept = self.0.get_or_insert_default();
        kept.values.remove(name);
        kept.spellings.insert(name.to_owned(), sent);
    }
}

/// An [`Extra`] that holds nothing.
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
