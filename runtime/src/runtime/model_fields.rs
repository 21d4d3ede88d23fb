//! Access to the fields of a model: the trait that generated code implements.

use super::{
    Extra, Properties,
    value::ValueMut,
    visit::{FieldVisitor, IndexedValues, Init},
};

/// Access to a model's fields. Only two methods, so that a model costs little to compile.
pub trait ModelFields {
    /// Passes the metadata, the `extra` map and then all fields to the visitor, in the order of the properties.
    fn visit_fields<'a>(&'a self, visitor: &mut FieldVisitor<'_, 'a>);

    /// Initializes the field of the property at `index` and returns it. Any greater index returns the metadata and `extra`.
    fn field_mut(&mut self, index: usize, init: Init) -> ValueMut<'_>;
}

/// A boxed model is a model, so that a `Box` fits the boxed fields of other models like the model itself.
impl<M: ModelFields + ?Sized> ModelFields for Box<M> {
    fn visit_fields<'a>(&'a self, visitor: &mut FieldVisitor<'_, 'a>) {
        (**self).visit_fields(visitor);
    }

    fn field_mut(&mut self, index: usize, init: Init) -> ValueMut<'_> {
        (**self).field_mut(index, init)
    }
}

/// Returns the metadata and the `extra` map of a model.
pub(super) fn meta(model: &mut dyn ModelFields) -> Option<(Properties, &mut Extra)> {
    match model.field_mut(usize::MAX, Init::Blank) {
        ValueMut::Meta(properties, extra) => Some((properties, extra)),
        _ => None,
    }
}

pub(super) fn properties(model: &mut dyn ModelFields) -> Properties {
    meta(model)
        .map(|(properties, _)| properties)
        .unwrap_or_default()
}

/// Returns the name of a model's definition in the docs.
pub(super) fn definition(model: &dyn ModelFields) -> &'static str {
    IndexedValues::of(model).properties.definition()
}
