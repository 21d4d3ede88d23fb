//! Compares two schemas: lists the changes, their levels and their effects on Rust code.
//!
//! [`compare`] returns the [`Changes`] between two schemas. A [`ChangeReport`] renders them as text, Markdown or JSON, in
//! the wording of the release notes of the official SDKs. [`NextVersion`] suggests the crate's next version, and
//! `mark_uses` (feature `cli`) adds the lines of a Rust project that a change may affect.

mod api;
mod change;
mod compare;
mod github;
mod markdown;
mod phrasing;
mod pull_request;
mod rename;
mod report;
mod rust_view;
mod subject;
mod text;
mod traits;
#[cfg(feature = "cli")]
mod usage;
mod version;

pub use api::ApiChangeKind;
pub use change::{Change, ChangeKind, ChangeLevel, Changes, UseSite};
pub use compare::compare;
pub use report::ChangeReport;
pub use subject::{OperationPart, Subject};
#[cfg(feature = "cli")]
pub use usage::mark_uses;
pub use version::{ModelLiterals, NextVersion};
