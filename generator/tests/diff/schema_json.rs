//! Tests of errors in the JSON form of a schema, each with its location.

use genesys_modelgen::{
    diagnostic::{TextStyle, text},
    schema::{Type, from_json},
    span::SourceFile,
};
use genesys_runtime::Scalar;

/// Returns the error in a document, as rendered for the terminal.
#[track_caller]
fn rendered_error(json: &str) -> String {
    let file = SourceFile {
        path: "schema.json".into(),
        text: json.to_owned(),
    };
    let error = from_json(&file.into()).unwrap_err();
    text(&[error], TextStyle::default())
}

#[track_caller]
fn assert_error(json: &str, message: &str, line: usize) {
    let error = rendered_error(json);
    assert!(
        error.contains(&format!(
            "error[M0601]: `schema.json` is not a schema: {message}"
        )),
        "{error}"
    );
    assert!(
        error.contains(&format!("--> schema.json:{line}:")),
        "{error}"
    );
}

/// Returns a document with one property of this type.
fn with_type(ty: &str) -> String {
    format!(
        "{{\"version\": 1, \"definitions\": {{\"Ant\": {{\"description\": null, \"properties\": [\n\
         {{\"name\": \"a\", \"description\": null, \"required\": false,\n\"type\": {ty}}}]}}}}}}"
    )
}

#[test]
fn an_unsupported_version_is_reported_before_anything_else() {
    let message = "unsupported version 2, expected version 1";
    assert_error("{\"types\": [],\n\"version\": 2}", message, 2);
    assert_error("{\"definitions\": {}}", "missing field `version`", 1);
    assert_error(
        "{\"version\": \"1\"}",
        "invalid type: string \"1\", expected u32",
        1,
    );
}

#[test]
fn malformed_json_is_reported_at_its_location() {
    assert!(rendered_error("").contains("EOF while parsing a value"));
    assert_error("# Ant\n", "expected value", 1);
    assert_error(
        "{\"version\": 1,\n \"definitions\": {]}",
        "key must be a string",
        2,
    );
}

#[test]
fn a_value_of_the_wrong_form_is_reported_at_its_location() {
    assert_error(
        "{\"version\": 1, \"definitions\": []}",
        "invalid type: sequence, expected an object",
        1,
    );
    for (ty, message) in [
        ("{\"kind\": \"strng\"}", "unknown variant `strng`"),
        ("{\"kind\": \"array\"}", "missing field `items`"),
        (
            "{\"kind\": \"array\", \"items\": {\"kind\": \"enum\"}}",
            "missing field `values`",
        ),
        ("{\"kind\": \"ref\"}", "missing field `name`"),
        (
            "{\"kind\": \"number\", \"format\": \"i8\"}",
            "unknown variant `i8`",
        ),
        (
            "{\"kind\": \"enum\", \"values\": {\"kind\": \"string\"}}",
            "the `values` of an `enum` are not a list of strings",
        ),
        (
            "{\"kind\": \"object\", \"values\": [1]}",
            "`values` is neither a list of strings nor a type",
        ),
    ] {
        assert_error(&with_type(ty), message, 3);
    }
}

#[test]
fn a_missing_description_is_reported() {
    assert_error(
        "{\"version\": 1, \"definitions\": {\"Ant\":\n{\"properties\": []}}}",
        "missing field `description`",
        2,
    );
}

#[test]
fn unknown_keys_are_ignored() {
    let ty = "{\"kind\": \"string\", \"more\": 1}";
    let file = SourceFile {
        path: "schema.json".into(),
        text: with_type(ty).replacen('{', "{\"more\": [1], ", 1),
    };
    let schema = from_json(&file.into()).unwrap();
    assert_eq!(
        schema.definitions[0].properties[0].ty,
        Type::Scalar(Scalar::Text)
    );
}

#[test]
fn duplicate_names_are_reported() {
    let ant = "\"Ant\": {\"description\": null, \"properties\": []}";
    let twice = format!("{{\"version\": 1, \"definitions\": {{{ant},\n{ant}}}}}");
    assert_error(&twice, "duplicate name `Ant`", 2);
    let row = "{\"name\": \"a\", \"description\": null, \"required\": false, \"type\": {\"kind\": \"string\"}}";
    let rows = format!(
        "{{\"version\": 1, \"definitions\": {{\"Ant\": {{\"description\": null, \"properties\": [{row},\n{row}\n]}}}}}}"
    );
    assert_error(&rows, "duplicate name `a`", 3);
}
