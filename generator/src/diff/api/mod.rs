//! Compares the APIs of two schemas: paths, operations, and their parameters and responses.
//!
//! An operation is an HTTP method of a path. Several API pages can list the same operation: it is compared once, and the
//! pages are its tags.

mod compare;
mod kind;
mod operations;
mod parts;
mod phrasing;
mod rust_effects;

pub use compare::compare_apis;
pub use kind::ApiChangeKind;
pub use operations::Operations;
pub use phrasing::api_sentence;
pub use rust_effects::api_effect;
