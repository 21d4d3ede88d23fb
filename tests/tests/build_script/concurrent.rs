//! Concurrent builds of one workspace with different target folders, as by an editor and in a terminal.

use std::thread;

use crate::workspace::{BuildOutput, Workspace, copy_target};

const VOICEMAIL: &str = "spec/definitions/voicemail-definition.md";
const SECOND_TARGET: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/build-script/second-target");

/// Runs two builds at once.
fn build_concurrently(workspace: &Workspace) -> [BuildOutput; 2] {
    thread::scope(|scope| {
        let second = scope.spawn(|| workspace.build(&[("CARGO_TARGET_DIR", SECOND_TARGET)]));
        [workspace.build(&[]), second.join().unwrap()]
    })
}

#[test]
fn concurrent_builds_succeed_and_are_fresh_afterwards() {
    let workspace = Workspace::new();
    workspace.build(&[]).succeeds();
    copy_target(SECOND_TARGET);
    let page = workspace.read(VOICEMAIL);
    for name in ["key", "mark", "id"] {
        workspace.write(VOICEMAIL, &page.replace("| id |", &format!("| {name} |")));
        for built in build_concurrently(&workspace) {
            built.succeeds();
        }
        let model = workspace.read("generated/src/models/voicemail.rs");
        assert!(model.contains(&format!("pub {name}: ")), "{model}");
        for built in build_concurrently(&workspace) {
            let built = built.succeeds().stderr_contains("Fresh genesys-models ");
            built.stderr_lacks("Running").stderr_lacks("Dirty");
        }
    }
}

#[test]
fn a_build_repairs_the_output_of_an_interrupted_run() {
    let workspace = Workspace::new();
    workspace.build(&[]).succeeds();
    let page = workspace.read(VOICEMAIL);
    workspace.write(VOICEMAIL, &page.replace("| id |", "| key |"));
    workspace.write("generated/.genesys-modelgen/lock", "");
    workspace.write("generated/.genesys-modelgen/drafts/new-0", "half of a");
    let entry = workspace.read("generated/src/lib.rs");
    let header = &entry[..entry.find("//!").unwrap()];
    workspace.write(
        "generated/src/lib.rs",
        &format!("{header}compile_error!(\"stopped\");\n"),
    );
    workspace.build(&[]).succeeds();
    assert_eq!(workspace.read("generated/src/lib.rs"), entry);
    assert!(!workspace.path("generated/.genesys-modelgen").exists());
}
