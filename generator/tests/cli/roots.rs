//! `--root`, `--roots` and `--without` select types.

use crate::project::Project;

#[test]
fn a_root_selects_exactly_what_it_reaches() {
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
fn a_root_limits_the_methods_to_those_with_only_selected_types() {
    let project = Project::new();
    project.write("spec/classes/ants-api.md", ANTS_API);
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

#[test]
fn endpoints_that_miss_a_type_are_counted_with_an_example() {
    let project = Project::new();
    let put = "\n### `putAnt`\n\n#### Endpoint\n\n`PUT /ant`\n\n#### Parameters\n\n\
               - `body` - **([Stone](../definitions/stone-definition.md), required)** A stone\n\n#### Returns\n\n\
               | Status | Type |\n|---|---|\n| `200` | [Ant](../definitions/ant-definition.md) |\n";
    project.write("spec/classes/ants-api.md", &format!("{ANTS_API}{put}"));
    let note = "1 more endpoint needs types that are not selected: `putAnt`, which needs `Stone`";
    for command in [&["generate"][..], &["export", "--out", "crate"]] {
        let arguments = [command, &["--root", "Ant"]].concat();
        let ran = project.run(&arguments).exits_with(0);
        assert_eq!(ran.closing_line(), note);
        ran.stderr_contains("1 endpoint");
    }
    let ran = project.run(&["generate"]).exits_with(0);
    assert!(ran.summary().contains(", 3 endpoints, "), "{}", ran.err);
}

const ANTS_API: &str = "# `AntsAPI` Class

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
fn several_roots_are_combined() {
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
fn adding_a_root_removes_unreached_files() {
    let project = Project::new();
    project.generate();
    project.run(&["generate", "--root", "Stone"]).exits_with(0);
    assert!(!project.has("generated/src/models/ant.rs"));
}

#[test]
fn an_unknown_root_is_an_error_with_a_suggestion() {
    let project = Project::new();
    for command in ["generate", "check", "schema"] {
        let ran = project
            .run(&[command, "--root", "Stoen"])
            .exits_with(2)
            .stdout_is_empty();
        ran.stderr_contains("error[M0206]")
            .stderr_contains("`Stoen`")
            .stderr_contains("`Stone`");
    }
    assert!(!project.has("generated"));
}

#[test]
fn roots_can_be_read_from_a_file() {
    let project = Project::new();
    project.write("roots.txt", "# What we use.\nStone # heavy\n\n  Nest\n");
    let commands = [
        &["generate"][..],
        &["export", "--out", "crate"],
        &["export", "--out", "module", "--module"],
    ];
    for command in commands {
        let args = [command, &["--roots", "roots.txt"]].concat();
        project
            .run(&args)
            .exits_with(0)
            .stderr_contains("2 definitions");
    }
    project
        .run(&["check", "--roots", "roots.txt"])
        .exits_with(0);
    let ran = project.run(&["schema", "--format", "dot", "--roots", "roots.txt"]);
    let ran = ran
        .exits_with(0)
        .stdout_contains("\"Nest\"")
        .stdout_contains("\"Stone\"");
    assert!(!ran.out.contains("\"Ant\""), "{}", ran.out);
}

#[test]
fn an_unknown_root_in_a_file_has_a_location() {
    let project = Project::new();
    project.write("roots.txt", "Ant\nStoen\n");
    let ran = project
        .run(&["generate", "--roots", "roots.txt"])
        .exits_with(2);
    ran.stderr_contains("error[M0206]")
        .stderr_contains("roots.txt:2:1")
        .stderr_contains("did you mean `Stone`?");
    assert!(!project.has("generated"));
}

#[test]
fn an_empty_or_missing_roots_file_is_an_error() {
    let project = Project::new();
    project.write("roots.txt", "# Nothing yet.\n");
    let ran = project
        .run(&["generate", "--roots", "roots.txt"])
        .exits_with(2);
    ran.stderr_contains("error[M0206]")
        .stderr_contains("contains no type names");
    let ran = project
        .run(&["generate", "--roots", "nowhere.txt"])
        .exits_with(2);
    ran.stderr_contains("error[M0003]")
        .stderr_contains("nowhere.txt");
    assert!(!project.has("generated"));
}

#[test]
fn references_to_an_excluded_type_are_json_values() {
    let project = Project::new();
    let args = ["--root", "Ant", "--without", "Nest"];
    let ran = project
        .run(&[&["generate"][..], &args].concat())
        .exits_with(0);
    ran.stderr_contains("1 definition,");
    assert!(!project.has("generated/src/models/nest.rs"));
    let ant = project.read("generated/src/models/ant.rs");
    assert!(
        ant.contains("pub nest: Option<::serde_json::Value>"),
        "{ant}"
    );
    project.run(&[&["check"][..], &args].concat()).exits_with(0);
    let ran = project.run(&["check", "--root", "Ant"]).exits_with(1);
    ran.stderr_contains("genesys-modelgen generate --root Ant");
}

#[test]
fn without_roots_only_the_excluded_type_is_missing() {
    let project = Project::new();
    let ran = project
        .run(&["generate", "--without", "Nest"])
        .exits_with(0);
    ran.stderr_contains("2 definitions,");
    assert!(!project.has("generated/src/models/nest.rs"));
    let ran = project
        .run(&["generate", "--without", "Nset"])
        .exits_with(2);
    ran.stderr_contains("error[M0206]")
        .stderr_contains("did you mean `Nest`?");
}

#[test]
fn an_excluded_root_is_still_generated() {
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
    project
        .run(&args)
        .exits_with(0)
        .stderr_contains("2 definitions,");
    let ant = project.read("generated/src/models/ant.rs");
    assert!(
        ant.contains("pub nest: Option<::serde_json::Value>"),
        "{ant}"
    );
}

#[test]
fn the_suggested_command_repeats_the_selection() {
    let project = Project::new();
    project.write("my roots.txt", "Ant\n");
    let args = ["check", "--roots", "my roots.txt", "--without", "Nest"];
    let ran = project.run(&args).exits_with(1);
    let fix = "genesys-modelgen generate --roots 'my roots.txt' --without Nest";
    assert_eq!(ran.closing_line(), fix);
}
