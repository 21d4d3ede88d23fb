//! The types of fields and of items of lists and maps.

#![allow(missing_docs, reason = "only generated code uses these items")]

use ::serde_json::Value;

use super::{
    Date, DateTime, Duration, Interval, Kind, LocalDateTime, Model, Number,
    value::{ValueMut, ValueRef},
};

/// The type of a field, or of the items of a list or a map.
pub trait FieldValue {
    /// Returns an empty value to decode into.
    fn blank() -> Self
    where
        Self: Sized;

    fn value_ref(&self) -> ValueRef<'_>;

    fn value_mut(&mut self) -> ValueMut<'_>;
}

/// A string with a dedicated type: a time value.
pub trait TypedString {
    fn kind() -> Kind
    where
        Self: Sized;

    fn from_text(text: &str) -> Self
    where
        Self: Sized;
}

/// A typed string that can be set, or an `Option` of one.
pub trait TypedStringMut {
    fn kind(&self) -> Kind;

    /// Sets the value from its text.
    fn set(&mut self, text: &str);
}

impl<T: TypedString> TypedStringMut for T {
    fn kind(&self) -> Kind {
        T::kind()
    }

    fn set(&mut self, text: &str) {
        *self = T::from_text(text);
    }
}

impl<T: TypedString> TypedStringMut for Option<T> {
    fn kind(&self) -> Kind {
        T::kind()
    }

    fn set(&mut self, text: &str) {
        *self = Some(T::from_text(text));
    }
}

impl<T: Model + Default> FieldValue for T {
    #[inline]
    fn blank() -> Self {
        Self::default()
    }

    #[inline]
    fn value_ref(&self) -> ValueRef<'_> {
        ValueRef::Model(self)
    }

    #[inline]
    fn value_mut(&mut self) -> ValueMut<'_> {
        ValueMut::Model(self)
    }
}

impl FieldValue for String {
    fn blank() -> Self {
        Self::new()
    }

    fn value_ref(&self) -> ValueRef<'_> {
        ValueRef::Text(self)
    }

    fn value_mut(&mut self) -> ValueMut<'_> {
        ValueMut::Text(self)
    }
}

impl FieldValue for Value {
    fn blank() -> Self {
        Self::Null
    }

    fn value_ref(&self) -> ValueRef<'_> {
        ValueRef::Any(self)
    }

    fn value_mut(&mut self) -> ValueMut<'_> {
        ValueMut::Any(self)
    }
}

macro_rules! copied_values {
    ($($type:ty => $variant:ident,)*) => {$(
        impl FieldValue for $type {
            fn blank() -> Self {
                Self::default()
            }

            fn value_ref(&self) -> ValueRef<'_> {
                ValueRef::$variant(*self)
            }

            fn value_mut(&mut self) -> ValueMut<'_> {
                ValueMut::$variant(self)
            }
        }
    )*};
}

copied_values! {
    Number => Number,
    i64 => Integer,
    f64 => Float,
    bool => Boolean,
}

macro_rules! time_values {
    ($($type:ident,)*) => {$(
        impl FieldValue for $type {
            fn blank() -> Self {
                Self::from("")
            }

            fn value_ref(&self) -> ValueRef<'_> {
                ValueRef::Text(self.as_str())
            }

            fn value_mut(&mut self) -> ValueMut<'_> {
                ValueMut::TypedString(self)
            }
        }

        impl TypedString for $type {
            fn kind() -> Kind {
                Kind::$type
            }

            fn from_text(text: &str) -> Self {
                Self::from(text)
            }
        }
    )*};
}

time_values! {
    DateTime,
    LocalDateTime,
    Date,
    Interval,
    Duration,
}
