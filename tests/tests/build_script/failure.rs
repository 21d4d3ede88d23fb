//! A broken spec fails the build with what is wrong with it.

use crate::copy::Workspace;

const VOICEMAIL: &str = "spec/definitions/voicemail-definition.md";

#[test]
fn all_errors_are_shown_with_their_places_and_nothing_is_written() {
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
    let built = built.tells(&format!("error: genesys-models@0.1.0: {VOICEMAIL}:5:8: the type `strin` of `id` is not known [M0201]"));
    let built = built
        .tells(&format!("--> {VOICEMAIL}:5:8\n"))
        .tells("help: did you mean `string`?");
    let built = built.tells("--> spec/definitions/ant-definition.md:1:1\n");
    built
        .never_tells("panicked")
        .never_tells("Stack backtrace")
        .never_tells("rerun-if");
    assert_eq!(workspace.read("generated/src/models/voicemail.rs"), before);
}

#[test]
fn a_warning_is_shown_and_the_build_goes_on() {
    let workspace = Workspace::new();
    workspace.write("spec/definitions/ant-definition.md", "# `Ant` Definition\n\n| Property | Type | Required | Description |\n|---|---|---|---|\n| legs | `number` | No | Six,\nas a rule. |\n");
    let built = workspace.build(&[]).succeeds();
    built.tells("warning: genesys-models@0.1.0: spec/definitions/ant-definition.md:6:1: row `legs` is split across 2 lines [M0151]");
}

#[test]
fn a_file_that_is_in_the_way_stops_the_build() {
    let workspace = Workspace::new();
    workspace.write("generated/src/mine.rs", "fn mine() {}\n");
    workspace.write(
        VOICEMAIL,
        &workspace.read(VOICEMAIL).replace("| id |", "| key |"),
    );
    workspace
        .build(&[])
        .fails()
        .tells("generated/src/mine.rs` was not made by the generator")
        .never_tells("panicked");
    assert_eq!(workspace.read("generated/src/mine.rs"), "fn mine() {}\n");
}
