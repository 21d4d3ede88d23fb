//! The output: a map from paths to texts, and the only module that writes.

mod changelog;
mod changes;
mod commit;
mod difference;
mod excerpt;
mod manifest;
mod problem;
mod replace;
pub mod runtime;
mod staging;
mod update;

pub use changelog::{add_entry, with_entry};
pub use changes::{Changes, compare};
pub use difference::{Change, Difference, differences};
pub use excerpt::{Excerpt, excerpt};
pub use manifest::crate_version;
pub use update::{compare_settled, update};
