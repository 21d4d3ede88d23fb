//! `diff` reads revisions in git.

use std::fs;

use crate::project::{Project, Ran, has_git};

/// A project in a repository: the revision `v1` has the spec, since which a property was removed.
fn repository() -> Option<Project> {
    if !has_git() {
        return None;
    }
    let project = Project::new();
    let schema = project.run(&["schema"]).exits_with(0).out;
    project.write("schema.json", &schema);
    project.git("", "init --quiet");
    project.commit();
    project.git("", "tag v1");
    project.define("Stone", "| colour | `number` | No | In nanometres. |\n");
    Some(project)
}

fn diff(project: &Project, args: &[&str]) -> Ran {
    project.run(&[&["diff"], args].concat())
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
    project.commit();
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
    project.commit();
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
    project.commit();
    diff(&project, &["git:HEAD", "spec", "--fail-on", "point"]).exits_with(0);
    diff(&project, &["git:v1", "git:HEAD"])
        .exits_with(0)
        .prints("1 major, 2001 minor and 0 point changes\n");
}

#[test]
fn errors_in_a_revision_are_told_at_their_place_in_it() {
    let Some(project) = repository() else { return };
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    project.commit();
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
        .tells("`git:` must be followed by a revision");
}

#[test]
fn without_a_repository_or_git_there_are_no_revisions() {
    let project = Project::new();
    let mut command = project.command(&["diff", "git:HEAD", "spec"]);
    let ran = Ran::of(command.env("GIT_CEILING_DIRECTORIES", project.path("..")));
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
    project.commit();
    diff(&project, &["git:HEAD", "spec", "--fail-on", "point"]).exits_with(0);
    project.write("spec/classes/ants-api.md", &page.replace("GET /", "GET "));
    project.commit();
    diff(&project, &["git:HEAD", "spec", "--fail-on", "point"]).exits_with(0);
}

#[test]
fn a_file_that_is_too_large_is_told_at_its_place_and_not_asked_for() {
    let Some(project) = repository() else { return };
    let huge = "spec/definitions/huge-definition.md";
    project.write(huge, &"\0".repeat(9_000_000));
    project.commit();
    cut(&project, &format!("HEAD:{huge}"));
    let ran = diff(&project, &["git:HEAD", "spec"])
        .exits_with(2)
        .prints_nothing();
    ran.tells(&format!(
        "error[M0006]: `HEAD:{huge}` has more than 8388608 bytes"
    ));
}

/// Takes away an object's end: git still knows its size, and cannot send it.
fn cut(project: &Project, object: &str) {
    let id = project.git("", &format!("rev-parse {object}")).out;
    let (folder, name) = id.trim_end().split_at(2);
    let path = project.path(&format!(".git/objects/{folder}/{name}"));
    let bytes = fs::read(&path).unwrap();
    // Git makes its objects read-only.
    fs::remove_file(&path).unwrap();
    fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
}
