//! The areas of the platform, each a feature of the crate.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    diagnostic::{Code, Diagnostic},
    name::{FeatureName, TypeIdent},
    plan::type_ident,
    schema::{Api, Schema, names_reachable_from_api},
};

/// The features that a crate has in any case.
const TAKEN: [&str; 5] = ["chrono", "default", FeatureName::FULL, "jiff", "time"];

/// An API, and what its feature turns on.
#[derive(Debug, Clone)]
pub struct Area<'a> {
    /// The API.
    pub api: &'a Api,
    /// Its feature.
    pub feature: FeatureName,
    /// The names of all definitions that its methods reach.
    pub types: BTreeSet<&'a str>,
}

/// The areas of a schema, sorted by name. Two of them never have one feature, for their endpoints would have one module.
///
/// # Errors
///
/// A diagnostic for each API whose feature is one that the crate has in any case.
pub fn areas(schema: &Schema) -> Result<Vec<Area<'_>>, Vec<Diagnostic>> {
    let areas = schema.apis.iter().map(|api| Area {
        api,
        feature: FeatureName::of_api(api.name.as_str()),
        types: names_reachable_from_api(schema, api),
    });
    let areas: Vec<_> = areas.collect();
    let errors: Vec<_> = areas.iter().filter_map(collision).collect();
    if errors.is_empty() {
        Ok(areas)
    } else {
        Err(errors)
    }
}

/// What is wrong with an area whose feature is the crate's own.
fn collision(area: &Area<'_>) -> Option<Diagnostic> {
    let Area { api, feature, .. } = area;
    if !TAKEN.contains(&feature.as_str()) {
        return None;
    }
    let name = &api.name;
    let message = format!("`{name}` becomes the feature `{feature}`, which is the crate's own");
    let diagnostic = Diagnostic::new(Code::FeatureCollision, message)
        .label(&api.origin.source, api.origin.span.clone(), "this name")
        .help("give the API another title");
    Some(diagnostic)
}

/// The features that bring each type; those that no area reaches come with everything else only.
pub fn features(schema: &Schema, areas: &[Area<'_>]) -> BTreeMap<TypeIdent, Vec<FeatureName>> {
    let features = |name: &str| -> Vec<_> {
        let areas = areas.iter().filter(|area| area.types.contains(name));
        let features: Vec<_> = areas.map(|area| area.feature.clone()).collect();
        if features.is_empty() {
            vec![FeatureName::full()]
        } else {
            features
        }
    };
    let definitions = schema.definitions.iter();
    definitions
        .map(|definition| (type_ident(definition), features(definition.name.as_str())))
        .collect()
}

/// The features of the manifest: `full` turns on all the others.
pub fn manifest(areas: &[Area<'_>]) -> String {
    let all = areas
        .iter()
        .map(|area| format!("    \"{}\",\n", area.feature));
    let each = areas.iter().map(|area| format!("{} = []\n", area.feature));
    let (all, each): (String, String) = (all.collect(), each.collect());
    let full = FeatureName::FULL;
    format!(
        "# All areas, and the types that none of them reaches.\n{full} = [\n{all}]\n\
         # The areas, each with its endpoints and just the types that these reach.\n{each}"
    )
}

/// The areas as a table for people.
pub fn table(areas: &[Area<'_>]) -> String {
    let rows = areas.iter().map(|area| {
        let Area {
            api,
            feature,
            types,
        } = area;
        let (name, methods, types) = (&api.name, api.methods.len(), types.len());
        format!("| `{feature}` | `{name}` | {methods} | {types} |\n")
    });
    let rows: String = rows.collect();
    format!("| Feature | API | Methods | Types |\n|---|---|---:|---:|\n{rows}")
}
