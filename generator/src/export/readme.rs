//! What introduces a crate: its README, and the first page of its documentation.

use super::{
    Package,
    areas::{Area, table},
    example::example,
};
use crate::{header, pipeline::Generated};

/// The text of `README.md`.
pub fn readme(package: &Package, generated: &Generated, areas: &[Area<'_>]) -> String {
    let roots: Vec<_> = generated.roots.iter().map(String::as_str).collect();
    let example = example(&package.name, &generated.modules, &roots);
    let text = include_str!("README.md.in")
        .replace("{name}", &package.name)
        .replace(
            "{definitions}",
            &generated.schema.definitions.len().to_string(),
        )
        .replace("{areas}", &about(areas))
        .replace("{example}", &example);
    header::for_markdown() + &text
}

/// What there is to say of features that are areas.
fn about(areas: &[Area<'_>]) -> String {
    if areas.is_empty() {
        return String::new();
    }
    include_str!("areas.md.in").replace("{table}", &table(areas))
}
