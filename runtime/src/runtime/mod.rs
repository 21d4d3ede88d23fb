//! The traits, field types, decoder, encoder and formatter that all models share.
//!
//! Almost nothing here is generic over a model. A model passes its fields to a `FieldVisitor` and returns single fields as
//! `ValueMut`; everything else is written once in terms of these two. Therefore thousands of models compile in seconds,
//! and using one more model adds little code to a program.

mod by_name;
mod clone_eq;
mod containers;
mod debug;
mod decode;
mod encode;
mod endpoint;
mod extra;
mod field_value;
mod hash;
mod into_field;
mod kind;
mod model;
mod model_fields;
#[doc(hidden)]
pub mod monomorphize;
mod nearest;
mod number;
mod open_enum;
mod original;
mod paging;
mod properties;
mod redact;
mod schema_traits;
mod secret;
mod time;
mod topic;
mod unknown_property;
mod validate;
mod value;
mod visit;

pub use self::{
    endpoint::{
        Endpoint, HttpMethod, Operation, Parameter, ParseNameError, Permissions, Place, Request,
        RequestBody, RequestBuilder, RequestError, RequestErrorKind, Response, ResponseError,
        ResponseErrorKind,
    },
    extra::Extra,
    into_field::IntoField,
    kind::Kind,
    model::Model,
    number::{Number, NumberError},
    open_enum::{Listed, OpenEnum},
    paging::{Cursored, Listing, Pages},
    properties::{Properties, Property},
    time::{Date, DateTime, Duration, Interval, LocalDateTime, SortKey, TimeError},
    topic::{Notification, Topic, TopicError, TopicErrorKind, TopicInfo},
    unknown_property::UnknownProperty,
    validate::{DriftEntry, DriftSummary, StrictError, Violation, ViolationKind, ViolationLevel},
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
    into_field::ModelField,
    kind::Scalar,
    model_fields::ModelFields,
    properties::PropertyLine,
    secret::is_secret,
    topic::{EventVariants, clone_event, debug_event, equal_events},
    value::{ValueMut, ValueRef},
    visit::{FieldVisitor, Init},
};
