//! Type-erased references to values, for code that is written once for all models.

#![allow(missing_docs, reason = "only generated code uses these items")]

use ::serde_json::Value;

use super::{
    Extra, Kind, ModelFields, Number, Properties,
    containers::{DynList, DynMap},
    field_value::{TypedString, TypedStringMut},
    open_enum::EnumText,
};

/// A shared reference to a value.
#[derive(Clone, Copy)]
pub enum ValueRef<'a> {
    Text(&'a str),
    /// A time value.
    TypedString(&'a dyn TypedString),
    /// An open enum.
    Enum(&'a EnumText),
    Number(Number),
    Integer(i64),
    Float(f64),
    Boolean(bool),
    Any(&'a Value),
    Model(&'a dyn ModelFields),
    List(&'a dyn DynList),
    Map(&'a dyn DynMap),
}

impl ValueRef<'_> {
    /// Checks whether the value is a model, or a list or a map of models. A model redacts its own secrets.
    pub(super) fn holds_models(self) -> bool {
        match self {
            Self::Model(_) => true,
            Self::List(list) => list.get(0).is_some_and(ValueRef::holds_models),
            Self::Map(map) => map
                .entries()
                .next()
                .is_some_and(|(_, value)| value.holds_models()),
            Self::Text(_)
            | Self::TypedString(_)
            | Self::Enum(_)
            | Self::Number(_)
            | Self::Integer(_)
            | Self::Float(_)
            | Self::Boolean(_)
            | Self::Any(_) => false,
        }
    }
}

/// A mutable reference to a value.
pub enum ValueMut<'a> {
    Text(&'a mut String),
    /// A time value.
    TypedString(&'a mut dyn TypedStringMut),
    /// An open enum and its listed values.
    Enum(&'a mut EnumText, &'static [&'static str]),
    Number(&'a mut Number),
    Integer(&'a mut i64),
    Float(&'a mut f64),
    Boolean(&'a mut bool),
    Any(&'a mut Value),
    Model(&'a mut dyn ModelFields),
    List(&'a mut dyn DynList),
    Map(&'a mut dyn DynMap),
    /// The model's metadata and its `extra` map, which follow the last field.
    Meta(Properties, &'a mut Extra),
    /// An unset field.
    Unset,
}

impl ValueMut<'_> {
    /// Returns the kind of values that can be written.
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Text(_) => Kind::Text,
            Self::TypedString(string) => string.kind(),
            Self::Enum(..) => Kind::Enum,
            Self::Number(_) => Kind::Number,
            Self::Integer(_) => Kind::Integer,
            Self::Float(_) => Kind::Float,
            Self::Boolean(_) => Kind::Boolean,
            Self::Any(_) | Self::Meta(..) | Self::Unset => Kind::Any,
            Self::Model(_) => Kind::Model,
            Self::List(_) => Kind::List,
            Self::Map(_) => Kind::Map,
        }
    }
}
