//! A crate that stands alone: no build script, no path dependency.

use crate::{
    output::{Tree, header, record},
    source::NOTICE,
};

/// What a crate's manifest says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// The crate's name.
    pub name: String,
    /// The crate's version.
    pub version: String,
    /// The notice that goes with the docs' texts, where they have one.
    pub notice: Option<String>,
}

/// Adds the manifest and the notice to a crate's sources, and leaves out the record, which only a crate that is
/// generated again has a use for.
#[must_use]
pub fn package(mut tree: Tree, package: &Package) -> Tree {
    tree.remove(record::PATH);
    let manifest = include_str!("Cargo.toml.in")
        .replace("{name}", &package.name)
        .replace("{version}", &package.version);
    tree.insert("Cargo.toml", header::for_manifest() + &manifest);
    if let Some(notice) = &package.notice {
        tree.insert(NOTICE, notice);
    }
    tree
}
