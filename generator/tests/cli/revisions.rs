//! `diff` reads revisions in git.

use std::process::Command;

use crate::project::{Project, Ran};

/// A project in a repository: the revision `v1` has the spec, since which a property was removed.
fn repository() -> Option<Project> {
    let project = Project::new();
    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("skipped: git is not installed");
        return None;
    }
    let schema = project.run(&["schema"]).exits_with(0).out;
    project.write("schema.json", &schema);
    git(&project, &["init", "--quiet"]);
    commit(&project);
    git(&project, &["tag", "v1"]);
    project.define("Stone", "| colour | `number` | No | In nanometres. |\n");
    Some(project)
}

fn git(project: &Project, args: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(project.path("")).args(args);
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        git.env_remove(name);
    }
    assert!(git.status().unwrap().success(), "{args:?}");
}

fn commit(project: &Project) {
    git(project, &["add", "."]);
    let who = [
        "-c",
        "user.name=Ant",
        "-c",
        "user.email=ant@example.com",
        "-c",
        "commit.gpgsign=false",
    ];
    git(
        project,
        &[&who[..], &["commit", "--quiet", "--message", "A spec"]].concat(),
    );
}

fn diff(project: &Project, args: &[&str]) -> Ran {
    let mut command = project.command(&[&["diff"], args].concat());
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        command.env_remove(name);
    }
    Ran::of(&mut command)
}

const REMOVED: &str =
    "Stone (1 change)\n  Property weight was removed\n    Likely renamed to colour\n";

#[test]
fn a_revision_is_compared_by_its_spec() {
    let Some(project) = repository() else { return };
    for revision in [
        "git:v1",
        "git:HEAD",
        "git:HEAD:spec",
        "git:v1:./spec/",
        "git:v1:spec/definitions",
        "git:v1:schema.json",
    ] {
        let ran = diff(&project, &[revision, "spec", "--fail-on", "major"]).exits_with(1);
        ran.prints(REMOVED).tells_nothing();
    }
    commit(&project);
    diff(&project, &["git:HEAD~1", "git:HEAD"])
        .exits_with(0)
        .prints(REMOVED);
    diff(&project, &["git:HEAD", "spec", "--fail-on", "point"]).exits_with(0);
}

#[test]
fn overrides_of_a_revision_count() {
    let Some(project) = repository() else { return };
    project.write(
        "spec/overrides.toml",
        "[definitions.Stone.properties.colour]\ntype = \"i64\"\n",
    );
    commit(&project);
    diff(&project, &["git:HEAD", "spec", "--fail-on", "point"]).exits_with(0);
    project.write(
        "spec/overrides.toml",
        "[definitions.Stone.properties.colour]\ntype = \"f64\"\n",
    );
    let ran = diff(&project, &["git:HEAD", "spec"]).exits_with(0);
    ran.prints("Property colour was changed from i64 to f64");
}

#[test]
fn a_revision_of_thousands_of_files_is_read_as_well() {
    let Some(project) = repository() else { return };
    // More than fits into a pipe, in both directions.
    for number in 0..2_000 {
        project.define(&format!("Ant{number}"), "| legs | `number` | No | Six. |\n");
    }
    commit(&project);
    diff(&project, &["git:HEAD", "spec", "--fail-on", "point"]).exits_with(0);
    diff(&project, &["git:v1", "git:HEAD"])
        .exits_with(0)
        .prints("1 major, 2001 minor and 0 point changes\n");
}

#[test]
fn errors_in_a_revision_are_told_at_their_place_in_it() {
    let Some(project) = repository() else { return };
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    commit(&project);
    let ran = diff(&project, &["git:HEAD", "git:v1"])
        .exits_with(2)
        .prints_nothing();
    ran.tells("error[M0201]")
        .tells("--> HEAD:spec/definitions/ant-definition.md:5:");
}

#[test]
fn a_path_is_seen_from_the_working_directory() {
    let Some(project) = repository() else { return };
    let mut command = project.command(&["diff", "git:v1:definitions", "definitions"]);
    Ran::of(command.current_dir(project.path("spec")))
        .exits_with(0)
        .prints(REMOVED);
}

#[test]
fn what_is_not_there_is_told_apart() {
    let Some(project) = repository() else { return };
    let cases = [
        ("git:v2", "there is no revision `v2`"),
        ("git:--help", "there is no revision `--help`"),
        ("git:v1:docs", "there is no `docs` in the revision `v1`"),
        (
            "git:v1:generator",
            "there is no `generator` in the revision `v1`",
        ),
    ];
    for (revision, message) in cases {
        let ran = diff(&project, &[revision, "spec"])
            .exits_with(2)
            .prints_nothing();
        ran.tells("error[M0602]").tells(message);
    }
    diff(&project, &["git:", "spec"])
        .exits_with(2)
        .tells("`git:` is followed by a revision");
}

#[test]
fn without_a_repository_or_git_there_are_no_revisions() {
    let project = Project::new();
    let mut command = project.command(&["diff", "git:HEAD", "spec"]);
    let ran = Ran::of(
        command
            .env("GIT_CEILING_DIRECTORIES", project.path(".."))
            .env_remove("GIT_DIR"),
    );
    if !ran.err.contains("git is not installed") {
        ran.exits_with(2)
            .tells("error[M0602]")
            .tells("not a git repository");
    }
    let ran = Ran::of(
        project
            .command(&["diff", "git:HEAD", "spec"])
            .env("PATH", "/nowhere"),
    );
    ran.exits_with(2)
        .tells("error[M0602]")
        .tells("git is not installed, or not on the `PATH`");
}

#[test]
fn pages_of_apis_are_passed_over_even_broken_ones() {
    let Some(project) = repository() else { return };
    let page = "# `AntsAPI` Class\n\n### `getAnts`\n\n#### Endpoint\n\n`GET /ants`\n\n#### Returns\n\n\
        | Status | Type |\n|---|---|\n| `200` | string |\n";
    project.write("spec/classes/ants-api.md", page);
    commit(&project);
    diff(&project, &["git:HEAD", "spec", "--fail-on", "point"]).exits_with(0);
    project.write("spec/classes/ants-api.md", &page.replace("GET /", "GET "));
    commit(&project);
    diff(&project, &["git:HEAD", "spec", "--fail-on", "point"]).exits_with(0);
}
