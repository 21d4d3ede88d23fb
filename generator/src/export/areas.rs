//! The areas of the platform, each a feature of the crate.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    diagnostic::{Code, Diagnostic},
    name::{FeatureName, TypeIdent},
    rust::type_ident,
    schema::{Api, Schema, reach_of_api},
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

/// The areas of a schema, sorted by name.
///
/// # Errors
///
/// A diagnostic for each API whose feature has the name of another one.
pub fn areas(schema: &Schema) -> Result<Vec<Area<'_>>, Vec<Diagnostic>> {
    let mut taken: BTreeMap<FeatureName, &Api> = BTreeMap::new();
    let (mut areas, mut errors) = (Vec::new(), Vec::new());
    for api in &schema.apis {
        let feature = FeatureName::of_api(api.name.as_str());
        let types = reach_of_api(schema, api);
        errors.extend(collision(api, &feature, taken.get(&feature).copied()));
        taken.insert(feature.clone(), api);
        areas.push(Area {
            api,
            feature,
            types,
        });
    }
    if errors.is_empty() {
        Ok(areas)
    } else {
        Err(errors)
    }
}

/// What is wrong with an API's feature, where an earlier API or the crate itself has it.
fn collision(api: &Api, feature: &FeatureName, earlier: Option<&Api>) -> Option<Diagnostic> {
    let (name, origin) = (&api.name, &api.origin);
    let message = match earlier {
        Some(earlier) => {
            format!(
                "`{}` and `{name}` both become the feature `{feature}`",
                earlier.name
            )
        }
        None if TAKEN.contains(&feature.as_str()) => {
            format!("`{name}` becomes the feature `{feature}`, which is the crate's own")
        }
        None => return None,
    };
    let mut diagnostic = Diagnostic::new(Code::FeatureCollision, message)
        .label(&origin.source, origin.span.clone(), "this one")
        .help("give one of them another title");
    if let Some(Api { origin, .. }) = earlier {
        diagnostic = diagnostic.label(&origin.source, origin.span.clone(), "and this one");
    }
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
         # The areas, each with just the types that its methods reach.\n{each}"
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
