//! Crates and modules that stand alone: without build script, path dependency or anything else of this workspace.
//!
//! `emit` writes the sources for the target; this module adds what belongs to a crate around them: the manifest, a README
//! with an example that is tested, the licenses, and a record of where the sources come from.

mod example;
mod package;
mod provenance;

pub use genesys_runtime::sources::TimeLibrary;
pub use package::{Export, Package, module, package};
pub use provenance::Provenance;
