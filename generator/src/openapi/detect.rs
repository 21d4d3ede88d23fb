//! Detects whether a JSON file is an OpenAPI file.

use super::JsonNode;
use crate::span::Source;

/// The members that contain the version of an OpenAPI file; other JSON files have neither.
const VERSIONS: [&str; 2] = ["swagger", "openapi"];

/// Checks whether a file is an OpenAPI file of any version.
///
/// ```
/// use genesys_modelgen::{openapi::is_openapi, span::SourceFile};
///
/// let text = r#"{"swagger": "2.0", "definitions": {}}"#.to_owned();
/// assert!(is_openapi(&SourceFile { path: "openapi.json".into(), text }.into()));
/// assert!(!is_openapi(&SourceFile { path: "schema.json".into(), text: "{}".to_owned() }.into()));
/// ```
#[must_use]
pub fn is_openapi(file: &Source) -> bool {
    let entries = JsonNode::root(file).ok().and_then(JsonNode::entries);
    let mut names = entries
        .iter()
        .flatten()
        .filter_map(|(name, _)| name.string());
    names.any(|name| VERSIONS.contains(&&*name))
}
