//! Crates and modules that stand alone: no build script, no path dependency, nothing of this workspace.

mod areas;
mod example;
mod module;
mod package;
mod provenance;
mod readme;
mod time;

pub use module::{in_module, module};
pub use package::{Package, package};
pub use provenance::{PATH as PROVENANCE, Provenance};
pub use time::TimeLibrary;

use crate::{line_endings, pipeline::Generated, source::NOTICE, tree::Tree};

/// The licence of the runtime, which goes wherever that goes.
const LICENCE: &str = include_str!("../../../LICENSE");

/// Adds what tells whose the sources are and where they come from.
fn add_papers(tree: &mut Tree, generated: &Generated, provenance: &Provenance) {
    tree.insert(PROVENANCE, provenance.text(generated));
    tree.insert("LICENSE", LICENCE);
    if let Some(notice) = &provenance.notice {
        // A checkout may have given it other line ends.
        tree.insert(NOTICE, line_endings::unix(notice));
    }
}
