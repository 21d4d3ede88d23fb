//! What all models share: their traits, the types of their fields, and the one decoder, encoder and
//! formatter that serve every one of them.
//!
//! Nothing here is generic over a model. A model gives access to its fields by number, as `dyn Field`,
//! and everything else is written once over that. This is why a crate of thousands of models
//! compiles in seconds, and why using one more model costs a program next to nothing.

mod clone;
mod debug;
mod decode;
mod encode;
mod equal;
mod extra;
mod field;
mod item;
mod json;
mod list;
mod map;
mod model;
mod number;
mod open_enum;
mod property;
mod secret;
mod secret_names;
mod time;
mod validate;

pub use self::{
    extra::Extra,
    model::Model,
    number::{Number, NumberError},
    open_enum::OpenEnum,
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
    field::{Field, Slot, Token, View},
    item::Item,
    property::Shape,
};

#[allow(unused_imports, reason = "not all sets of models have enums")]
pub(super) use self::open_enum::open_enum;
