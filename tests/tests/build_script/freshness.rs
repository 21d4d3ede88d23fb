//! A build compiles what the spec says now, and an unchanged spec costs nothing.

use crate::copy::Workspace;

const VOICEMAIL: &str = "spec/definitions/voicemail-definition.md";

const ANT: &str = "# `Ant` Definition\n\n| Property | Type | Required | Description |\n|---|---|---|---|\n\
                   | legs | `number` | No | Six. |\n";

#[test]
fn the_second_of_two_builds_does_nothing() {
    let workspace = Workspace::new();
    workspace.write(
        VOICEMAIL,
        &workspace.read(VOICEMAIL).replace("| id |", "| key |"),
    );
    workspace.build(&[]).succeeds();
    let again = workspace
        .build(&[])
        .succeeds()
        .tells("Fresh genesys-models ");
    again
        .never_tells("Running")
        .never_tells("Dirty")
        .never_tells("Compiling")
        .never_tells("Checking");
}

#[test]
fn an_edited_an_added_and_a_removed_file_are_compiled_in_the_same_build() {
    let workspace = Workspace::new();
    workspace.build(&[]).succeeds();

    workspace.write(
        VOICEMAIL,
        &format!(
            "{}| wings | `number` | No | Two. |\n",
            workspace.read(VOICEMAIL).trim_end_matches('\n').to_owned() + "\n"
        ),
    );
    workspace.expect("fn main() {\n    drop(genesys_models::Voicemail::default().wings);\n}\n");
    workspace.build_expectation().succeeds();

    workspace.write("spec/definitions/ant-definition.md", ANT);
    workspace.expect("fn main() {\n    drop(genesys_models::Ant::default().legs);\n}\n");
    workspace.build_expectation().succeeds();

    workspace.remove("spec/definitions/ant-definition.md");
    workspace.build_expectation().fails().tells("Ant");
    assert!(!workspace.path("generated/src/models/ant.rs").exists());
    assert!(!workspace.read("generated/schema.json").contains("Ant"));
}

#[test]
fn overrides_that_appear_are_noticed() {
    let workspace = Workspace::new();
    workspace.build(&[]).succeeds();
    workspace.write("spec/overrides.toml", "nonsense = [\n");
    workspace.build(&[]).fails().tells("spec/overrides.toml:");
}
