//! A crate of its own.

use super::{Provenance, add_papers, readme::readme};
use crate::{
    output::{Tree, header, record},
    pipeline::Generated,
};

/// What a crate's manifest says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// The crate's name.
    pub name: String,
    /// The crate's version.
    pub version: String,
}

/// The files of a crate. The record is not among them: only a crate that is generated again has a use for it.
#[must_use]
pub fn package(generated: &Generated, package: &Package, provenance: &Provenance) -> Tree {
    let mut tree = generated.tree.clone();
    tree.remove(record::PATH);
    let lib = include_str!("lib.rs.in");
    tree.insert("src/lib.rs", header::for_export() + lib);
    tree.insert("Cargo.toml", manifest(package));
    tree.insert("README.md", readme(package, generated));
    add_papers(&mut tree, generated, provenance);
    tree
}

fn manifest(package: &Package) -> String {
    let text = include_str!("Cargo.toml.in")
        .replace("{name}", &package.name)
        .replace("{version}", &package.version);
    header::for_toml() + &text
}
