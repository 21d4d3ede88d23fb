//! The traits, field types, decoder, encoder and formatter that all models share.
//!
//! Almost nothing here is generic over a model. A model passes its fields to a `FieldVisitor` and hands out single fields
//! as `ValueMut`; everything else is written once in terms of these two. That is why a crate of thousands of models
//! compiles in seconds, and why each further model that a program uses costs it little.

mod clone_eq;
mod containers;
mod debug;
mod decode;
mod encode;
mod endpoint;
mod extra;
mod field_value;
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
    open_enum::OpenEnum,
    properties::{Properties, Property},
    time::{Date, DateTime, Duration, Interval, LocalDateTime, TimeError},
    validate::{Violation, ViolationKind},
};

// The parts that generated code consists of. They are not part of the API.
#[doc(hidden)]
pub use self::{
    clone_eq::{clone, equal},
    debug::debug,
    decode::decode,
    encode::encode,
    field_value::{FieldValue, TypedString},
    kind::Scalar,
    properties::property_line,
    secret::is_secret,
    value::{ValueMut, ValueRef},
    visit::{FieldVisitor, Init},
};
