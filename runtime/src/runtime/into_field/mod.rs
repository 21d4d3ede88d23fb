//! Conversions of the values in `model!` to the fields of a model.
//!
//! The macro calls the method `Properties::field`, because a macro cannot name the module that contains it. `scalars`
//! converts single values, and `containers` lists and maps.

mod containers;
mod scalars;

use super::{Extra, ModelFields, Properties};

/// A value that `model!` accepts for a field of the type `Option<F>`.
///
/// The documentation of the macro lists the accepted values. A program can implement the trait for its own types, such
/// as an ID that is sent as text:
///
/// ```
/// use genesys_runtime::IntoField;
///
/// struct QueueId(u64);
///
/// impl IntoField<String> for QueueId {
///     fn into_field(self) -> Option<String> {
///         Some(self.0.to_string())
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not convert to `{F}`",
    label = "expected a value that converts to `{F}`",
    note = "`model!` converts text, numbers, models, lists and maps to the type of the field"
)]
pub trait IntoField<F> {
    /// Converts the value. A field with the result `None` stays unset.
    fn into_field(self) -> Option<F>;
}

impl<F, V: IntoField<F>> IntoField<F> for Option<V> {
    fn into_field(self) -> Option<F> {
        self.and_then(IntoField::into_field)
    }
}

impl<M: ModelFields> IntoField<M> for M {
    fn into_field(self) -> Option<M> {
        Some(self)
    }
}

impl<M: ModelFields> IntoField<Box<M>> for M {
    fn into_field(self) -> Option<Box<M>> {
        Some(Box::new(self))
    }
}

impl IntoField<Extra> for Extra {
    fn into_field(self) -> Option<Extra> {
        Some(self)
    }
}

/// The type of a field: an `Option`, or [`Extra`].
#[doc(hidden)]
pub trait ModelField {
    /// The type of the value.
    type Value;

    /// Creates the field.
    fn from_value(value: Option<Self::Value>) -> Self;
}

impl<F> ModelField for Option<F> {
    type Value = F;

    fn from_value(value: Option<F>) -> Self {
        value
    }
}

impl ModelField for Extra {
    type Value = Self;

    fn from_value(value: Option<Self>) -> Self {
        value.unwrap_or_default()
    }
}

impl Properties {
    /// Converts a value in `model!` to a field.
    #[doc(hidden)]
    #[must_use]
    pub fn field<T: ModelField, V: IntoField<T::Value>>(self, value: V) -> T {
        T::from_value(value.into_field())
    }
}
