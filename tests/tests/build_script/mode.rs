//! `GENESYS_MODELGEN` and `CI` choose what a build does about a changed spec.

use crate::copy::{Built, Workspace};

const VOICEMAIL: &str = "spec/definitions/voicemail-definition.md";
const OUTPUT: &str = "generated/src/models/voicemail.rs";

/// Builds after a change in the spec; returns also whether the output was written.
fn build_changed(workspace: &Workspace, variables: &[(&str, &str)]) -> (Built, bool) {
    workspace.build(&[]).succeeds();
    workspace.write(
        VOICEMAIL,
        &workspace.read(VOICEMAIL).replace("| id |", "| key |"),
    );
    let before = workspace.read(OUTPUT);
    let built = workspace.build(variables);
    (built, workspace.read(OUTPUT) != before)
}

#[track_caller]
fn checks(variables: &[(&str, &str)]) {
    let (built, has_written) = build_changed(&Workspace::new(), variables);
    let built = built.fails().tells(
        "`generated` differs from `spec` in 2 files; to fix it, run `cargo run -- generate`",
    );
    built
        .tells("--- a/generated/src/models/voicemail.rs")
        .tells("pub key: ")
        .never_tells("panicked");
    assert!(!has_written);
}

#[test]
fn check_fails_with_the_difference_and_writes_nothing() {
    checks(&[("GENESYS_MODELGEN", "check")]);
}

#[test]
fn continuous_integration_checks() {
    checks(&[("CI", "true")]);
}

#[test]
fn write_writes_in_continuous_integration_too() {
    let (built, has_written) = build_changed(
        &Workspace::new(),
        &[("GENESYS_MODELGEN", "write"), ("CI", "true")],
    );
    // What has changed is for those to read who generate on purpose.
    built.succeeds().never_tells("since the last output");
    assert!(has_written);
}

#[test]
fn off_looks_at_nothing() {
    let workspace = Workspace::new();
    workspace.build(&[]).succeeds();
    workspace.write("spec/definitions/broken-definition.md", "No title.\n");
    workspace.remove(VOICEMAIL);
    workspace.build(&[("GENESYS_MODELGEN", "off")]).succeeds();
    assert!(workspace.path(OUTPUT).exists());
}

#[test]
fn another_word_is_an_error_that_names_the_modes() {
    let (built, has_written) = build_changed(&Workspace::new(), &[("GENESYS_MODELGEN", "chekc")]);
    let built = built
        .fails()
        .tells("GENESYS_MODELGEN is `chekc`; expected `write`, `check` or `off`");
    built.never_tells("Stack backtrace").never_tells("panicked");
    assert!(!has_written);
}
