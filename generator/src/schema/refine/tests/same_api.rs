//! The check that both schemas describe the same API.

use serde_json::{Value, json};

use super::{definition, formatted, kind, schema};
use crate::schema::{Undocumented, refine};

/// Returns definitions of these names, each with these properties of type `string`.
fn definitions(names: &[&str], properties: &[&str]) -> Value {
    let properties: Vec<_> = properties.iter().map(|it| (*it, kind("string"))).collect();
    names
        .iter()
        .map(|name| ((*name).to_owned(), definition(&properties)))
        .collect()
}

/// Returns an API with these paths.
fn paths(paths: &[&str]) -> Value {
    let method = |path: &&str| {
        json!({
            "name": path.replace('/', "get"), "httpMethod": "GET", "path": path, "parameters": [], "responses": [],
            "summary": null, "description": null, "deprecated": null,
        })
    };
    let methods: Vec<_> = paths.iter().map(method).collect();
    json!({"ShipsAPI": {"description": null, "methods": methods}})
}

/// Returns the code, message and help of the error, if the second schema describes another API than the first.
fn error(docs: [&Value; 2], exact: [&Value; 2]) -> Option<String> {
    let docs = schema("docs", docs[0], docs[1]);
    let exact = schema("openapi.json", exact[0], exact[1]);
    let errors = refine(docs, &exact, Undocumented::Omit).err()?;
    Some(format!("{} {}", formatted(&errors)[0], errors[0].help[0]))
}

const MESSAGE: &str = "M0860 the OpenAPI file describes another API than the docs";

#[test]
fn a_part_of_the_api_on_either_side_is_accepted() {
    let (whole, part) = (["Mast", "Port", "Sailor", "Ship", "Wind"], ["Ship"]);
    let properties = ["id", "name"];
    let (whole, part) = (
        definitions(&whole, &properties),
        definitions(&part, &properties),
    );
    let (all, one) = (paths(&["/a", "/b", "/c", "/d"]), paths(&["/a"]));
    assert_eq!(error([&whole, &all], [&part, &one]), None);
    assert_eq!(error([&part, &one], [&whole, &all]), None);
    assert_eq!(error([&whole, &json!({})], [&part, &one]), None);
}

#[test]
fn a_file_with_few_common_definitions_is_refused() {
    let docs = definitions(&["Mast", "Port", "Sailor", "Ship"], &["id"]);
    let exact = definitions(&["Crater", "Moon", "Rocket", "Ship"], &["id"]);
    let expected = format!(
        "{MESSAGE} 1 of 4 definitions are in both, 1 of 1 properties of common definitions agree: at least half are expected"
    );
    assert_eq!(
        error([&docs, &json!({})], [&exact, &json!({})]),
        Some(expected)
    );
}

#[test]
fn a_file_whose_common_definitions_mean_something_else_is_refused() {
    let docs = definitions(&["Port", "Ship"], &["id", "harbour", "pier"]);
    let exact = definitions(&["Port", "Ship"], &["id", "protocol", "number"]);
    let expected = format!(
        "{MESSAGE} 2 of 2 definitions are in both, 2 of 6 properties of common definitions agree: at least half are expected"
    );
    assert_eq!(
        error([&docs, &json!({})], [&exact, &json!({})]),
        Some(expected)
    );
}

#[test]
fn a_file_with_other_endpoints_is_refused() {
    let both = definitions(&["Port", "Ship"], &["id"]);
    let [docs, exact] = [paths(&["/a", "/b", "/c"]), paths(&["/a", "/x", "/y"])];
    let expected = format!(
        "{MESSAGE} 2 of 2 definitions are in both, 2 of 2 properties of common definitions agree, 1 of 3 endpoints are in both: at least half are expected"
    );
    assert_eq!(error([&both, &docs], [&both, &exact]), Some(expected));
}
