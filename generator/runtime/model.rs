//! The trait of all models.

use super::{
    Extra, Properties, Violation,
    fields::{Access, Fields},
    json,
    validate::validate,
    value::Slot,
    values::Values,
};

/// A model: a struct with a field for every property of a definition, and [`Extra`] for all else.
///
/// Implemented by the generated code alone. What a program calls are the provided methods, which
/// know properties by their names on the wire.
pub trait Model {
    /// Tells its properties, and hands out `extra`, then the fields in the properties' order.
    #[doc(hidden)]
    fn read<'a>(&'a self, fields: &mut Fields<'_, 'a>);

    /// Opens or clears the field of the property with this number; behind the last comes `extra`.
    #[doc(hidden)]
    fn slot(&mut self, index: usize, access: Access) -> Slot<'_>;

    /// The properties that the docs describe, in their order.
    fn properties(&self) -> Properties
    where
        Self: Sized,
    {
        Values::of(self).properties
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
        Self: Default,
    {
        validate(self)
    }
}

/// What a model is, and what it holds beside its typed fields, to be changed.
pub(super) fn rest(model: &mut dyn Model) -> Option<(Properties, &mut Extra)> {
    match model.slot(usize::MAX, Access::Open) {
        Slot::Rest(properties, extra) => Some((properties, extra)),
        _ => None,
    }
}

/// What a model is.
pub(super) fn properties(model: &mut dyn Model) -> Properties {
    rest(model)
        .map(|(properties, _)| properties)
        .unwrap_or_default()
}
