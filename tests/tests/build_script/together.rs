//! Concurrent builds of one tree, each with its own target folder, like those of an editor and of a terminal.

use std::thread;

use crate::workspace::{BuildOutput, Workspace, copy_target};

const VOICEMAIL: &str = "spec/definitions/voicemail-definition.md";
const EDITOR: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/build-script/editor");

/// Runs two builds at once.
fn both(workspace: &Workspace) -> [BuildOutput; 2] {
    thread::scope(|scope| {
        let editor = scope.spawn(|| workspace.build(&[("CARGO_TARGET_DIR", EDITOR)]));
        [workspace.build(&[]), editor.join().unwrap()]
    })
}

#[test]
fn concurrent_builds_succeed_and_are_fresh_afterwards() {
    let workspace = Workspace::new();
    workspace.build(&[]).succeeds();
    copy_target(EDITOR);
    let page = workspace.read(VOICEMAIL);
    for name in ["key", "mark", "id"] {
        workspace.write(VOICEMAIL, &page.replace("| id |", &format!("| {name} |")));
        for built in both(&workspace) {
            built.succeeds();
        }
        let model = workspace.read("generated/src/models/voicemail.rs");
        assert!(model.contains(&format!("pub {name}: ")), "{model}");
        for built in both(&workspace) {
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
