//! How a model hands its fields out to be written.

use ::serde_json::Value;

use super::{Extra, Model, Number, item::Item, token::Token, value::Slot};

/// What becomes of a field that is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It is set to a blank value, which is handed out.
    Open,
    /// It is unset.
    Clear,
}

/// Methods for fields of one type each.
macro_rules! plain_fields {
    ($($(#[$doc:meta])* $name:ident: $type:ty => $slot:ident;)*) => {
        impl Access {$(
            $(#[$doc])*
            #[inline(never)]
            pub fn $name(self, field: &mut Option<$type>) -> Slot<'_> {
                self.field(field).map_or(Slot::Closed, Slot::$slot)
            }
        )*}
    };
}

plain_fields! {
    /// A field of text.
    text: String => Text;
    /// A field of a number.
    number: Number => Number;
    /// A field of an integer.
    integer: i64 => Integer;
    /// A field of a float.
    float: f64 => Float;
    /// A field of a boolean.
    boolean: bool => Boolean;
    /// A field of any JSON value.
    any: Value => Any;
}

impl Access {
    /// A field of text with a type of its own.
    #[inline(never)]
    pub fn token<T: Token>(self, field: &mut Option<T>) -> Slot<'_> {
        *field = None;
        Slot::Token(field)
    }

    /// A field of a model.
    #[inline(never)]
    pub fn model<T: Model + Default>(self, field: &mut Option<Box<T>>) -> Slot<'_> {
        match self.field(field) {
            Some(model) => Slot::Model(&mut **model),
            None => Slot::Closed,
        }
    }

    /// A field of a list or a map.
    #[inline(never)]
    pub fn container<T: Item + Default>(self, field: &mut Option<T>) -> Slot<'_> {
        self.field(field).map_or(Slot::Closed, Item::slot)
    }

    /// What the typed fields cannot hold.
    pub fn extra(self, extra: &mut Extra) -> Slot<'_> {
        Slot::Extra(extra)
    }

    #[inline]
    fn field<T: Default>(self, field: &mut Option<T>) -> Option<&mut T> {
        *field = match self {
            Self::Open => Some(T::default()),
            Self::Clear => None,
        };
        field.as_mut()
    }
}

/// Makes a model of which nothing is set.
#[inline(never)]
pub fn blank<T: Model + Default + 'static>() -> Box<dyn Model> {
    Box::<T>::default()
}
