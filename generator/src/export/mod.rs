//! Self-contained crates and modules, without build scripts or path dependencies.
//!
//! `emit` emits the sources; this module adds the manifest, a README with examples that are doctests, the licenses, and the
//! provenance of the sources.

mod front_page;
mod package;
mod provenance;

pub use genesys_runtime::sources::TimeLibrary;
pub use package::{Export, Package, module, module_dependencies, package};
pub use provenance::Provenance;
