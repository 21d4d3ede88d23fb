//! Errors in the JSON form of a schema are reported with their line.

use genesys_modelgen::{
    diagnostic::{TextStyle, text},
    schema::from_json,
    span::SourceFile,
};

/// Returns the rendered error of an invalid schema.
#[track_caller]
fn error(json: &str) -> String {
    let file = SourceFile {
        path: "schema.json".into(),
        text: json.to_owned(),
    };
    let error = from_json(&file.into()).unwrap_err();
    text(&[error], TextStyle::default())
}

#[track_caller]
fn fails(json: &str, message: &str, line: usize) {
    let error = error(json);
    assert!(
        error.contains(&format!(
            "error[M0601]: `schema.json` is no schema: {message}"
        )),
        "{error}"
    );
    assert!(
        error.contains(&format!("--> schema.json:{line}:")),
        "{error}"
    );
}

/// Returns a schema with one property of the given type.
fn with_type(ty: &str) -> String {
    format!(
        "{{\"version\": 1, \"definitions\": {{\"Ant\": {{\"description\": null, \"properties\": [\n\
         {{\"name\": \"a\", \"description\": null, \"required\": false,\n\"type\": {ty}}}]}}}}}}"
    )
}

#[test]
fn the_version_is_checked_first() {
    let message = "the schema is of version 2, and this generator reads version 1";
    fails("{\"types\": [],\n\"version\": 2}", message, 2);
    fails("{\"definitions\": {}}", "missing field `version`", 1);
    fails(
        "{\"version\": \"1\"}",
        "invalid type: string \"1\", expected u32",
        1,
    );
}

#[test]
fn invalid_json_is_an_error_with_its_line() {
    assert!(error("").contains("EOF while parsing a value"));
    fails("# Ant\n", "expected value", 1);
    fails(
        "{\"version\": 1,\n \"definitions\": {]}",
        "key must be a string",
        2,
    );
}

#[test]
fn unexpected_structure_is_an_error_with_its_line() {
    fails(
        "{\"version\": 1, \"definitions\": []}",
        "invalid type: sequence, expected definitions by name",
        1,
    );
    fails(
        "{\"version\": 1, \"definitions\": {}, \"more\": 1}",
        "unknown field `more`",
        1,
    );
    fails(
        &with_type("{\"kind\": \"strng\"}"),
        "unknown variant `strng`",
        3,
    );
    fails(
        &with_type("{\"kind\": \"array\"}"),
        "missing field `items`",
        3,
    );
    fails(
        &with_type("{\"kind\": \"string\", \"items\": 1}"),
        "unknown field `items`",
        3,
    );
    fails(
        &with_type("{\"kind\": \"number\", \"format\": \"i8\"}"),
        "unknown variant `i8`",
        3,
    );
}

#[test]
fn duplicate_definitions_and_properties_are_errors() {
    let ant = "\"Ant\": {\"description\": null, \"properties\": []}";
    let twice = format!("{{\"version\": 1, \"definitions\": {{{ant},\n{ant}}}}}");
    fails(&twice, "the definition `Ant` is there twice", 2);
    let row = "{\"name\": \"a\", \"description\": null, \"required\": false, \"type\": {\"kind\": \"string\"}}";
    let rows = format!(
        "{{\"version\": 1, \"definitions\": {{\"Ant\": {{\"description\": null, \"properties\": [{row},\n{row}\n]}}}}}}"
    );
    fails(&rows, "the property `a` is there twice", 3);
}
