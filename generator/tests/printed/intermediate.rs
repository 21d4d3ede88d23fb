//! The intermediate schema and its own JSON Schema.

use genesys_modelgen::schema::print::json;

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
        .validate(&json(&read(&workspace_spec(), &[])))
        .unwrap();
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn the_json_of_complete_editions_is_valid() {
    for edition in editions() {
        validator()
            .validate(&json(&read(&edition, &[])))
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
