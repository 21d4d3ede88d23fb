//! Errors and warnings in a spec are reported by the build.

use crate::workspace::Workspace;

const VOICEMAIL: &str = "spec/definitions/voicemail-definition.md";

#[test]
fn all_errors_are_shown_with_locations_and_nothing_is_written() {
    let workspace = Workspace::new();
    let before = workspace.read("generated/src/models/voicemail.rs");
    workspace.write(
        VOICEMAIL,
        &workspace
            .read(VOICEMAIL)
            .replace("| id | `string` |", "| id | `strin` |"),
    );
    workspace.write("spec/definitions/ant-definition.md", "No title.\n");
    let built = workspace.build(&[]).fails();
    let built = built.stderr_contains(&format!(
        "error: genesys-models@0.1.0: {VOICEMAIL}:5:8: unknown type `strin` of `id` [M0201]"
    ));
    let built = built
        .stderr_contains(&format!("--> {VOICEMAIL}:5:8\n"))
        .stderr_contains("help: did you mean `string`?");
    let built = built.stderr_contains("--> spec/definitions/ant-definition.md:1:1\n");
    built
        .stderr_lacks("panicked")
        .stderr_lacks("Stack backtrace")
        .stderr_lacks("rerun-if");
    assert_eq!(workspace.read("generated/src/models/voicemail.rs"), before);
}

#[test]
fn a_warning_does_not_fail_the_build() {
    let workspace = Workspace::new();
    workspace.write("spec/definitions/ant-definition.md", "# `Ant` Definition\n\n| Property | Type | Required | Description |\n|---|---|---|---|\n| legs | `number` | No | Six,\nas a rule. |\n");
    let built = workspace.build(&[]).succeeds();
    built.stderr_contains("warning: genesys-models@0.1.0: spec/definitions/ant-definition.md:6:1: row `legs` is split across 2 lines [M0151]");
}

#[test]
fn a_file_that_was_not_generated_fails_the_build() {
    let workspace = Workspace::new();
    workspace.write("generated/src/mine.rs", "fn mine() {}\n");
    workspace.write(
        VOICEMAIL,
        &workspace.read(VOICEMAIL).replace("| id |", "| key |"),
    );
    workspace
        .build(&[])
        .fails()
        .stderr_contains("generated/src/mine.rs` was not made by the generator")
        .stderr_lacks("panicked");
    assert_eq!(workspace.read("generated/src/mine.rs"), "fn mine() {}\n");
}
