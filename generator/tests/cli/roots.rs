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
