//! The runtime that all generated Genesys Cloud models share.
//!
//! A generated crate re-exports this crate as `runtime`. Exported crates and vendored modules carry a copy of it instead,
//! so that they stand alone: the folder `src/runtime` is copied as it is. With the feature `sources`, the module `sources`
//! returns its files.

mod runtime;
#[cfg(feature = "sources")]
pub mod sources;

pub use self::runtime::*;
