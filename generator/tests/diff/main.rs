//! What changed between two schemas.

mod edits;
mod facts;
mod made_up;
mod markdown;
mod read_back;
mod renames;
mod rust;
mod schemas;
#[cfg(feature = "cli")]
mod usage;
