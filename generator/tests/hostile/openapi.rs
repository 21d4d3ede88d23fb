//! OpenAPI files that are very large, deeply nested or misleading.

use std::{fmt::Write as _, fs::File};

use crate::{growth::large, program::run, project::Project};

const FILE: &str = "openapi.json";

/// Runs `lint` on a file with these members, and checks its exit status and its standard error.
#[track_caller]
fn expect(members: &str, code: i32, stderr: &str) {
    let project = project(members);
    run(&project, &["lint", "--spec", FILE])
        .exits_with(code)
        .stderr_contains(stderr);
}

fn project(members: &str) -> Project {
    let project = Project::empty();
    project.write(FILE, &format!(r#"{{"swagger": "2.0", {members}}}"#));
    project
}

/// Returns numbered members, separated by commas.
fn members(count: usize, member: impl Fn(usize) -> String) -> String {
    let members: Vec<_> = (0..count).map(member).collect();
    members.join(",")
}

#[test]
fn a_million_definitions_are_read() {
    let count = large(1_000_000);
    let definitions = members(count, |at| format!(r#""T{at}":{{}}"#));
    let project = project(&format!(r#""definitions": {{{definitions}}}"#));
    run(&project, &["schema", "--spec", FILE, "--root", "T7"])
        .exits_with(0)
        .stdout_contains("T7");
}

#[test]
fn a_file_of_200_megabytes_is_read_to_its_first_error() {
    let project = Project::empty();
    let file = File::create(project.path(FILE)).unwrap();
    file.set_len(200_000_000).unwrap();
    run(&project, &["lint", "--spec", FILE])
        .exits_with(2)
        .stderr_contains("error[M0850]: `openapi.json` is not JSON: expected value")
        .stderr_contains("openapi.json:1:1");
    file.set_len(300_000_000).unwrap();
    run(&project, &["lint", "--spec", FILE])
        .exits_with(2)
        .stderr_contains("error[M0006]");
}

#[test]
fn deeply_nested_values_are_read() {
    let depth = large(1_000_000);
    let nested = "[".repeat(depth) + &"]".repeat(depth);
    let ant = |member: &str| format!(r#""definitions": {{"Ant": {{{member}}}}}"#);
    let ignored = ant(&format!(r#""example": {nested}"#));
    expect(&ignored, 0, "");
    expect(&ant(&format!(r#""items": {nested}"#)), 2, "error[M0850]");
    let items = r#"{"items":"#.repeat(depth) + "{}" + &"}".repeat(depth);
    let message = "error[M0108]: the schema has more than 32 levels";
    expect(&ant(&format!(r#""items": {items}"#)), 2, message);
}

#[test]
fn cycles_of_thousands_of_references_are_warnings() {
    let count = large(20_000);
    let definitions = members(count, |at| {
        let next = (at + 1) % count;
        format!(r##""T{at}": {{"$ref": "#/definitions/T{next}"}}"##)
    });
    let message = "error[M0108]: the type of `T0` has more than 32 nested";
    expect(&format!(r#""definitions": {{{definitions}}}"#), 2, message);
    let definitions = members(count, |at| {
        format!(r##""T{at}": {{"items": {{"$ref": "#/definitions/T{at}"}}}}"##)
    });
    let definitions = format!(r#""definitions": {{"Ant": {{}}, {definitions}}}"#);
    expect(&definitions, 0, "warning[M0856]");
}

#[test]
fn thousands_of_repeated_names_are_reported() {
    let count = large(20_000);
    let definitions = members(count, |_| r#""Ant": {}"#.to_owned());
    let message = "error[M0851]: the key `Ant` is given more than once";
    expect(&format!(r#""definitions": {{{definitions}}}"#), 2, message);
}

#[test]
fn one_operation_with_thousands_of_tags_is_an_error() {
    let tags = members(large(50_000), |at| format!("\"t{at}\""));
    let summary = "words ".repeat(10_000);
    let operation = format!(r#"{{"operationId": "a", "summary": "{summary}", "tags": [{tags}]}}"#);
    let message = "error[M0108]: references and tags repeat more than 67108864 bytes";
    expect(
        &format!(r#""paths": {{"/a": {{"get": {operation}}}}}"#),
        2,
        message,
    );
}

#[test]
fn names_that_are_paths_or_numbers_stay_in_the_output_folder() {
    let names = [
        "../x",
        "/etc/passwd",
        "1",
        "Page<Ant>",
        "Ant.Hill",
        "$ref",
        "a\\u0000b",
        "CON",
    ];
    let mut definitions = String::from(r#""Last": {}"#);
    for name in names {
        write!(
            definitions,
            r#", "{name}": {{"properties": {{"{name}": {{"type": "string"}}}}}}"#
        )
        .unwrap();
    }
    let project = project(&format!(r#""definitions": {{{definitions}}}"#));
    run(&project, &["generate", "--spec", FILE, "--out", "out"])
        .exits_with(0)
        .stderr_contains("9 definitions");
    let models = project.path("out/src/models");
    assert_eq!(
        models.read_dir().unwrap().count(),
        names.len() + 2,
        "with mod.rs"
    );
    assert!(!project.path("x.rs").exists() && !project.path("out/x.rs").exists());
}
