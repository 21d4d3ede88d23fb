//! Validation: the differences between a value and the docs.
//!
//! `validator` traverses a model, with `field_validator` as the visitor of its fields. It passes each difference to a function
//! as a `Finding` at a `ValuePath`. The function either collects `Violation`s or counts the differences in a `DriftSummary`.

mod field_validator;
mod finding;
mod strict;
mod summary;
mod validator;
mod value_path;
mod violation;

use self::validator::Validator;
use super::ModelFields;

pub(super) use self::strict::decode_strictly;
pub use self::{
    strict::StrictError,
    summary::{DriftEntry, DriftSummary},
    violation::{Violation, ViolationKind, ViolationLevel},
};

/// Returns the differences between a request and the docs, in the docs' order.
pub(super) fn validate(model: &dyn ModelFields) -> Vec<Violation> {
    let mut violations = Vec::new();
    Validator::for_requests(&mut |finding| violations.push(finding.into())).model(model);
    violations
}

/// Returns the differences between a response and the docs, in the docs' order.
pub(super) fn drift(model: &dyn ModelFields) -> Vec<Violation> {
    let mut violations = Vec::new();
    Validator::for_responses(&mut |finding| violations.push(finding.into())).model(model);
    violations
}
