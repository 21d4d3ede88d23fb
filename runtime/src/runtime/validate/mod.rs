//! Validation: the differences between a value and the docs.

mod strict;
mod validator;
mod violation;

use super::ModelFields;

pub(super) use self::strict::decode_strictly;
pub use self::{
    strict::StrictError,
    violation::{Violation, ViolationKind},
};

/// Returns the differences between a request and the docs, in the docs' order.
pub(super) fn validate(model: &dyn ModelFields) -> Vec<Violation> {
    validator::Validator::for_requests().violations(model)
}

/// Returns the differences between a response and the docs, in the docs' order.
pub(super) fn drift(model: &dyn ModelFields) -> Vec<Violation> {
    validator::Validator::for_responses().violations(model)
}
