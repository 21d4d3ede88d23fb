//! Source files: what is read from a spec folder, before anyone looks inside.

mod git;
mod listing;
mod names;
mod place;
mod problem;
mod project;
mod read;
mod spec;

pub use names::{Names, names};
pub use place::{Found, NoRevision, Place, Revision, SPEC, open};
#[cfg(feature = "cli")]
pub(crate) use problem::SKIPPED;
pub use project::{Project, project};
pub use spec::{NOTICE, Spec, load, notice};
