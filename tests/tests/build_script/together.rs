//! An editor checks while somebody builds by hand: in one tree, each with a target folder of its own.

use std::thread;

use crate::copy::{Built, Workspace};

const VOICEMAIL: &str = "spec/definitions/voicemail-definition.md";
const EDITOR: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/build-script/editor");

/// The editor's check and a build by hand at once.
fn both(workspace: &Workspace) -> [Built; 2] {
    thread::scope(|scope| {
        let editor = scope.spawn(|| workspace.build(&[("CARGO_TARGET_DIR", EDITOR)]));
        [workspace.build(&[]), editor.join().unwrap()]
    })
}

#[test]
fn an_editor_and_a_build_by_hand_agree_and_have_nothing_to_do_afterwards() {
    let workspace = Workspace::new();
    let page = workspace.read(VOICEMAIL);
    for name in ["key", "mark", "id", "key", "id"] {
        workspace.write(VOICEMAIL, &page.replace("| id |", &format!("| {name} |")));
        for built in both(&workspace) {
            built.succeeds();
        }
        let model = workspace.read("generated/src/models/voicemail.rs");
        assert!(model.contains(&format!("pub {name}: ")), "{model}");
        // An editor that checks again and again finds nothing to do.
        for built in both(&workspace) {
            let built = built.succeeds().tells("Fresh genesys-models ");
            built.never_tells("Running").never_tells("Dirty");
        }
    }
}

#[test]
fn a_build_goes_on_where_a_run_was_stopped() {
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
