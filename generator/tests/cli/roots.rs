//! `--root` narrows what is made to what a type reaches.

use crate::project::Project;

#[test]
fn a_root_takes_what_it_reaches_and_nothing_else() {
    let project = Project::new();
    let ran = project.run(&["generate", "--root", "Ant"]).exits_with(0);
    assert!(project.has("generated/src/models/ant.rs"));
    assert!(project.has("generated/src/models/nest.rs"));
    assert!(!project.has("generated/src/models/stone.rs"));
    assert!(
        ran.summary().starts_with("2 definitions, 3 properties, "),
        "{}",
        ran.err
    );
}

#[test]
fn of_the_apis_it_keeps_the_methods_whose_types_are_all_there() {
    let project = Project::new();
    project.write("spec/classes/ants-api.md", APIS);
    project.run(&["generate"]).exits_with(0);
    assert!(
        project
            .read("generated/src/endpoints/ants.rs")
            .contains("GET_STONE")
    );
    project.run(&["generate", "--root", "Ant"]).exits_with(0);
    let ants = project.read("generated/src/endpoints/ants.rs");
    assert!(ants.contains("GET_ANT") && !ants.contains("GET_STONE"));
    project.run(&["generate", "--root", "Nest"]).exits_with(0);
    assert!(!project.has("generated/src/endpoints/ants.rs"));
    assert!(!project.read("generated/src/lib.rs").contains("endpoints"));
}

const APIS: &str = "# `AntsAPI` Class

### `getAnt`

#### Endpoint

`GET /ant`

#### Returns

| Status | Type |
|---|---|
| `200` | [Ant](../definitions/ant-definition.md) |

### `getStone`

#### Endpoint

`GET /stone`

#### Returns

| Status | Type |
|---|---|
| `200` | [Stone](../definitions/stone-definition.md) |
";

#[test]
fn several_roots_add_up() {
    let project = Project::new();
    let ran = project
        .run(&["generate", "--root", "Nest", "--root", "Stone"])
        .exits_with(0);
    assert!(!project.has("generated/src/models/ant.rs"));
    assert!(
        ran.summary().starts_with("2 definitions, 2 properties, "),
        "{}",
        ran.err
    );
}

#[test]
fn narrowing_removes_what_is_no_longer_reached() {
    let project = Project::new();
    project.generate();
    project.run(&["generate", "--root", "Stone"]).exits_with(0);
    assert!(!project.has("generated/src/models/ant.rs"));
}

#[test]
fn an_unknown_root_is_an_error_with_the_nearest_name() {
    let project = Project::new();
    for command in ["generate", "check", "schema"] {
        let ran = project
            .run(&[command, "--root", "Stoen"])
            .exits_with(2)
            .prints_nothing();
        ran.tells("error[M0206]").tells("`Stoen`").tells("`Stone`");
    }
    assert!(!project.has("generated"));
}

#[test]
fn roots_can_stand_in_a_file() {
    let project = Project::new();
    project.write("roots.txt", "# What we use.\nStone # heavy\n\n  Nest\n");
    let commands = [
        &["generate"][..],
        &["export", "--out", "crate"],
        &["export", "--out", "module", "--module"],
    ];
    for command in commands {
        let args = [command, &["--roots", "roots.txt"]].concat();
        project.run(&args).exits_with(0).tells("2 definitions");
    }
    project
        .run(&["check", "--roots", "roots.txt"])
        .exits_with(0);
    let ran = project.run(&["schema", "--format", "dot", "--roots", "roots.txt"]);
    let ran = ran.exits_with(0).prints("\"Nest\"").prints("\"Stone\"");
    assert!(!ran.out.contains("\"Ant\""), "{}", ran.out);
}

#[test]
fn an_unknown_root_in_a_file_is_shown_in_its_place() {
    let project = Project::new();
    project.write("roots.txt", "Ant\nStoen\n");
    let ran = project
        .run(&["generate", "--roots", "roots.txt"])
        .exits_with(2);
    ran.tells("error[M0206]")
        .tells("roots.txt:2:1")
        .tells("did you mean `Stone`?");
    assert!(!project.has("generated"));
}

#[test]
fn a_file_that_names_no_type_or_is_not_there_does_not_mean_all_types() {
    let project = Project::new();
    project.write("roots.txt", "# Nothing yet.\n");
    let ran = project
        .run(&["generate", "--roots", "roots.txt"])
        .exits_with(2);
    ran.tells("error[M0206]").tells("does not name any type");
    let ran = project
        .run(&["generate", "--roots", "nowhere.txt"])
        .exits_with(2);
    ran.tells("error[M0003]").tells("nowhere.txt");
    assert!(!project.has("generated"));
}

#[test]
fn without_a_type_references_to_it_are_any_value() {
    let project = Project::new();
    let args = ["--root", "Ant", "--without", "Nest"];
    let ran = project
        .run(&[&["generate"][..], &args].concat())
        .exits_with(0);
    ran.tells("1 definition,");
    assert!(!project.has("generated/src/models/nest.rs"));
    let ant = project.read("generated/src/models/ant.rs");
    assert!(
        ant.contains("pub nest: Option<::serde_json::Value>"),
        "{ant}"
    );
    project.run(&[&["check"][..], &args].concat()).exits_with(0);
    let ran = project.run(&["check", "--root", "Ant"]).exits_with(1);
    ran.tells("genesys-modelgen generate --root Ant");
}

#[test]
fn without_a_type_but_with_all_others_it_alone_is_missing() {
    let project = Project::new();
    let ran = project
        .run(&["generate", "--without", "Nest"])
        .exits_with(0);
    ran.tells("2 definitions,");
    assert!(!project.has("generated/src/models/nest.rs"));
    let ran = project
        .run(&["generate", "--without", "Nset"])
        .exits_with(2);
    ran.tells("error[M0206]").tells("did you mean `Nest`?");
}

#[test]
fn a_root_that_is_cut_stays_itself() {
    let project = Project::new();
    let args = [
        "generate",
        "--root",
        "Ant",
        "--root",
        "Nest",
        "--without",
        "Nest",
    ];
    project.run(&args).exits_with(0).tells("2 definitions,");
    let ant = project.read("generated/src/models/ant.rs");
    assert!(
        ant.contains("pub nest: Option<::serde_json::Value>"),
        "{ant}"
    );
}

#[test]
fn the_command_that_fixes_names_all_that_was_asked_for() {
    let project = Project::new();
    project.write("my roots.txt", "Ant\n");
    let args = ["check", "--roots", "my roots.txt", "--without", "Nest"];
    let ran = project.run(&args).exits_with(1);
    let fix = "genesys-modelgen generate --roots 'my roots.txt' --without Nest";
    assert_eq!(ran.closing_line(), fix);
}
