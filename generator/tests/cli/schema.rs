//! `schema` prints the schema to standard output.

use serde_json::Value;

use crate::project::Project;

#[track_caller]
fn print_schema(project: &Project, args: &[&str]) -> String {
    project
        .run(&[&["schema"], args].concat())
        .exits_with(0)
        .stderr_is_empty()
        .out
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn json_is_the_default_format() {
    let project = Project::new();
    let text = print_schema(&project, &[]);
    assert_eq!(text, print_schema(&project, &["--format", "json"]));
    let schema = json(&text);
    assert_eq!(schema["version"], 1);
    assert_eq!(
        schema["definitions"]["Ant"]["properties"][1]["type"]["name"],
        "Nest"
    );
}

#[test]
fn json_schema_has_a_schema_for_each_definition() {
    let schema = json(&print_schema(&Project::new(), &["--format", "json-schema"]));
    let names: Vec<_> = schema["$defs"].as_object().unwrap().keys().collect();
    assert_eq!(names, ["Ant", "Nest", "Stone"]);
}

#[test]
fn dot_is_a_graph_of_references() {
    let graph = print_schema(&Project::new(), &["--format", "dot"]);
    assert!(graph.starts_with("digraph"), "{graph}");
    assert!(graph.contains("Ant") && graph.contains("->"), "{graph}");
}

#[test]
fn a_root_limits_every_format() {
    for format in ["json", "json-schema", "dot"] {
        let text = print_schema(&Project::new(), &["--format", format, "--root", "Ant"]);
        assert!(
            text.contains("Nest") && !text.contains("Stone"),
            "{format}: {text}"
        );
    }
}

#[test]
fn a_json_schema_with_a_root_describes_it() {
    let schema = json(&print_schema(
        &Project::new(),
        &["--format", "json-schema", "--root", "Ant"],
    ));
    assert_eq!(schema["$ref"], "#/$defs/Ant");
}

#[test]
fn warnings_go_to_stderr() {
    let project = Project::new();
    project.define("Stone", "| weight | `number` | No | In\ngrams. |\n");
    let ran = project
        .run(&["schema"])
        .exits_with(0)
        .stderr_contains("warning[M0151]");
    assert_eq!(json(&ran.out)["version"], 1);
}

#[test]
fn errors_leave_stdout_empty() {
    let project = Project::new();
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    project
        .run(&["schema"])
        .exits_with(2)
        .stdout_is_empty()
        .stderr_contains("error[M0201]");
}
