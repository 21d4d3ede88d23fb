//! What introduces a crate: its README, and the first page of its documentation.

use super::{Package, example::example};
use crate::{output::header, pipeline::Generated};

/// The text of `README.md`.
pub fn readme(package: &Package, generated: &Generated) -> String {
    let roots: Vec<_> = generated.roots.iter().map(String::as_str).collect();
    let example = example(&package.name, &generated.modules, &roots);
    let text = include_str!("README.md.in")
        .replace("{name}", &package.name)
        .replace(
            "{definitions}",
            &generated.schema.definitions.len().to_string(),
        )
        .replace("{example}", &example);
    header::for_markdown() + &text
}
