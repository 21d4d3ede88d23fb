//! The traits, field types, decoder, encoder and formatter that all models share.
//!
//! Almost nothing here is generic over a model. A model passes its fields to a `FieldVisitor` and returns single fields as
//! `ValueMut`; everything else is written once in terms of these two. Therefore thousands of models compile in seconds,
//! and using one more model adds little code to a program.

mod clone_eq;
mod containers;
mod debug;
mod decode;
mod encode;
mod endpoint;
mod extra;
mod field_value;
mod hash;
mod kind;
mod model;
#[doc(hidden)]
pub mod monomorphize;
mod number;
mod open_enum;
mod properties;
mod secret;
mod time;
mod validate;
mod value;
mod visit;

pub use self::{
    endpoint::{
        Endpoint, EndpointError, EndpointErrorKind, HttpMethod, Operation, Parameter, Place,
    },
    extra::Extra,
    kind::Kind,
    model::Model,
    number::{Number, NumberError},
    open_enum::{Listed, OpenEnum},
    properties::{Properties, Property},
    time::{Date, DateTime, Duration, Interval, LocalDateTime, SortKey, TimeError},
    validate::{Violation, ViolationKind},
};

// For generated code only; not part of the public API.
#[doc(hidden)]
pub use self::{
    clone_eq::{clone, equal},
    debug::debug,
    decode::decode,
    encode::encode,
    field_value::{FieldValue, TypedString},
    hash::hash,
    kind::Scalar,
    properties::property_line,
    secret::is_secret,
    value::{ValueMut, ValueRef},
    visit::{FieldVisitor, Init},
};
