//! The intermediate schema and its own JSON Schema.

use genesys_modelgen::schema::print::json;

use crate::{
    specs::{editions, own, read},
    validator::Validator,
};

fn validator() -> Validator {
    Validator::new(include_str!("../../schema.schema.json"))
}

#[test]
fn the_workspace_s_own_spec_prints_as_promised() {
    validator().judge(&json(&read(&own(), &[]))).unwrap();
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn whole_editions_print_as_promised() {
    for edition in editions() {
        validator()
            .judge(&json(&read(&edition, &[])))
            .unwrap_or_else(|error| panic!("{}: {error}", edition.display()));
    }
}

/// A document with one property of this type.
fn with_type(ty: &str) -> String {
    let property =
        format!(r#"{{"name": "a", "description": null, "required": false, "type": {ty}}}"#);
    format!(
        r#"{{"version": 1, "definitions": {{"A": {{"description": null, "properties": [{property}]}}}}}}"#
    )
}

#[test]
fn each_kind_is_taken_with_what_belongs_to_it() {
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
    let fuller = [
        r#"{"kind": "number", "format": "i64"}"#,
        r#"{"kind": "object", "values": {"kind": "string"}}"#,
        r#"{"kind": "enum", "values": ["x", "y"]}"#,
        r#"{"kind": "array", "items": {"kind": "array", "items": {"kind": "ref", "name": "A"}}}"#,
    ];
    for ty in plain.iter().map(String::as_str).chain(fuller) {
        validator()
            .judge(&with_type(ty))
            .unwrap_or_else(|error| panic!("{ty}: {error}"));
    }
}

#[test]
fn anything_else_is_not_taken() {
    let wrong = [
        r#"{"kind": "text"}"#,
        r#"{"kind": "string", "values": ["x"]}"#,
        r#"{"kind": "number", "format": "u8"}"#,
        r#"{"kind": "enum"}"#,
        r#"{"kind": "array", "items": {"kind": "array"}}"#,
        r#"{"kind": "ref"}"#,
        r#""string""#,
    ];
    for ty in wrong {
        assert!(validator().judge(&with_type(ty)).is_err(), "{ty}");
    }
    assert!(
        validator()
            .judge(r#"{"version": 2, "definitions": {}}"#)
            .is_err()
    );
}
