//! A crate of its own.

use super::{
    Provenance, add_papers,
    areas::{self, Area, areas},
    readme::readme,
};
use crate::{
    diagnostic::Diagnostic, emit, header, name::ModuleName, pipeline::Generated, record, tree::Tree,
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
///
/// # Errors
///
/// A diagnostic for each API whose feature has the name of another one.
pub fn package(
    generated: &Generated,
    package: &Package,
    provenance: &Provenance,
) -> Result<Tree, Vec<Diagnostic>> {
    let areas = areas(&generated.schema)?;
    let mut tree = generated.tree.clone();
    tree.remove(record::PATH);
    if areas.is_empty() {
        let lib = include_str!("lib.rs.in");
        tree.insert("src/lib.rs", header::for_export() + lib);
    } else {
        gate(&mut tree, generated, &areas)?;
    }
    tree.insert("Cargo.toml", manifest(package, &areas));
    tree.insert("README.md", readme(package, generated, &areas));
    add_papers(&mut tree, generated, provenance);
    Ok(tree)
}

/// Makes the models be there by the features of areas.
fn gate(tree: &mut Tree, generated: &Generated, areas: &[Area<'_>]) -> Result<(), Vec<Diagnostic>> {
    let modules = &generated.modules;
    let features = areas::features(&generated.schema, areas);
    let exports = emit::gated::exports(modules, &features)?;
    let lib = header::for_export() + include_str!("gated.rs.in") + &exports;
    tree.insert("src/lib.rs", lib);
    tree.insert(
        "src/models/mod.rs",
        emit::gated::modules(modules, &features)?,
    );
    let endpoints = { areas.iter() }.map(|area| {
        let module = ModuleName::of_api(area.api.name.as_str());
        (module, &area.feature)
    });
    let endpoints = emit::gated::endpoints(&endpoints.collect::<Vec<_>>())?;
    tree.insert("src/endpoints/mod.rs", endpoints);
    Ok(())
}

fn manifest(package: &Package, areas: &[Area<'_>]) -> String {
    let (default, features) = if areas.is_empty() {
        (r#""jiff""#, String::new())
    } else {
        (r#""full", "jiff""#, areas::manifest(areas))
    };
    let text = include_str!("Cargo.toml.in")
        .replace("{name}", &package.name)
        .replace("{version}", &package.version)
        .replace("{default}", default)
        .replace("{areas}", &features);
    header::for_toml() + &text
}
