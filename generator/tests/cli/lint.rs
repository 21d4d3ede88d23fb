//! `lint` reports problems in the spec.

use serde_json::Value;

use crate::project::Project;

fn with_a_warning() -> Project {
    let project = Project::new();
    project.define("Stone", "| weight | `number` | No | In\ngrams. |\n");
    project
}

fn with_an_error_too() -> Project {
    let project = with_a_warning();
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    project
}

#[test]
fn a_valid_spec_has_no_diagnostics() {
    let ran = Project::new()
        .run(&["lint"])
        .exits_with(0)
        .stdout_is_empty();
    assert_eq!(ran.err, "0 errors, 0 warnings\n");
}

#[test]
fn a_warning_exits_with_0() {
    let ran = with_a_warning()
        .run(&["lint"])
        .exits_with(0)
        .stdout_is_empty();
    let ran = ran
        .stderr_contains("warning[M0151]")
        .stderr_contains("--> spec/definitions/stone-definition.md:6:");
    assert_eq!(ran.closing_line(), "0 errors, 1 warning");
}

#[test]
fn a_denied_warning_exits_with_2() {
    with_a_warning()
        .run(&["lint", "--deny", "warnings"])
        .exits_with(2)
        .stderr_contains("warning[M0151]");
    Project::new()
        .run(&["lint", "--deny", "warnings"])
        .exits_with(0);
}

#[test]
fn an_error_exits_with_2() {
    let ran = with_an_error_too()
        .run(&["lint"])
        .exits_with(2)
        .stdout_is_empty();
    let ran = ran
        .stderr_contains("error[M0201]")
        .stderr_contains("--> spec/definitions/ant-definition.md:5:")
        .stderr_contains("help: ");
    assert_eq!(ran.closing_line(), "1 error, 1 warning");
}

#[test]
fn json_has_an_object_per_diagnostic() {
    let ran = with_an_error_too()
        .run(&["lint", "--format", "json"])
        .exits_with(2)
        .stderr_is_empty();
    let findings: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let codes: Vec<_> = findings
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["M0201", "M0151"]);
    assert_eq!(findings[0]["path"], "spec/definitions/ant-definition.md");
    assert_eq!(
        (&findings[0]["line"], &findings[1]["severity"]),
        (&5.into(), &"warning".into())
    );
}

#[test]
fn github_has_an_annotation_per_diagnostic() {
    let ran = with_an_error_too()
        .run(&["lint", "--format", "github"])
        .exits_with(2)
        .stderr_is_empty();
    let ran = ran.stdout_contains("::error file=spec/definitions/ant-definition.md,line=5,");
    let ran = ran.stdout_contains("::warning file=spec/definitions/stone-definition.md,line=6,");
    assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
}

#[test]
fn name_collisions_in_rust_are_reported() {
    let project = Project::new();
    project.define(
        "Stone",
        "| a-b | `string` | No | One. |\n| a_b | `string` | No | Two. |\n",
    );
    project
        .run(&["lint"])
        .exits_with(2)
        .stderr_contains("error[M0301]");
}

#[test]
fn lint_writes_no_files() {
    let project = with_a_warning();
    let before = project.everything();
    project.run(&["lint"]).exits_with(0);
    assert_eq!(project.everything(), before);
}
