//! A build compiles the models of the current spec, and does nothing if the spec has not changed.

use crate::workspace::Workspace;

const VOICEMAIL: &str = "spec/definitions/voicemail-definition.md";

const ANT: &str = "# `Ant` Definition\n\n| Property | Type | Required | Description |\n|---|---|---|---|\n\
                   | legs | `number` | No | Six. |\n";

#[test]
fn a_second_build_does_nothing() {
    let workspace = Workspace::new();
    workspace.write(
        VOICEMAIL,
        &workspace.read(VOICEMAIL).replace("| id |", "| key |"),
    );
    workspace.build(&[]).succeeds();
    let again = workspace
        .build(&[])
        .succeeds()
        .stderr_contains("Fresh genesys-models ");
    again
        .stderr_lacks("Running")
        .stderr_lacks("Dirty")
        .stderr_lacks("Compiling")
        .stderr_lacks("Checking");
}

#[test]
fn changed_added_and_removed_pages_take_effect_in_the_same_build() {
    let workspace = Workspace::new();
    workspace.build(&[]).succeeds();

    workspace.write(
        VOICEMAIL,
        &format!(
            "{}\n| wings | `number` | No | Two. |\n",
            workspace.read(VOICEMAIL).trim_end_matches('\n')
        ),
    );
    workspace
        .add_example("fn main() {\n    drop(genesys_models::Voicemail::default().wings);\n}\n");
    workspace.build_example().succeeds();

    workspace.write("spec/definitions/ant-definition.md", ANT);
    workspace.add_example("fn main() {\n    drop(genesys_models::Ant::default().legs);\n}\n");
    workspace.build_example().succeeds();

    workspace.remove("spec/definitions/ant-definition.md");
    workspace.build_example().fails().stderr_contains("Ant");
    assert!(!workspace.path("generated/src/models/ant.rs").exists());
    assert!(!workspace.read("generated/schema.json").contains("Ant"));
}

#[test]
fn added_overrides_take_effect() {
    let workspace = Workspace::new();
    workspace.build(&[]).succeeds();
    workspace.write("spec/overrides.toml", "nonsense = [\n");
    workspace
        .build(&[])
        .fails()
        .stderr_contains("spec/overrides.toml:");
}
