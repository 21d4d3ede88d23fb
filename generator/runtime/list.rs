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
}

impl<T: Item + 'static> List for Vec<T> {
    #[inline]
    fn len(&self) -> usize {
        Vec::len(self)
    }

    #[inline]
    fn item(&self, index: usize) -> Option<View<'_>> {
        self.get(index).map(Item::view)
    }

    #[inline]
    fn push(&mut self) -> Slot<'_> {
        Vec::push(self, T::blank());
        match self.last_mut() {
            Some(item) => item.slot(),
            None => Slot::Closed,
        }
    }

    #[inline]
    fn pop(&mut self) {
        Vec::pop(self);
    }
}

impl<T: Item + 'static> Item for Vec<T> {
    #[inline]
    fn blank() -> Self {
        Self::new()
    }

    #[inline]
    fn view(&self) -> View<'_> {
        View::List(self)
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::List(self)
    }
}

/// The items of a list.
pub(super) fn items(list: &dyn List) -> impl Iterator<Item = View<'_>> {
    (0..list.len()).map_while(|index| list.item(index))
}
