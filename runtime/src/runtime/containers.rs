//! Type-erased lists and maps.

#![allow(missing_docs, reason = "only generated code uses these items")]

use ::std::collections::BTreeMap;

use super::{
    field_value::FieldValue,
    value::{ValueMut, ValueRef},
};

/// A list with items of any type.
pub trait DynList {
    fn len(&self) -> usize;

    fn get(&self, index: usize) -> Option<ValueRef<'_>>;

    /// Appends a blank item and returns it.
    fn push_blank(&mut self) -> ValueMut<'_>;

    /// Removes the last item.
    fn pop(&mut self);
}

impl<T: FieldValue + 'static> DynList for Vec<T> {
    #[inline]
    fn len(&self) -> usize {
        Vec::len(self)
    }

    #[inline]
    fn get(&self, index: usize) -> Option<ValueRef<'_>> {
        self.as_slice().get(index).map(FieldValue::value_ref)
    }

    #[inline]
    fn push_blank(&mut self) -> ValueMut<'_> {
        self.push(T::blank());
        match self.last_mut() {
            Some(item) => item.value_mut(),
            None => ValueMut::Unset,
        }
    }

    #[inline]
    fn pop(&mut self) {
        Vec::pop(self);
    }
}

impl<T: FieldValue + 'static> FieldValue for Vec<T> {
    #[inline]
    fn blank() -> Self {
        Self::new()
    }

    #[inline]
    fn value_ref(&self) -> ValueRef<'_> {
        ValueRef::List(self)
    }

    #[inline]
    fn value_mut(&mut self) -> ValueMut<'_> {
        ValueMut::List(self)
    }
}

/// Iterates over the items of a list.
pub(super) fn items(list: &dyn DynList) -> impl Iterator<Item = ValueRef<'_>> {
    (0..list.len()).map_while(|index| list.get(index))
}

/// A map with values of any type.
pub trait DynMap {
    fn len(&self) -> usize;

    fn get(&self, name: &str) -> Option<ValueRef<'_>>;

    /// Iterates over names and values, sorted by name.
    fn entries(&self) -> Box<dyn Iterator<Item = (&str, ValueRef<'_>)> + '_>;

    /// Inserts a blank value, which replaces an earlier one, and returns it.
    fn insert_blank(&mut self, name: String) -> ValueMut<'_>;

    fn remove(&mut self, name: &str);
}

impl<T: FieldValue + 'static> DynMap for BTreeMap<String, T> {
    fn len(&self) -> usize {
        BTreeMap::len(self)
    }

    fn get(&self, name: &str) -> Option<ValueRef<'_>> {
        BTreeMap::get(self, name).map(FieldValue::value_ref)
    }

    fn entries(&self) -> Box<dyn Iterator<Item = (&str, ValueRef<'_>)> + '_> {
        let entries = self.iter();
        Box::new(entries.map(|(name, value)| (name.as_str(), value.value_ref())))
    }

    fn insert_blank(&mut self, name: String) -> ValueMut<'_> {
        let value = self.entry(name).or_insert_with(T::blank);
        *value = T::blank();
        value.value_mut()
    }

    fn remove(&mut self, name: &str) {
        BTreeMap::remove(self, name);
    }
}

impl<T: FieldValue + 'static> FieldValue for BTreeMap<String, T> {
    fn blank() -> Self {
        Self::new()
    }

    fn value_ref(&self) -> ValueRef<'_> {
        ValueRef::Map(self)
    }

    fn value_mut(&mut self) -> ValueMut<'_> {
        ValueMut::Map(self)
    }
}
