//! `GENESYS_MODELGEN` and `CI` select how a build reacts to a changed spec.

use crate::workspace::{BuildOutput, Workspace};

const VOICEMAIL: &str = "spec/definitions/voicemail-definition.md";
const OUTPUT: &str = "generated/src/models/voicemail.rs";

/// Changes the spec and builds. Returns the result of the build and whether it wrote the output.
fn build_changed(workspace: &Workspace, variables: &[(&str, &str)]) -> (BuildOutput, bool) {
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
fn assert_check_mode(variables: &[(&str, &str)]) {
    let (built, has_written) = build_changed(&Workspace::new(), variables);
    let built = built.fails().stderr_contains(
        "`generated` differs from `spec` in 2 files; to fix it, run `cargo run -- generate`",
    );
    built
        .stderr_contains("--- a/generated/src/models/voicemail.rs")
        .stderr_contains("pub key: ")
        .stderr_lacks("panicked");
    assert!(!has_written);
}

#[test]
fn check_mode_fails_with_a_diff_and_writes_nothing() {
    assert_check_mode(&[("GENESYS_MODELGEN", "check")]);
}

#[test]
fn ci_selects_check_mode() {
    assert_check_mode(&[("CI", "true")]);
}

#[test]
fn write_mode_overrides_ci() {
    let (built, has_written) = build_changed(
        &Workspace::new(),
        &[("GENESYS_MODELGEN", "write"), ("CI", "true")],
    );
    // Only the command `generate` reports schema changes.
    built.succeeds().stderr_lacks("since the last output");
    assert!(has_written);
}

#[test]
fn off_mode_does_not_read_the_spec() {
    let workspace = Workspace::new();
    workspace.build(&[]).succeeds();
    workspace.write("spec/definitions/broken-definition.md", "No title.\n");
    workspace.remove(VOICEMAIL);
    workspace.build(&[("GENESYS_MODELGEN", "off")]).succeeds();
    assert!(workspace.path(OUTPUT).exists());
}

#[test]
fn an_unknown_mode_is_an_error_that_lists_the_modes() {
    let (built, has_written) = build_changed(&Workspace::new(), &[("GENESYS_MODELGEN", "chekc")]);
    let built = built
        .fails()
        .stderr_contains("GENESYS_MODELGEN is `chekc`; expected `write`, `check` or `off`");
    built
        .stderr_lacks("Stack backtrace")
        .stderr_lacks("panicked");
    assert!(!has_written);
}
