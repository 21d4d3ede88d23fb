use std::sync::Arc;

use serde_json::{Value, json};

use crate::{
    plan::{EndpointConst, plan},
    schema::{Root, Selection, from_json},
    span::SourceFile,
};

/// Plans an endpoint with these parameters, which returns `Ant` or the error `Problem`, for the selected roots.
fn endpoint(parameters: &Value, roots: &[&str]) -> EndpointConst {
    let definition = || {
        let id = json!({"description": null, "name": "id", "required": false, "type": string()});
        json!({"description": null, "properties": [id]})
    };
    let response = |status, name| {
        let ty = json!({"kind": "ref", "name": name});
        json!({"description": "Text | more", "status": status, "type": ty})
    };
    let method = json!({
        "deprecated": "Use another | one.\nSoon.",
        "description": null,
        "httpMethod": "GET",
        "name": "getAnt",
        "parameters": parameters,
        "path": "/ants",
        "responses": [response("200", "Ant"), response("404", "Problem")],
        "summary": "Get an ant",
    });
    let schema = json!({
        "version": 1,
        "apis": {"AntsAPI": {"description": null, "methods": [method]}},
        "definitions": {"Ant": definition(), "Problem": definition()},
    });
    let text = schema.to_string();
    let path = "schema.json".into();
    let schema = from_json(&Arc::new(SourceFile { path, text })).unwrap();
    let selection = Selection {
        roots: roots.iter().map(|name| Root::from(*name)).collect(),
        ..Selection::default()
    };
    let (plan, diagnostics) = plan(&selection.apply(schema).unwrap());
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    plan.apis[0].endpoints[0].clone()
}

fn string() -> Value {
    json!({"kind": "string"})
}

fn query(name: &str, required: bool, ty: &Value, description: Option<&str>) -> Value {
    json!({"description": description, "in": "query", "name": name, "required": required, "type": ty})
}

/// Returns the rows of the tables in the documentation, without the heads.
fn rows(endpoint: &EndpointConst) -> Vec<&str> {
    let lines = endpoint.doc.iter().map(String::as_str);
    let rows = lines.filter(|line| line.starts_with("| ") && !line.contains("Description |"));
    rows.collect()
}

#[test]
fn the_error_is_left_out_if_its_type_is_not_selected() {
    let complete = endpoint(&json!([]), &[]);
    assert_eq!(complete.error.unwrap().to_string(), "Problem");
    let partial = endpoint(&json!([]), &["Ant"]);
    assert_eq!(partial.error, None);
    assert_eq!(partial.responses, ["200 Ant", "404 Problem"]);
}

#[test]
fn only_types_of_the_crate_are_linked() {
    let partial = endpoint(&json!([]), &["Ant"]);
    assert_eq!(
        rows(&partial),
        [
            r"| 200 | [`Ant`](super::super::Ant) | Text \| more |",
            r"| 404 | `Problem` | Text \| more |",
        ]
    );
}

#[test]
fn required_parameters_are_documented_first() {
    let parameters = json!([
        query("size", false, &string(), Some("How many")),
        query(
            "id",
            true,
            &string(),
            Some("First | line\n\n# Second <line>")
        ),
    ]);
    let endpoint = endpoint(&parameters, &[]);
    assert_eq!(
        rows(&endpoint)[..2],
        [
            r"| `id` | query | `string` | yes | First \| line<br>\# Second \<line\> |",
            "| `size` | query | `string` |  | How many |",
        ]
    );
    assert_eq!(
        endpoint.parameters,
        [
            "query string size",
            "# How many",
            "query ! string id",
            "# First | line\n\n# Second <line>"
        ]
    );
}

#[test]
fn listed_values_are_documented_unless_the_description_has_them() {
    let values = json!({"kind": "enum", "values": ["big", "a|b"]});
    let described = |description| {
        let endpoint = endpoint(&json!([query("size", false, &values, description)]), &[]);
        rows(&endpoint)[0].to_owned()
    };
    assert_eq!(
        described(None),
        r"| `size` | query | `enum` |  | Values: `big`, a\|b |"
    );
    assert_eq!(
        described(Some("Either")),
        r"| `size` | query | `enum` |  | Either<br>Values: `big`, a\|b |"
    );
    assert_eq!(
        described(Some("big or a|b")),
        r"| `size` | query | `enum` |  | big or a\|b |"
    );
}

#[test]
fn a_deprecation_is_documented_in_the_words_of_the_docs() {
    let endpoint = endpoint(&json!([]), &[]);
    assert_eq!(
        endpoint.deprecated.as_deref(),
        Some("Use another | one.\nSoon.")
    );
    let start = [
        "Get an ant",
        "",
        r"**Deprecated.** Use another \| one.\",
        "Soon.",
        "",
        "`GET /ants`",
    ];
    assert_eq!(endpoint.doc[..6], start);
}
