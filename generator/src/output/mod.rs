//! The output: a map from paths to texts, and the only module that writes.

mod changelog;
mod changes;
mod difference;
mod excerpt;
pub mod header;
mod line_ends;
mod manifest;
pub mod record;
pub mod runtime;
mod tree;
mod write;

pub use changelog::{add_entry, with_entry};
pub use changes::{Changes, compare};
pub use difference::{Change, Difference, differences};
pub use excerpt::{Excerpt, excerpt};
pub use manifest::crate_version;
pub use tree::{Owned, Tree};
pub use write::write;
