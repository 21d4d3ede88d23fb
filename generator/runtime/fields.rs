//! How a model hands its fields out to be read.
//!
//! All that is generic over models, here and in [`access`](super::access), stays out of line: inlined, the code that
//! drops a model would be compiled once more with each model that refers to it.

use ::serde_json::Value;

use super::{Extra, Model, Number, item::Item, token::Token, value::View};

/// Takes fields as a model hands them out, and passes on what is set.
///
/// The call that hands a field out tells its kind, so that nothing has to be looked up.
pub struct Fields<'o, 'a> {
    reader: &'o mut dyn Reader<'a>,
    index: usize,
}

/// Reads a model's fields.
pub trait Reader<'a> {
    /// What the typed fields cannot hold; comes first.
    fn extra(&mut self, extra: &'a Extra);

    /// The value of the property with this number; those that are unset do not come.
    fn value(&mut self, index: usize, value: View<'a>);
}

impl<'o, 'a> Fields<'o, 'a> {
    pub(super) fn new(reader: &'o mut dyn Reader<'a>) -> Self {
        Self { reader, index: 0 }
    }

    /// What the typed fields cannot hold; comes first.
    pub fn extra(&mut self, extra: &'a Extra) {
        self.reader.extra(extra);
    }

    fn field(&mut self, value: Option<View<'a>>) {
        let index = self.index;
        self.index += 1;
        if let Some(value) = value {
            self.reader.value(index, value);
        }
    }
}

/// Methods for fields of one type each.
macro_rules! plain_fields {
    ($($(#[$doc:meta])* $name:ident: $type:ty => $view:expr;)*) => {
        #[expect(clippy::ref_option, reason = "fields come as they are: what calls this is there a thousand times")]
        impl<'a> Fields<'_, 'a> {$(
            $(#[$doc])*
            #[inline(never)]
            pub fn $name(&mut self, field: &'a Option<$type>) {
                self.field(field.as_ref().map($view));
            }
        )*}
    };
}

plain_fields! {
    /// A field of text.
    text: String => |text| View::Text(text);
    /// A field of a number.
    number: Number => |number| View::Number(*number);
    /// A field of an integer.
    integer: i64 => |integer| View::Integer(*integer);
    /// A field of a float.
    float: f64 => |float| View::Float(*float);
    /// A field of a boolean.
    boolean: bool => |boolean| View::Boolean(*boolean);
    /// A field of any JSON value.
    any: Value => |value| View::Any(value);
}

#[expect(clippy::ref_option, reason = "as above")]
impl<'a> Fields<'_, 'a> {
    /// A field of text with a type of its own.
    #[inline(never)]
    pub fn token<T: Token + Item>(&mut self, field: &'a Option<T>) {
        self.field(field.as_ref().map(Item::view));
    }

    /// A field of a model.
    #[inline(never)]
    pub fn model<T: Model>(&mut self, field: &'a Option<Box<T>>) {
        self.field(field.as_ref().map(|model| View::Model(&**model)));
    }

    /// A field of a list or a map.
    #[inline(never)]
    pub fn container<T: Item>(&mut self, field: &'a Option<T>) {
        self.field(field.as_ref().map(Item::view));
    }
}
