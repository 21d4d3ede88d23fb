use std::sync::Arc;

use serde_json::{Value, json};

use super::CommonErrorCodes;
use crate::{
    schema::{Schema, from_json},
    span::SourceFile,
};

const HEAD: [&str; 2] = ["| Status | Code | Description |", "|---|---|---|"];

/// Returns a schema with a method for each object, which has the error codes of the status 404.
fn schema(methods: &[Value]) -> Schema {
    let methods = methods.iter().enumerate().map(|(at, codes)| {
        let mut response = json!({"description": null, "status": "404", "type": null});
        if !codes.is_null() {
            response["errorCodes"] = codes.clone();
        }
        json!({
            "deprecated": null, "description": null, "httpMethod": "GET", "name": format!("getAnt{at}"),
            "parameters": [], "path": "/ants", "responses": [response], "summary": null,
        })
    });
    let apis = json!({"AntsAPI": {"description": null, "methods": methods.collect::<Value>()}});
    let text = json!({"version": 1, "apis": apis, "definitions": {}}).to_string();
    let path = "schema.json".into();
    from_json(&Arc::new(SourceFile { path, text })).unwrap()
}

/// Returns the documentation of the common codes, and that of the other ones of each method.
fn docs(methods: &[Value]) -> (Vec<String>, Vec<Vec<String>>) {
    let schema = schema(methods);
    let common = CommonErrorCodes::new(&schema.apis);
    let others = { schema.apis[0].methods.iter() }
        .map(|method| common.doc_of_others(method).unwrap_or_default());
    (common.doc(), others.collect())
}

#[test]
fn the_codes_of_most_methods_are_documented_once() {
    let lost = || json!({"not.found": "No such ant | hill"});
    let (common, others) = docs(&[
        lost(),
        lost(),
        json!({"not.found": "No such ant | hill", "ant.asleep": "Wake it [gently]"}),
        Value::Null,
        Value::Null,
        Value::Null,
    ]);
    let introduction =
        "Most endpoints can return these errors. Other errors are listed with the endpoint.";
    let row = r"| 404 | `not.found` | No such ant \| hill |";
    assert_eq!(
        common,
        ["# Error codes", "", introduction, "", HEAD[0], HEAD[1], row]
    );
    let introduction = "Besides the [errors of most endpoints](super#error-codes):";
    let row = r"| 404 | `ant.asleep` | Wake it \[gently\] |";
    assert_eq!(
        others[2],
        ["# Error codes", "", introduction, "", HEAD[0], HEAD[1], row]
    );
    assert!(others[0].is_empty() && others[3].is_empty());
}

#[test]
fn a_code_of_half_of_the_methods_is_documented_with_these() {
    let (common, others) = docs(&[json!({"a": "A"}), json!({"b": "B"})]);
    assert!(common.is_empty());
    assert_eq!(
        others,
        [
            ["# Error codes", "", HEAD[0], HEAD[1], "| 404 | `a` | A |"],
            ["# Error codes", "", HEAD[0], HEAD[1], "| 404 | `b` | B |"],
        ]
    );
}

#[test]
fn a_common_code_with_another_meaning_is_documented_with_its_method() {
    let usual = || json!({"not.found": "No such ant"});
    let (common, others) = docs(&[usual(), usual(), json!({"not.found": "No such hill"})]);
    assert_eq!(common.len(), 7);
    let row = others[2].last().map(String::as_str);
    assert_eq!(row, Some("| 404 | `not.found` | No such hill |"));
    assert!(others[0].is_empty());
}
