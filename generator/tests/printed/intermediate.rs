//! The intermediate schema and its own JSON Schema.

use genesys_modelgen::{
    schema::{from_json, print::json as print},
    span::SourceFile,
};
use serde_json::{Value, from_str, json};

use crate::{
    specs::{editions, read, workspace_spec},
    validator::Validator,
};

fn validator() -> Validator {
    Validator::new(include_str!("../../schema.schema.json"))
}

#[test]
fn the_json_of_the_workspace_spec_is_valid() {
    validator()
        .validate(&print(&read(&workspace_spec(), &[])))
        .unwrap();
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn the_json_of_complete_editions_is_valid() {
    for edition in editions() {
        validator()
            .validate(&print(&read(&edition, &[])))
            .unwrap_or_else(|error| panic!("{}: {error}", edition.display()));
    }
}

/// Returns a document with one property of this type.
fn document_with_type(ty: &str) -> String {
    let property =
        format!(r#"{{"name": "a", "description": null, "required": false, "type": {ty}}}"#);
    format!(
        r#"{{"version": 1, "definitions": {{"A": {{"description": null, "properties": [{property}]}}}}}}"#
    )
}

#[test]
fn every_kind_is_valid_with_its_keys() {
    let plain = [
        "string",
        "dateTime",
        "localDateTime",
        "date",
        "interval",
        "duration",
        "number",
        "boolean",
        "object",
    ];
    let plain = plain.map(|kind| format!(r#"{{"kind": "{kind}"}}"#));
    let with_keys = [
        r#"{"kind": "number", "format": "int64"}"#,
        r#"{"kind": "object", "values": {"kind": "string"}}"#,
        r#"{"kind": "enum", "values": ["x", "y"]}"#,
        r#"{"cutShort": true, "kind": "enum", "values": ["x", "y"]}"#,
        r#"{"kind": "array", "items": {"kind": "array", "items": {"kind": "ref", "name": "A"}}}"#,
    ];
    for ty in plain.iter().map(String::as_str).chain(with_keys) {
        validator()
            .validate(&document_with_type(ty))
            .unwrap_or_else(|error| panic!("{ty}: {error}"));
    }
}

#[test]
fn other_types_and_versions_are_invalid() {
    let wrong = [
        r#"{"kind": "text"}"#,
        r#"{"kind": "string", "values": ["x"]}"#,
        r#"{"kind": "number", "format": "u8"}"#,
        r#"{"kind": "enum"}"#,
        r#"{"cutShort": false, "kind": "enum", "values": ["x"]}"#,
        r#"{"cutShort": true, "kind": "string"}"#,
        r#"{"kind": "array", "items": {"kind": "array"}}"#,
        r#"{"kind": "ref"}"#,
        r#""string""#,
    ];
    for ty in wrong {
        assert!(
            validator().validate(&document_with_type(ty)).is_err(),
            "{ty}"
        );
    }
    assert!(
        validator()
            .validate(r#"{"version": 2, "definitions": {}}"#)
            .is_err()
    );
}

/// A document with every key that only an OpenAPI file describes.
fn exact_document() -> Value {
    let format = |format: &str| json!({"format": format, "kind": "number"});
    let property = |name: &str, format: &Value| json!({"description": null, "name": name, "required": false, "type": format});
    let mut id = property("id", &format("int64"));
    id["readOnly"] = json!(true);
    let size = json!({
        "default": "25", "description": null, "in": "query", "name": "size", "required": false,
        "type": format("int32"),
    });
    let lost = json!({
        "description": null, "errorCodes": {"not.found": "No such ant"}, "status": "404", "type": null,
    });
    let method = |name: &str, permissions: &Value| {
        json!({
            "deprecated": null, "description": null, "httpMethod": "GET", "name": name,
            "origin": "openapi", "parameters": [size], "path": format!("/{name}"),
            "permissions": permissions, "preview": true, "responses": [lost], "summary": null,
        })
    };
    let methods = [
        method("getAnt", &json!({"any": ["ants:view", "ants:edit"]})),
        method("getHill", &json!({"all": ["hills:view"]})),
    ];
    let properties = [
        id,
        property("size", &format("float")),
        property("weight", &format("double")),
    ];
    json!({
        "apis": {"AntsAPI": {"description": null, "methods": methods}},
        "definitions": {"Ant": {"description": null, "origin": "openapi", "properties": properties}},
        "version": 1,
    })
}

#[test]
fn the_keys_of_an_openapi_file_are_valid_and_read_back() {
    let document = exact_document();
    validator().validate(&document.to_string()).unwrap();
    let file = SourceFile {
        path: "schema.json".into(),
        text: document.to_string(),
    };
    let printed = print(&from_json(&file.into()).unwrap());
    assert_eq!(from_str::<Value>(&printed).unwrap(), document);
}

#[test]
fn wrong_values_of_these_keys_are_invalid() {
    let wrong = [
        ("/apis/AntsAPI/methods/0/permissions", json!({"any": []})),
        (
            "/apis/AntsAPI/methods/0/permissions",
            json!({"all": ["a"], "any": ["a"]}),
        ),
        ("/apis/AntsAPI/methods/0/permissions", json!({})),
        ("/apis/AntsAPI/methods/0/preview", json!(false)),
        ("/apis/AntsAPI/methods/0/origin", json!("docs")),
        ("/apis/AntsAPI/methods/0/parameters/0/default", json!(25)),
        ("/apis/AntsAPI/methods/0/responses/0/errorCodes", json!({})),
        ("/definitions/Ant/properties/0/readOnly", json!(false)),
        ("/definitions/Ant/origin", json!("docs")),
    ];
    for (pointer, value) in wrong {
        let mut document = exact_document();
        *document.pointer_mut(pointer).unwrap() = value;
        let text = document.to_string();
        assert!(validator().validate(&text).is_err(), "{pointer}: {text}");
    }
}
