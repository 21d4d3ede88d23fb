//! Objects whose names are data.

use ::std::collections::BTreeMap;

use super::{
    item::Item,
    value::{Slot, View},
};

/// An object whose names are data, whatever its values.
pub trait Entries {
    /// How many entries it has.
    fn len(&self) -> usize;

    /// The value under a name.
    fn value(&self, name: &str) -> Option<View<'_>>;

    /// Names and values, in the names' order.
    fn entries(&self) -> Box<dyn Iterator<Item = (&str, View<'_>)> + '_>;

    /// Puts a blank value under a name and opens it for writing.
    fn put(&mut self, name: String) -> Slot<'_>;
}

impl<T: Item + 'static> Entries for BTreeMap<String, T> {
    fn len(&self) -> usize {
        BTreeMap::len(self)
    }

    fn value(&self, name: &str) -> Option<View<'_>> {
        self.get(name).map(Item::view)
    }

    fn entries(&self) -> Box<dyn Iterator<Item = (&str, View<'_>)> + '_> {
        Box::new(
            self.iter()
                .map(|(name, value)| (name.as_str(), value.view())),
        )
    }

    fn put(&mut self, name: String) -> Slot<'_> {
        // The last of two equal names wins, and starts from a blank value.
        let value = self.entry(name).or_insert_with(T::blank);
        *value = T::blank();
        value.slot()
    }
}

impl<T: Item + 'static> Item for BTreeMap<String, T> {
    fn blank() -> Self {
        Self::new()
    }

    fn view(&self) -> View<'_> {
        View::Map(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Map(self)
    }
}
