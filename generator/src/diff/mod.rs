//! What changed between two schemas, how bad it is, and what it breaks.
//!
//! [`compare`] finds the [`Changes`]; [`text`], [`markdown`] and [`json`] render a [`Report`] of them. Levels and words
//! are those of the release notes of the platform's own SDKs, so that the two can lie side by side.

mod change;
mod compare;
mod explain;
mod json;
mod level;
mod markdown;
mod rename;
mod report;
mod side;
mod text;
#[cfg(feature = "cli")]
mod usage;
mod version;
mod words;

pub use change::{Change, ChangeKind, Changes, UsePlace};
pub use compare::compare;
pub use json::json;
pub use level::Level;
pub use markdown::markdown;
pub use report::Report;
pub use text::text;
#[cfg(feature = "cli")]
pub use usage::mark_uses;
pub use version::NextVersion;
