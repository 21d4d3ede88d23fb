//! The trait that all models implement.

use ::serde::de::DeserializeSeed;
use ::serde_json::Value;

use super::{
    Extra, Properties, Violation,
    decode::{Decoded, ValueSeed, store_untyped},
    encode::{original, to_value},
    validate::validate,
    value::{ValueMut, ValueRef},
    visit::{FieldVisitor, IndexedValues, Init},
};

/// A struct with a field for every property of a definition, and an [`Extra`] map for everything else.
///
/// Only generated code implements this trait. Its methods access properties by their names in JSON.
pub trait Model {
    /// Passes the metadata, the `extra` map and then all fields to the visitor, in the order of the properties.
    #[doc(hidden)]
    fn visit_fields<'a>(&'a self, visitor: &mut FieldVisitor<'_, 'a>);

    /// Initializes the field of the property at `index` and returns it. Any greater index returns the metadata and `extra`.
    #[doc(hidden)]
    fn field_mut(&mut self, index: usize, init: Init) -> ValueMut<'_>;

    /// Returns the documented properties, in the docs' order.
    fn properties(&self) -> Properties
    where
        Self: Sized,
    {
        IndexedValues::of(self).properties
    }

    /// Returns a property's value as JSON, or `None` if the property is absent.
    fn get(&self, name: &str) -> Option<Value>
    where
        Self: Sized,
    {
        get(self, name)
    }

    /// Sets a property: its typed field if the value fits, otherwise its entry in `extra`.
    fn set(&mut self, name: &str, value: Value)
    where
        Self: Sized,
    {
        set(self, name, value);
    }

    /// Sets a property to an explicit `null`, which clears it in a PATCH request.
    ///
    /// A field that is `None` is omitted from the request, which leaves the property unchanged.
    fn set_null(&mut self, name: &str)
    where
        Self: Sized,
    {
        set(self, name, Value::Null);
    }

    /// Checks whether a property is an explicit `null`.
    fn is_null(&self, name: &str) -> bool
    where
        Self: Sized,
    {
        get(self, name).is_some_and(|value| value.is_null())
    }

    /// Returns every difference between this value and the docs, including those in nested models.
    ///
    /// Differences are missing required properties, undocumented properties, values of another JSON type, and enum values that
    /// are not listed.
    fn validate(&self) -> Vec<Violation>
    where
        Self: Default,
    {
        validate(self)
    }
}

/// A boxed model is a model, so that a `Box` fits the boxed fields of other models like the model itself.
impl<M: Model + ?Sized> Model for Box<M> {
    fn visit_fields<'a>(&'a self, visitor: &mut FieldVisitor<'_, 'a>) {
        (**self).visit_fields(visitor);
    }

    fn field_mut(&mut self, index: usize, init: Init) -> ValueMut<'_> {
        (**self).field_mut(index, init)
    }
}

/// Returns the metadata and the `extra` map of a model.
pub(super) fn meta(model: &mut dyn Model) -> Option<(Properties, &mut Extra)> {
    match model.field_mut(usize::MAX, Init::Blank) {
        ValueMut::Meta(properties, extra) => Some((properties, extra)),
        _ => None,
    }
}

pub(super) fn properties(model: &mut dyn Model) -> Properties {
    meta(model)
        .map(|(properties, _)| properties)
        .unwrap_or_default()
}

fn get(model: &dyn Model, name: &str) -> Option<Value> {
    let values = IndexedValues::of(model);
    let index = values.properties.position(name);
    let typed = index.and_then(|index| values.get(index));
    let typed = typed.map(|value| original(values.extra, name, value).map_or(value, ValueRef::Any));
    typed.and_then(|value| to_value(value).ok()).or_else(|| {
        let value = values.extra.get(name)?;
        values.is_untyped(name).then(|| value.clone())
    })
}

fn set(model: &mut dyn Model, name: &str, value: Value) {
    let decoded = match properties(model).position(name) {
        Some(index) => set_field(model, index, value),
        None => Decoded::mismatch(value),
    };
    store_untyped(model, name, decoded);
}

fn set_field(model: &mut dyn Model, index: usize, value: Value) -> Decoded {
    match ValueSeed(model.field_mut(index, Init::Blank)).deserialize(&value) {
        Ok(decoded @ (Decoded::Exact | Decoded::Lossy(_))) => decoded,
        Ok(Decoded::Mismatch(_)) | Err(_) => {
            model.field_mut(index, Init::Unset);
            Decoded::mismatch(value)
        }
    }
}
