//! The runtime that all generated Genesys Cloud models share.
//!
//! The crate `genesys-models` re-exports this crate as `runtime`. Exported crates and vendored modules contain a copy of
//! the folder `src/runtime` instead, so that they are self-contained. With the feature `sources`, the module `sources`
//! returns the files of that folder.

mod runtime;
#[cfg(feature = "sources")]
pub mod sources;

pub use self::runtime::*;
