//! The refinement of methods.

use serde_json::{Value, json};

use super::{formatted, kind, number, one_of, reference, schema, with_ship};
use crate::schema::{Undocumented, refine};

/// Returns the API of the method `getShip`, with changes.
fn api(change: impl Fn(&mut Value)) -> Value {
    let mut method = json!({
        "name": "getShip", "httpMethod": "GET", "path": "/ships/{shipId}", "summary": "Get a ship", "description": null,
        "deprecated": null,
        "parameters": [
            {"name": "shipId", "in": "path", "required": true, "type": kind("string"), "description": "Which one"},
            {"name": "depth", "in": "query", "required": false, "type": kind("number"), "description": null},
        ],
        "responses": [
            {"status": "200", "type": reference("Ship"), "description": "The ship"},
            {"status": "404", "type": null, "description": null},
        ],
    });
    change(&mut method);
    json!({"ShipsAPI": {"description": null, "methods": [method]}})
}

/// Refines `getShip`, and returns its JSON and the warnings.
fn refined_method(docs: impl Fn(&mut Value), exact: impl Fn(&mut Value)) -> (Value, Vec<String>) {
    let definitions = with_ship(&kind("string"));
    let docs = schema("docs", &definitions, &api(docs));
    let exact = schema("openapi.json", &definitions, &api(exact));
    let (schema, warnings) = refine(docs, &exact, Undocumented::Omit).unwrap();
    let method = serde_json::to_value(&schema.apis[0].methods[0]).unwrap();
    (method, formatted(&warnings))
}

const NO_WARNINGS: [&str; 0] = [];

#[test]
fn the_file_adds_permissions_previews_defaults_and_error_codes() {
    let (method, warnings) = refined_method(
        |_| (),
        |it| {
            it["permissions"] = json!({"any": ["ship:view"]});
            it["preview"] = json!(true);
            it["parameters"][1]["default"] = json!("3");
            it["responses"][1]["errorCodes"] = json!({"sunk": "It has sunk."});
        },
    );
    assert_eq!(warnings, NO_WARNINGS);
    assert_eq!(method["permissions"], json!({"any": ["ship:view"]}));
    assert_eq!(method["preview"], true);
    assert_eq!(method["parameters"][1]["default"], "3");
    assert_eq!(
        method["responses"][1]["errorCodes"],
        json!({"sunk": "It has sunk."})
    );
}

#[test]
fn the_types_of_parameters_and_responses_become_more_exact() {
    let (method, warnings) = refined_method(
        |it| it["responses"][0]["type"] = kind("object"),
        |it| {
            it["parameters"][0]["type"] = one_of(&["a", "b"]);
            it["parameters"][1]["type"] = number("int32");
        },
    );
    assert_eq!(warnings, NO_WARNINGS);
    assert_eq!(method["parameters"][0]["type"], one_of(&["a", "b"]));
    assert_eq!(method["parameters"][1]["type"], number("int32"));
    assert_eq!(method["responses"][0]["type"], reference("Ship"));
}

#[test]
fn the_docs_words_are_kept() {
    let (method, warnings) = refined_method(
        |_| (),
        |it| {
            it["summary"] = json!("Fetch");
            it["deprecated"] = json!("Too old");
            it["parameters"][0]["description"] = json!("Its id");
            it["responses"][0]["description"] = json!("successful operation");
        },
    );
    assert_eq!(warnings, NO_WARNINGS);
    assert_eq!(method["summary"], "Get a ship");
    assert_eq!(method["deprecated"], Value::Null);
    assert_eq!(method["parameters"][0]["description"], "Which one");
    assert_eq!(method["responses"][0]["description"], "The ship");
}

#[test]
fn a_method_with_another_name_is_found_by_its_endpoint() {
    let (method, warnings) = refined_method(
        |_| (),
        |it| {
            it["name"] = json!("fetchShip");
            it["preview"] = json!(true);
        },
    );
    assert_eq!(warnings, NO_WARNINGS);
    assert_eq!(method["name"], "getShip");
    assert_eq!(method["preview"], true);
}

#[test]
fn a_method_with_another_endpoint_is_not_refined() {
    let definitions = with_ship(&kind("string"));
    // A second method with the same endpoint on both sides, so that half of the endpoints are in both.
    let sides = [json!("/ships/{shipId}"), json!("/fleet/{shipId}")].map(|path| {
        let mut apis = api(|it| it["path"] = path.clone());
        apis["PortsAPI"] = api(|it| {
            it["name"] = json!("getPort");
            it["path"] = json!("/ports/{shipId}");
        })["ShipsAPI"]
            .clone();
        apis
    });
    let mut exact = sides[1].clone();
    exact["ShipsAPI"]["methods"][0]["preview"] = json!(true);
    let docs = schema("docs", &definitions, &sides[0]);
    let exact = schema("openapi.json", &definitions, &exact);
    let (schema, warnings) = refine(docs, &exact, Undocumented::Omit).unwrap();
    let expected = "M0867 `getShip` is `GET /ships/{shipId}` in the docs, but `GET /fleet/{shipId}` in the OpenAPI file";
    assert_eq!(formatted(&warnings), [expected]);
    let methods = schema.apis.iter().flat_map(|api| &api.methods);
    assert!(methods.map(|it| it.preview).all(|preview| !preview));
}

#[test]
fn contradicting_parameters_and_responses_are_reported() {
    let (method, warnings) = refined_method(
        |it| {
            it["parameters"][1]["type"] = kind("boolean");
            it["responses"][0]["type"] = reference("Sailor");
        },
        |it| {
            it["parameters"][1]["required"] = json!(true);
            it["responses"][1]["type"] = reference("Port");
        },
    );
    assert_eq!(method["responses"][0]["type"], reference("Sailor"));
    let expected = [
        "M0861 the parameter `depth` of `getShip` is `boolean` in the docs, but `number` in the OpenAPI file",
        "M0862 the parameter `depth` of `getShip` is optional in the docs, but required in the OpenAPI file",
        "M0861 the response 200 of `getShip` is `Sailor` in the docs, but `Ship` in the OpenAPI file",
        "M0861 the response 404 of `getShip` is without a type in the docs, but `Port` in the OpenAPI file",
    ];
    assert_eq!(warnings, expected);
}

#[test]
fn a_parameter_on_one_side_is_reported() {
    let (method, warnings) = refined_method(
        |it| it["parameters"][1]["in"] = json!("header"),
        |it| {
            let body = json!({"name": "body", "in": "body", "required": true, "type": kind("object"), "description": null});
            it["parameters"].as_array_mut().unwrap().push(body);
        },
    );
    assert_eq!(method["parameters"].as_array().unwrap().len(), 2);
    let expected = [
        "M0864 the parameter `depth` of `getShip` is not in the docs",
        "M0864 the body of `getShip` is not in the docs",
        "M0864 the parameter `depth` of `getShip` is not in the OpenAPI file",
    ];
    assert_eq!(warnings, expected);
}
