//! Lists, whatever their items.

use super::{
    item::Item,
    value::{Slot, View},
};

/// A list, whatever its items.
pub trait List {
    /// How many items it has.
    fn len(&self) -> usize;

    /// An item.
    fn item(&self, index: usize) -> Option<View<'_>>;

    /// Adds a blank item and opens it for writing.
    fn push(&mut self) -> Slot<'_>;

    /// Drops the last item.
    fn pop(&mut self);

    /// Drops all items.
    fn clear(&mut self);
}

impl<T: Item + 'static> List for Vec<T> {
    fn len(&self) -> usize {
        Vec::len(self)
    }

    fn item(&self, index: usize) -> Option<View<'_>> {
        self.get(index).map(Item::view)
    }

    fn push(&mut self) -> Slot<'_> {
        Vec::push(self, T::blank());
        self.last_mut().map_or(Slot::Closed, Item::slot)
    }

    fn pop(&mut self) {
        Vec::pop(self);
    }

    fn clear(&mut self) {
        Vec::clear(self);
    }
}

impl<T: Item + 'static> Item for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn view(&self) -> View<'_> {
        View::List(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::List(self)
    }
}

/// The items of a list.
pub(super) fn items(list: &dyn List) -> impl Iterator<Item = View<'_>> {
    (0..list.len()).map_while(|index| list.item(index))
}
