//! A model's values side by side.

use super::{
    Extra, Model, Properties, extra,
    fields::{Fields, Reader},
    value::View,
};

/// A model's values by their properties' numbers, for those who cannot take them as they come.
pub struct Values<'a> {
    /// What the model is.
    pub properties: Properties,
    /// What the typed fields cannot hold.
    pub extra: &'a Extra,
    by_number: Vec<Option<View<'a>>>,
}

impl<'a> Values<'a> {
    /// The values of a model.
    pub fn of(model: &'a dyn Model) -> Self {
        let mut values = Self {
            properties: Properties::default(),
            extra: extra::empty(),
            by_number: Vec::new(),
        };
        model.read(&mut Fields::new(&mut values));
        values
    }

    /// The value of the property with this number, if it is set.
    pub fn get(&self, index: usize) -> Option<View<'a>> {
        self.by_number.get(index).copied().flatten()
    }

    /// All values, in the properties' order.
    pub fn iter(&self) -> impl Iterator<Item = Option<View<'a>>> + use<'_, 'a> {
        self.by_number.iter().copied()
    }
}

impl<'a> Reader<'a> for Values<'a> {
    fn start(&mut self, properties: Properties, extra: &'a Extra) {
        self.properties = properties;
        self.extra = extra;
        self.by_number = vec![None; properties.len()];
    }

    fn value(&mut self, index: usize, value: View<'a>) {
        if let Some(place) = self.by_number.get_mut(index) {
            *place = Some(value);
        }
    }
}
