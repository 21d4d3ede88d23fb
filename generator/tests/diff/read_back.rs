//! Reading the JSON that was printed of a schema: what is wrong with it is told at its place.

use genesys_modelgen::{
    diagnostic::{TextStyle, text},
    schema::from_json,
    span::SourceFile,
};

/// The error in a text, as people see it.
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

/// A document with one property of this type.
fn with_type(ty: &str) -> String {
    format!(
        "{{\"version\": 1, \"definitions\": {{\"Ant\": {{\"description\": null, \"properties\": [\n\
         {{\"name\": \"a\", \"description\": null, \"required\": false,\n\"type\": {ty}}}]}}}}}}"
    )
}

#[test]
fn the_version_is_looked_at_before_anything_else() {
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
fn what_is_no_json_is_told_at_its_place() {
    assert!(error("").contains("EOF while parsing a value"));
    fails("# Ant\n", "expected value", 1);
    fails(
        "{\"version\": 1,\n \"definitions\": {]}",
        "key must be a string",
        2,
    );
}

#[test]
fn what_has_another_form_is_told_at_its_place() {
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
fn nothing_is_there_twice() {
    let ant = "\"Ant\": {\"description\": null, \"properties\": []}";
    let twice = format!("{{\"version\": 1, \"definitions\": {{{ant},\n{ant}}}}}");
    fails(&twice, "the definition `Ant` is there twice", 2);
    let row = "{\"name\": \"a\", \"description\": null, \"required\": false, \"type\": {\"kind\": \"string\"}}";
    let rows = format!(
        "{{\"version\": 1, \"definitions\": {{\"Ant\": {{\"description\": null, \"properties\": [{row},\n{row}\n]}}}}}}"
    );
    fails(&rows, "the property `a` is there twice", 3);
}
