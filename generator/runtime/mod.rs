//! What all models share: their traits, the types of their fields, and the one decoder, encoder and
//! formatter that serve every one of them.
//!
//! Next to nothing here is generic over a model. A model hands out its fields, to be read in `Fields`
//! and to be written as a `Slot`, and everything else is written once over these. This is why a crate of
//! thousands of models compiles in seconds, and why using one more model costs a program next to nothing.

mod clone;
mod debug;
mod decode;
mod encode;
mod endpoint;
mod equal;
mod extra;
mod fields;
#[doc(hidden)]
pub mod formats;
mod item;
mod json;
mod list;
mod map;
mod model;
mod number;
mod open_enum;
mod properties;
mod property;
mod secret;
mod secret_names;
mod time;
mod token;
mod validate;
mod value;
mod values;

pub use self::{
    endpoint::{
        Endpoint, EndpointError, EndpointErrorKind, HttpMethod, Operation, Parameter, Place,
    },
    extra::Extra,
    model::Model,
    number::{Number, NumberError},
    open_enum::OpenEnum,
    properties::Properties,
    property::{Kind, Property},
    time::{Date, DateTime, Duration, Interval, LocalDateTime, TimeError},
    validate::{Violation, ViolationKind},
};

/// What models are made of; no part of the API.
#[doc(hidden)]
pub use self::{
    clone::clone,
    debug::debug,
    decode::decode,
    encode::encode,
    equal::equal,
    fields::{Access, Fields},
    item::Item,
    token::Token,
    value::{Slot, View},
};

#[allow(unused_imports, reason = "not all sets of models have enums")]
pub(super) use self::open_enum::open_enum;
