//! `lint` tells what is wrong with the spec.

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
fn a_good_spec_is_good() {
    let ran = Project::new().run(&["lint"]).exits_with(0).prints_nothing();
    assert_eq!(ran.err, "0 errors, 0 warnings\n");
}

#[test]
fn a_warning_is_told_and_no_failure() {
    let ran = with_a_warning()
        .run(&["lint"])
        .exits_with(0)
        .prints_nothing();
    let ran = ran
        .tells("warning[M0151]")
        .tells("--> spec/definitions/stone-definition.md:6:");
    assert_eq!(ran.closing_line(), "0 errors, 1 warning");
}

#[test]
fn a_denied_warning_is_a_failure() {
    with_a_warning()
        .run(&["lint", "--deny", "warnings"])
        .exits_with(2)
        .tells("warning[M0151]");
    Project::new()
        .run(&["lint", "--deny", "warnings"])
        .exits_with(0);
}

#[test]
fn an_error_is_a_failure() {
    let ran = with_an_error_too()
        .run(&["lint"])
        .exits_with(2)
        .prints_nothing();
    let ran = ran
        .tells("error[M0201]")
        .tells("--> spec/definitions/ant-definition.md:5:")
        .tells("help: ");
    assert_eq!(ran.closing_line(), "1 error, 1 warning");
}

#[test]
fn json_has_an_object_a_finding_and_nothing_else() {
    let ran = with_an_error_too()
        .run(&["lint", "--format", "json"])
        .exits_with(2)
        .tells_nothing();
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
fn github_has_an_annotation_a_finding_and_nothing_else() {
    let ran = with_an_error_too()
        .run(&["lint", "--format", "github"])
        .exits_with(2)
        .tells_nothing();
    let ran = ran.prints("::error file=spec/definitions/ant-definition.md,line=5,");
    let ran = ran.prints("::warning file=spec/definitions/stone-definition.md,line=6,");
    assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
}

#[test]
fn it_finds_what_only_making_rust_of_it_shows() {
    let project = Project::new();
    project.define(
        "Stone",
        "| a-b | `string` | No | One. |\n| a_b | `string` | No | Two. |\n",
    );
    project.run(&["lint"]).exits_with(2).tells("error[M0301]");
}

#[test]
fn it_writes_nothing() {
    let project = with_a_warning();
    let before = project.everything();
    project.run(&["lint"]).exits_with(0);
    assert_eq!(project.everything(), before);
}
