//! The areas of the platform: in an exported crate, each API is a Cargo feature that enables its endpoints and their types.

use std::collections::{BTreeMap, BTreeSet};

use genesys_runtime::sources;

use super::types::type_ident;
use crate::{
    diagnostic::{Code, Diagnostic},
    name::{FeatureName, ModuleName, TypeIdent},
    schema::{Api, Schema, names_reachable_from_api},
};

/// An API and its feature.
#[derive(Debug, Clone)]
pub struct Area {
    /// The name in the docs.
    pub api: String,
    /// The module of the endpoints.
    pub module: ModuleName,
    /// The feature.
    pub feature: FeatureName,
    /// The first line of the description in the docs.
    pub description: Option<String>,
    /// The number of methods.
    pub methods: usize,
    /// The number of definitions that are reachable from the methods.
    pub types: usize,
}

/// Returns the areas of a schema, sorted by feature. Unlike in [`Areas`], their features may have reserved names.
#[must_use]
pub fn list_areas(schema: &Schema) -> Vec<Area> {
    let apis = schema.apis.iter();
    let areas = apis.map(|api| area(api, &names_reachable_from_api(schema, api)));
    let mut areas: Vec<_> = areas.collect();
    areas.sort_by(|a, b| a.feature.cmp(&b.feature));
    areas
}

/// The areas of a schema, one for each API page.
#[derive(Debug, Clone, Default)]
pub struct Areas {
    /// The areas, sorted by name. Their features are distinct, because their modules are.
    pub areas: Vec<Area>,
    features: BTreeMap<TypeIdent, Vec<FeatureName>>,
}

impl Areas {
    /// Creates the areas of a schema.
    ///
    /// # Errors
    ///
    /// Returns a diagnostic for each API whose feature has a reserved name.
    pub fn new(schema: &Schema) -> Result<Self, Vec<Diagnostic>> {
        let errors: Vec<_> = { schema.apis.iter() }
            .filter_map(|api| reserved(api, schema))
            .collect();
        if !errors.is_empty() {
            return Err(errors);
        }
        let mut features: BTreeMap<&str, Vec<FeatureName>> = BTreeMap::new();
        let areas = schema.apis.iter().map(|api| {
            let reached = names_reachable_from_api(schema, api);
            let area = area(api, &reached);
            for name in reached {
                features.entry(name).or_default().push(area.feature.clone());
            }
            area
        });
        let areas: Vec<_> = areas.collect();
        let features = schema.definitions.iter().map(|definition| {
            let features = features.remove(definition.name.as_str());
            let features = features.unwrap_or_else(|| vec![FeatureName::full()]);
            (type_ident(definition), features)
        });
        Ok(Self {
            features: features.collect(),
            areas,
        })
    }

    /// Checks whether there are no areas.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.areas.is_empty()
    }

    /// Returns the features that enable a type: `full` alone if the type is not reachable from any area.
    #[must_use]
    pub fn features(&self, ident: &TypeIdent) -> &[FeatureName] {
        self.features.get(ident).map_or(&[], Vec::as_slice)
    }
}

fn area(api: &Api, reached: &BTreeSet<&str>) -> Area {
    Area {
        api: api.name.to_string(),
        module: ModuleName::of_api(api.name.as_str()),
        feature: FeatureName::of_api(api.name.as_str()),
        description: { api.description.as_deref() }
            .and_then(|text| text.lines().next())
            .map(str::to_owned),
        methods: api.methods.len(),
        types: reached.len(),
    }
}

/// Returns an error if the feature of an API has the name of a feature that every crate has, or of a dependency that
/// overrides add.
fn reserved(api: &Api, schema: &Schema) -> Option<Diagnostic> {
    let feature = FeatureName::of_api(api.name.as_str());
    let is_reserved = ["default", FeatureName::FULL, FeatureName::TOPICS]
        .contains(&feature.as_str())
        || sources::features().any(|name| name == feature.as_str());
    let mut dependencies = schema.dependencies.iter();
    let reason = if is_reserved {
        "which every crate has"
    } else if dependencies.any(|it| it.name == feature.as_str()) {
        "which is the name of a dependency in the overrides"
    } else {
        return None;
    };
    let message = format!("`{}` becomes the feature `{feature}`, {reason}", api.name);
    let diagnostic = Diagnostic::new(Code::FeatureCollision, message)
        .label(&api.origin.source, api.origin.span.clone(), "this name")
        .help("give the API another title");
    Some(diagnostic)
}
