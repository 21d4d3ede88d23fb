//! Values as the decoder, the encoder and all else see them, whatever their types.

use ::serde_json::Value;

use super::{
    Extra, Model, Number, Properties,
    list::List,
    map::Entries,
    token::{Token, TokenSlot},
};

/// A value to be read.
#[derive(Clone, Copy)]
pub enum View<'a> {
    /// Text.
    Text(&'a str),
    /// Text of which the docs list some.
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

/// A place to write a value to.
pub enum Slot<'a> {
    /// Text.
    Text(&'a mut String),
    /// Text with a type of its own.
    Token(&'a mut dyn TokenSlot),
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
    /// What a model is, and what its typed fields cannot hold.
    Rest(Properties, &'a mut Extra),
    /// A place that takes nothing.
    Closed,
}
