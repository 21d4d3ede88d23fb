//! Self-contained crates and modules, without build scripts or path dependencies.
//!
//! `emit` emits the sources; this module adds the manifest, a README with an example that is a doctest, the licenses, and the
//! provenance of the sources.

mod example;
mod package;
mod provenance;

pub use genesys_runtime::sources::TimeLibrary;
pub use package::{Export, Package, module, module_dependencies, package};
pub use provenance::Provenance;
