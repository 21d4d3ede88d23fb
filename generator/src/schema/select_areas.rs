//! The areas of a selection: whole APIs with all definitions that they reach.

use super::{
    api::Api,
    model::{Definition, Schema},
    nearest::did_you_mean,
    reach::names_reachable_from_api,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    name::{FeatureName, ModuleName},
};

/// Returns the API with this name, ignoring case: that of its feature (`users`), of its module, or of its page
/// (`UsersAPI`).
#[must_use]
pub fn find_area<'a>(schema: &'a Schema, name: &str) -> Option<&'a Api> {
    schema.apis.iter().find(|api| is_named(api, name))
}

fn is_named(api: &Api, name: &str) -> bool {
    let (name, title) = (name.to_lowercase(), api.name.as_str());
    title.to_lowercase() == name
        || FeatureName::of_api(title).as_str() == name
        || ModuleName::of_api(title).as_str() == name
}

/// Returns an error for each unknown area.
pub(super) fn check_areas(schema: &Schema, names: &[String]) -> Vec<Diagnostic> {
    let unknown = names
        .iter()
        .filter(|name| find_area(schema, name).is_none());
    unknown.map(|name| unknown_area(schema, name)).collect()
}

fn unknown_area(schema: &Schema, name: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::UnknownArea, format!("unknown area `{name}`"));
    if schema.apis.is_empty() {
        return diagnostic.help("areas are the API pages in `classes/`, and the spec has none");
    }
    let features = schema.apis.iter().map(|api| api.name.as_str());
    let features: Vec<_> = features.map(FeatureName::of_api).collect();
    let suggestion = did_you_mean(name, features.iter().map(FeatureName::as_str));
    { suggestion.into_iter() }
        .fold(diagnostic, Diagnostic::help)
        .help("`genesys-modelgen areas` lists the areas")
}

/// APIs and the definitions that they reach.
pub(super) struct SelectedAreas {
    apis: Vec<Api>,
    definitions: Vec<Definition>,
}

/// Removes the APIs with these names from a schema, and copies the definitions that they reach.
pub(super) fn take_areas(schema: &mut Schema, names: &[String]) -> SelectedAreas {
    let is_selected = |api: &mut Api| names.iter().any(|name| is_named(api, name));
    let apis: Vec<_> = schema.apis.extract_if(.., is_selected).collect();
    let reached = { apis.iter() }.flat_map(|api| names_reachable_from_api(schema, api));
    let mut reached: Vec<_> = reached.collect();
    reached.sort_unstable();
    reached.dedup();
    let definitions = { reached.into_iter() }.filter_map(|name| schema.definition(name).cloned());
    SelectedAreas {
        definitions: definitions.collect(),
        apis,
    }
}

impl SelectedAreas {
    /// Puts the definitions that the APIs reach back, and returns the APIs.
    pub(super) fn restore_definitions(self, schema: &mut Schema) -> Vec<Api> {
        schema.definitions.extend(self.definitions);
        schema.definitions.sort_by(|a, b| a.name.cmp(&b.name));
        schema.definitions.dedup_by(|a, b| a.name == b.name);
        self.apis
    }
}
