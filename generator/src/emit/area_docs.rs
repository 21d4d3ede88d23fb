//! The documentation of a crate with areas that is compiled without the feature `full`.
//!
//! The README is not included then, because its examples use types that may be missing.

use crate::plan::{Area, Areas};

/// Returns the attributes for the documentation: a text, and a table of the areas that shows which ones are enabled.
pub fn partial_docs(crate_name: &str, areas: &Areas) -> String {
    let example = { areas.areas.first() }.map_or("", |area| area.feature.as_str());
    let text = include_str!("area_docs.in")
        .replace("{name}", crate_name)
        .replace("{example}", example);
    let text = attribute("not(feature = \"full\")", text.trim_end());
    { areas.areas.iter() }.fold(text, |text, area| text + &row(area))
}

/// Returns the two variants of an area's row.
fn row(area: &Area) -> String {
    let Area {
        api,
        module,
        feature,
        methods,
        types,
        description: _,
    } = area;
    let counts = format!("`{api}` | {methods} | {types}");
    let enabled = format!("| [`{feature}`](endpoints::{module}) | {counts} | yes |");
    let disabled = format!("| `{feature}` | {counts} | no |");
    let condition = format!("not(feature = \"full\"), feature = \"{feature}\"");
    let opposite = format!("not(feature = \"full\"), not(feature = \"{feature}\")");
    attribute(&format!("all({condition})"), &enabled)
        + &attribute(&format!("all({opposite})"), &disabled)
}

/// Returns the attribute as rustfmt formats it.
fn attribute(condition: &str, doc: &str) -> String {
    let doc = doc.replace('\\', r"\\").replace('"', "\\\"");
    format!("#![cfg_attr(\n    {condition},\n    doc = \"{doc}\"\n)]\n")
}
