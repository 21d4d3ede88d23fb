//! The trait of all models.

use super::{Extra, Property, Violation, field::Field, json, property::Shape, validate::validate};

/// A model: a struct with a field for every property of a definition, and [`Extra`] for all else.
///
/// Implemented by the generated code alone. What a program calls are the provided methods, which
/// know properties by their names on the wire.
pub trait Model: ::core::fmt::Debug {
    /// The definition's name and properties.
    #[doc(hidden)]
    fn shape(&self) -> &'static Shape;

    /// The field of the property with this number; the one after the last is [`Extra`].
    #[doc(hidden)]
    fn field(&self, index: usize) -> &dyn Field;

    /// The field of the property with this number; the one after the last is [`Extra`].
    #[doc(hidden)]
    fn field_mut(&mut self, index: usize) -> &mut dyn Field;

    /// The properties that the docs describe, in their order.
    fn properties(&self) -> &'static [Property] {
        self.shape().properties
    }

    /// The value of a property as JSON, by its name on the wire; `None` where it is absent.
    fn get(&self, name: &str) -> Option<::serde_json::Value>
    where
        Self: Sized,
    {
        json::get(self, name)
    }

    /// Sets a property, by its name on the wire: the typed field where the value fits it, else
    /// the entry in `extra`.
    fn set(&mut self, name: &str, value: ::serde_json::Value)
    where
        Self: Sized,
    {
        json::set(self, name, value);
    }

    /// Sets a property to an explicit `null`, which in a PATCH clears it; a property that is merely
    /// `None` is left out.
    fn set_null(&mut self, name: &str)
    where
        Self: Sized,
    {
        json::set(self, name, ::serde_json::Value::Null);
    }

    /// Whether a property is an explicit `null`.
    fn is_null(&self, name: &str) -> bool
    where
        Self: Sized,
    {
        json::is_null(self, name)
    }

    /// Everything in which this value departs from the docs: the place of each as a JSON pointer.
    ///
    /// Required properties that are missing, properties the docs do not know, values of another
    /// shape, enum values that are not listed; nested models included.
    fn validate(&self) -> Vec<Violation>
    where
        Self: Sized,
    {
        validate(self)
    }
}

/// What a reference to a model is held in.
impl<T: Model> Model for Box<T> {
    fn shape(&self) -> &'static Shape {
        T::shape(self)
    }

    fn field(&self, index: usize) -> &dyn Field {
        T::field(self, index)
    }

    fn field_mut(&mut self, index: usize) -> &mut dyn Field {
        T::field_mut(self, index)
    }
}

/// The number of a property.
pub(super) fn position(properties: &[Property], name: &str) -> Option<usize> {
    properties.iter().position(|property| property.name == name)
}

/// What a model holds beside its typed fields.
pub(super) fn extra(model: &dyn Model) -> &Extra {
    model.field(model.shape().properties.len()).as_extra()
}

/// What a model holds beside its typed fields, to be changed.
pub(super) fn extra_mut(model: &mut dyn Model) -> Option<&mut Extra> {
    model
        .field_mut(model.shape().properties.len())
        .as_extra_mut()
}
