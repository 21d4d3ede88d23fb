use std::sync::Arc;

use serde_json::{Value, json};

use crate::{
    plan::{EndpointConst, plan},
    schema::{Root, Selection, from_json},
    span::SourceFile,
};

/// Plans an endpoint with these parameters, which returns `Ant` or the error `Problem`, for the selected roots.
fn endpoint(parameters: &Value, roots: &[&str]) -> EndpointConst {
    endpoint_with(&json!({"parameters": parameters}), roots)
}

/// Plans an endpoint as [`endpoint`] does, with these values of the method's keys.
fn endpoint_with(values: &Value, roots: &[&str]) -> EndpointConst {
    let definition = || {
        let id = json!({"description": null, "name": "id", "required": false, "type": string()});
        json!({"description": null, "properties": [id]})
    };
    let response = |status, name| {
        let ty = json!({"kind": "ref", "name": name});
        json!({"description": "Text | more", "status": status, "type": ty})
    };
    let mut method = json!({
        "deprecated": "Use another | one.\nSoon.",
        "description": null,
        "httpMethod": "GET",
        "name": "getAnt",
        "parameters": [],
        "path": "/ants",
        "responses": [response("200", "Ant"), response("404", "Problem")],
        "summary": "Get an ant",
    });
    { method.as_object_mut().unwrap() }.extend(values.as_object().unwrap().clone());
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

#[test]
fn permissions_are_documented_and_come_before_the_parameters() {
    let with = |permissions: Value| endpoint_with(&json!({"permissions": permissions}), &[]);
    let sentence = |endpoint: &EndpointConst| {
        let mut lines = endpoint.doc.iter();
        lines.find(|line| line.starts_with("Requires")).cloned()
    };
    let one = with(json!({"all": ["ants:view"]}));
    assert_eq!(
        sentence(&one).unwrap(),
        "Requires the permission `ants:view`."
    );
    assert_eq!(one.parameters, ["& ants:view"]);
    let any = with(json!({"any": ["ants:view", "ants:edit"]}));
    assert_eq!(
        sentence(&any).unwrap(),
        "Requires any of the permissions `ants:view`, `ants:edit`."
    );
    assert_eq!(any.parameters, ["| ants:view", "| ants:edit"]);
    let all = with(json!({"all": ["ants:view", "ants:edit"]}));
    assert_eq!(
        sentence(&all).unwrap(),
        "Requires all of the permissions `ants:view`, `ants:edit`."
    );
    assert_eq!(sentence(&endpoint(&json!([]), &[])), None);
}

#[test]
fn a_preview_is_marked_in_the_first_paragraph() {
    let endpoint = endpoint_with(
        &json!({
            "deprecated": null,
            "preview": true,
            "permissions": {"any": ["ants:view"]},
            "parameters": [query("size", false, &string(), None)],
        }),
        &[],
    );
    let start = [
        "**Preview:** Get an ant",
        "",
        "A preview may change without notice.",
        "",
        "`GET /ants`",
        "",
        "Requires the permission `ants:view`.",
    ];
    assert_eq!(endpoint.doc[..7], start);
    let lines = ["preview", "| ants:view", "query string size"];
    assert_eq!(endpoint.parameters, lines);
    let unnamed = endpoint_with(&json!({"preview": true, "summary": null}), &[]);
    assert_eq!(unnamed.doc[0], "**Preview:** `getAnt`.");
}

#[test]
fn a_default_is_documented_unless_the_description_has_it() {
    let with_default = |description: Option<&str>, ty: &Value| {
        let mut parameter = query("size", false, ty, description);
        parameter["default"] = json!("1|0");
        endpoint(&json!([parameter]), &[])
    };
    let row = |endpoint: &EndpointConst| rows(endpoint)[0].to_owned();
    let undescribed = with_default(None, &string());
    assert_eq!(
        row(&undescribed),
        r"| `size` | query | `string` |  | Default: 1\|0 |"
    );
    assert_eq!(undescribed.parameters, ["query string size", ": 1|0"]);
    let values = json!({"kind": "enum", "values": ["1|0"]});
    let listed = with_default(Some("From 1|0 on"), &values);
    assert_eq!(
        row(&listed),
        r"| `size` | query | `enum` |  | From 1\|0 on<br>Default: 1\|0 |"
    );
    assert_eq!(
        listed.parameters,
        ["query enum size", "# From 1|0 on", ": 1|0", "= 1|0"]
    );
    let mentioned = with_default(Some("Defaults to 1|0"), &string());
    assert_eq!(
        row(&mentioned),
        r"| `size` | query | `string` |  | Defaults to 1\|0 |"
    );
}

#[test]
fn types_and_names_are_told_apart_at_run_time() {
    let ty = json!({"kind": "object", "values": {"kind": "ref", "name": "Fire Ant"}});
    let respond = |name| {
        let ty = json!({"kind": "ref", "name": name});
        json!({"description": null, "status": "200", "type": ty})
    };
    let values = json!({
        "parameters": [query("page size", true, &ty, None), query("page", true, &string(), None)],
        "responses": [respond("404 Ant")],
    });
    let endpoint = endpoint_with(&values, &[]);
    assert_eq!(
        endpoint.parameters,
        ["query ! map<Fire Ant>\tpage size", "query ! string page"]
    );
    assert_eq!(endpoint.responses, ["200\t404 Ant"]);
}
