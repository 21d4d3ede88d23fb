//! Fields as the decoder, the encoder and all else see them.

use ::serde_json::Value;

use super::{Extra, Kind, Model, Number, extra, item::Item, list::List, map::Entries};

/// A field of a model, whatever its type.
pub trait Field {
    /// What it holds; `None` where it is unset.
    fn view(&self) -> Option<View<'_>>;

    /// Sets it to a blank value and opens that for writing.
    fn slot(&mut self) -> Slot<'_>;

    /// Unsets it.
    fn clear(&mut self);

    /// An unset field of the same type.
    fn fresh(&self) -> Box<dyn Field>;

    /// The field as [`Extra`]; an empty one where it is something else.
    fn as_extra(&self) -> &Extra {
        extra::empty()
    }

    /// The field as [`Extra`], where it is that.
    fn as_extra_mut(&mut self) -> Option<&mut Extra> {
        None
    }
}

impl<T: Item + 'static> Field for Option<T> {
    fn view(&self) -> Option<View<'_>> {
        self.as_ref().map(Item::view)
    }

    fn slot(&mut self) -> Slot<'_> {
        self.insert(T::blank()).slot()
    }

    fn clear(&mut self) {
        *self = None;
    }

    fn fresh(&self) -> Box<dyn Field> {
        Box::new(Self::None)
    }
}

/// A value to be read.
#[derive(Clone, Copy)]
pub enum View<'a> {
    /// Text.
    Text(&'a str),
    /// Text with a type of its own.
    Token(&'a dyn Token),
    /// A number as it was sent.
    Number(Number),
    /// An integer.
    Integer(i64),
    /// A float.
    Float(f64),
    /// A boolean.
    Boolean(bool),
    /// Any JSON value.
    Any(&'a Value),
    /// A model.
    Model(&'a dyn Model),
    /// A list.
    List(&'a dyn List),
    /// An object whose names are data.
    Map(&'a dyn Entries),
}

/// A value to be written.
pub enum Slot<'a> {
    /// Text.
    Text(&'a mut String),
    /// Text with a type of its own.
    Token(&'a mut dyn Token),
    /// A number as it was sent.
    Number(&'a mut Number),
    /// An integer.
    Integer(&'a mut i64),
    /// A float.
    Float(&'a mut f64),
    /// A boolean.
    Boolean(&'a mut bool),
    /// Any JSON value.
    Any(&'a mut Value),
    /// A model.
    Model(&'a mut dyn Model),
    /// A list.
    List(&'a mut dyn List),
    /// An object whose names are data.
    Map(&'a mut dyn Entries),
    /// A place that takes nothing.
    Closed,
}

/// Text with a type of its own: a time stamp, an open enum.
pub trait Token {
    /// The text.
    fn text(&self) -> &str;

    /// What the docs call such text.
    fn kind(&self) -> Kind;

    /// Becomes what the text says.
    fn set_text(&mut self, text: &str);

    /// Whether the docs list the text; where they list none, every text counts as listed.
    fn is_listed(&self) -> bool {
        true
    }
}
