//! How models hand out their fields.
//!
//! What is generic over models is compiled once for each. All of it is in this file, and out of line:
//! the compiler puts the code that drops a model beside every place that may need it, and that code contains what drops
//! all models it refers to.

use ::serde_json::Value;

use super::{
    Extra, Model, Number, Properties,
    item::Item,
    token::Token,
    value::{Slot, View},
};

/// Takes a model's fields to be read, and passes on what is set.
pub struct Fields<'o, 'a> {
    reader: &'o mut dyn Reader<'a>,
    index: usize,
}

/// Reads a model's fields.
pub trait Reader<'a> {
    /// What the model is, and what its typed fields cannot hold; comes first.
    fn start(&mut self, properties: Properties, extra: &'a Extra);

    /// The value of the property with this number; those that are unset do not come.
    fn value(&mut self, index: usize, value: View<'a>);

    /// The same where it is text, as most are.
    fn text(&mut self, index: usize, text: &'a str) {
        self.value(index, View::Text(text));
    }
}

/// Takes a field to be written, and opens or clears it.
#[derive(Clone, Copy)]
pub enum Access {
    /// The field is set to a blank value, which is handed out.
    Open,
    /// The field is unset.
    Clear,
}

impl<'o, 'a> Fields<'o, 'a> {
    pub(super) fn new(reader: &'o mut dyn Reader<'a>) -> Self {
        Self { reader, index: 0 }
    }

    /// What the model is, and what its typed fields cannot hold; comes first.
    pub fn start(&mut self, properties: Properties, extra: &'a Extra) {
        self.reader.start(properties, extra);
    }

    /// A field of text with a type of its own.
    pub fn token<T: Token + Item>(&mut self, field: &'a Option<T>) {
        match field {
            Some(token) => self.set(token.view()),
            None => self.unset(),
        }
    }

    /// A field of a model.
    #[inline(never)]
    pub fn model<T: Model>(&mut self, field: &'a Option<Box<T>>) {
        match field {
            Some(model) => self.set(View::Model(&**model)),
            None => self.unset(),
        }
    }

    /// A field of a list or a map.
    #[inline(never)]
    pub fn container<T: Item>(&mut self, field: &'a Option<T>) {
        match field {
            Some(container) => self.set(container.view()),
            None => self.unset(),
        }
    }

    fn set(&mut self, value: View<'a>) {
        match value {
            View::Text(text) => self.reader.text(self.index, text),
            value => self.reader.value(self.index, value),
        }
        self.index += 1;
    }

    fn unset(&mut self) {
        self.index += 1;
    }
}

impl Access {
    /// What the model is, and what its typed fields cannot hold.
    pub fn rest(self, properties: Properties, extra: &mut Extra) -> Slot<'_> {
        Slot::Rest(properties, extra)
    }

    /// A field of text with a type of its own.
    pub fn token<T: Token>(self, field: &mut Option<T>) -> Slot<'_> {
        *field = None;
        Slot::Token(field)
    }

    /// A field of a model.
    #[inline(never)]
    pub fn model<T: Model + Default>(self, field: &mut Option<Box<T>>) -> Slot<'_> {
        *field = match self {
            Self::Open => Some(Box::default()),
            Self::Clear => None,
        };
        match field {
            Some(model) => Slot::Model(&mut **model),
            None => Slot::Closed,
        }
    }

    /// A field of a list or a map.
    #[inline(never)]
    pub fn container<T: Item + Default>(self, field: &mut Option<T>) -> Slot<'_> {
        *field = match self {
            Self::Open => Some(T::default()),
            Self::Clear => None,
        };
        match field {
            Some(container) => container.slot(),
            None => Slot::Closed,
        }
    }
}

/// The methods for fields of the types that all models share.
macro_rules! shared_types {
    ($($(#[$doc:meta])* $method:ident: $type:ty => $variant:ident($read:expr);)*) => {
        impl<'a> Fields<'_, 'a> {$(
            $(#[$doc])*
            #[inline(never)]
            pub fn $method(&mut self, field: &'a Option<$type>) {
                match field {
                    Some(value) => self.set(View::$variant($read(value))),
                    None => self.unset(),
                }
            }
        )*}

        impl Access {$(
            $(#[$doc])*
            #[inline(never)]
            pub fn $method(self, field: &mut Option<$type>) -> Slot<'_> {
                match self {
                    Self::Open => Slot::$variant(field.insert(<$type>::default())),
                    Self::Clear => {
                        *field = None;
                        Slot::Closed
                    }
                }
            }
        )*}
    };
}

shared_types! {
    /// A field of text.
    text: String => Text(String::as_str);
    /// A field of a number.
    number: Number => Number(Number::clone);
    /// A field of an integer.
    integer: i64 => Integer(i64::clone);
    /// A field of a float.
    float: f64 => Float(f64::clone);
    /// A field of a boolean.
    boolean: bool => Boolean(bool::clone);
    /// A field of any JSON value.
    any: Value => Any(|value| value);
}
