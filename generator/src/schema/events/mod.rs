//! The notification topics of the platform, and the definitions of their events.
//!
//! `model` has them as plain data, and `select` restricts them to the selected topics. The definitions are a schema of their
//! own, because they have the names of other definitions in the docs.

mod model;
mod select;

pub use model::{Events, Topic};
pub(super) use select::{check_topics, restrict_to_topics};
