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
