//! `why` prints the chains of properties from the roots to a type.

use crate::project::Project;

fn project() -> Project {
    let project = Project::new();
    project.define(
        "Hill",
        "| ants | [`Ant[]`](ant-definition.md) | No | Many. |\n\
         | nest | [`Nest`](nest-definition.md) | No | Home. |\n",
    );
    project
}

#[test]
fn the_shortest_chain_from_each_root_is_printed() {
    let project = project();
    let why = |args: &[&str]| {
        project
            .run(&[&["why", "Nest"], args].concat())
            .exits_with(0)
            .out
    };
    assert_eq!(why(&["--root", "Hill"]), "Hill.nest -> Nest\n");
    let both = why(&["--root", "Hill", "--root", "Ant", "--root", "Stone"]);
    assert_eq!(both, "Hill.nest -> Nest\nAnt.nest -> Nest\n");
    let around = why(&["--root", "Hill", "--without", "Stone"]);
    assert_eq!(around, "Hill.nest -> Nest\n");
    let graph = why(&["--root", "Hill", "--format", "mermaid"]);
    let expected = "graph LR\n  n0[\"Hill\"]\n  n1[\"Nest\"]\n  n0 -->|\"nest\"| n1\n";
    assert_eq!(graph, expected);
}

#[test]
fn a_chain_shows_lists_and_every_property() {
    let project = project();
    project.define(
        "Hill",
        "| ants | [`Ant[]`](ant-definition.md) | No | Many. |\n",
    );
    let ran = project.run(&["why", "Nest"]).exits_with(0);
    assert_eq!(ran.out, "Hill.ants[] -> Ant.nest -> Nest\n");
}

#[test]
fn an_unreachable_type_exits_with_1() {
    let project = project();
    let ran = project
        .run(&["why", "Stone", "--root", "Ant"])
        .exits_with(1);
    assert_eq!(
        ran.stdout_is_empty().err,
        "`Stone` is not reachable from `Ant`\n"
    );
    let ran = project.run(&["why", "Nest", "--root", "Ant", "--without", "Nest"]);
    ran.exits_with(1)
        .stderr_contains("`Nest` is not reachable from `Ant`");
    let ran = project.run(&["why", "Hill", "--root", "Ant", "--root", "Nest"]);
    ran.exits_with(1)
        .stderr_contains("`Hill` is not reachable from any of `Ant`, `Nest`");
}

#[test]
fn a_root_has_no_chain() {
    let project = project();
    let ran = project.run(&["why", "Ant", "--root", "Ant"]).exits_with(0);
    ran.stdout_is_empty().stderr_contains("`Ant` is a root");
    let ran = project.run(&["why", "Stone"]).exits_with(0);
    ran.stdout_is_empty()
        .stderr_contains("no other type refers to `Stone`");
}

#[test]
fn circular_references_terminate() {
    let project = project();
    project.define(
        "Nest",
        "| ants | [`Ant[]`](ant-definition.md) | No | Its own. |\n",
    );
    let ran = project.run(&["why", "Ant", "--root", "Nest"]).exits_with(0);
    assert_eq!(ran.out, "Nest.ants[] -> Ant\n");
    project
        .run(&["why", "Stone", "--root", "Nest"])
        .exits_with(1);
}

#[test]
fn unknown_types_are_errors_with_suggestions() {
    let project = project();
    for args in [
        ["why", "Stoen", "--root", "Ant"],
        ["why", "Ant", "--root", "Stoen"],
    ] {
        let ran = project.run(&args).exits_with(2).stdout_is_empty();
        ran.stderr_contains("error[M0206]")
            .stderr_contains("did you mean `Stone`?");
    }
}
