//! `diff` with git revisions.

use std::fs;

use crate::project::{Project, RunOutput, has_git};

/// Creates a repository in which a property was renamed after the tag `v1`. Returns `None` if git is not installed.
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
    project.define("Stone", "| color | `number` | No | In nanometers. |\n");
    Some(project)
}

fn diff(project: &Project, args: &[&str]) -> RunOutput {
    project.run(&[&["diff"], args].concat())
}

const REMOVED: &str =
    "Stone (1 change)\n  Property weight was removed\n    Likely renamed to color\n";

#[test]
fn a_revision_can_be_named_in_every_form() {
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
        ran.stdout_contains(REMOVED).stderr_is_empty();
    }
    project.commit();
    diff(&project, &["git:HEAD~1", "git:HEAD"])
        .exits_with(0)
        .stdout_contains(REMOVED);
    diff(&project, &["git:HEAD", "spec", "--fail-on", "point"]).exits_with(0);
}

#[test]
fn overrides_of_a_revision_apply() {
    let Some(project) = repository() else { return };
    project.write(
        "spec/overrides.toml",
        "[definitions.Stone.properties.color]\ntype = \"i64\"\n",
    );
    project.commit();
    diff(&project, &["git:HEAD", "spec", "--fail-on", "point"]).exits_with(0);
    project.write(
        "spec/overrides.toml",
        "[definitions.Stone.properties.color]\ntype = \"f64\"\n",
    );
    let ran = diff(&project, &["git:HEAD", "spec"]).exits_with(0);
    ran.stdout_contains("Property color was changed from int64 to double");
}

#[test]
fn a_revision_with_thousands_of_files_is_read() {
    let Some(project) = repository() else { return };
    // Enough to fill the pipes to and from git.
    for number in 0..2_000 {
        project.define(&format!("Ant{number}"), "| legs | `number` | No | Six. |\n");
    }
    project.commit();
    diff(&project, &["git:HEAD", "spec", "--fail-on", "point"]).exits_with(0);
    diff(&project, &["git:v1", "git:HEAD"])
        .exits_with(0)
        .stdout_contains("1 major, 2001 minor and 0 point changes\n");
}

#[test]
fn errors_in_a_revision_have_a_location() {
    let Some(project) = repository() else { return };
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    project.commit();
    let ran = diff(&project, &["git:HEAD", "git:v1"])
        .exits_with(2)
        .stdout_is_empty();
    ran.stderr_contains("error[M0201]")
        .stderr_contains("--> HEAD:spec/definitions/ant-definition.md:5:");
}

#[test]
fn paths_in_a_revision_are_relative_to_the_working_directory() {
    let Some(project) = repository() else { return };
    let mut command = project.command(&["diff", "git:v1:definitions", "definitions"]);
    RunOutput::of(command.current_dir(project.path("spec")))
        .exits_with(0)
        .stdout_contains(REMOVED);
}

#[test]
fn unknown_revisions_and_unknown_paths_are_different_errors() {
    let Some(project) = repository() else { return };
    let cases = [
        ("git:v2", "revision `v2`: no such revision"),
        ("git:--help", "revision `--help`: no such revision"),
        (
            "git:v1:docs",
            "cannot read `docs` in revision `v1`: no such file or folder",
        ),
        (
            "git:v1:generator",
            "cannot read `generator` in revision `v1`: no such file or folder",
        ),
    ];
    for (revision, message) in cases {
        let ran = diff(&project, &[revision, "spec"])
            .exits_with(2)
            .stdout_is_empty();
        ran.stderr_contains("error[M0602]").stderr_contains(message);
    }
    diff(&project, &["git:", "spec"])
        .exits_with(2)
        .stderr_contains("`git:` must be followed by a revision");
}

#[test]
fn a_missing_repository_or_git_is_an_error() {
    let project = Project::new();
    let mut command = project.command(&["diff", "git:HEAD", "spec"]);
    let ran = RunOutput::of(command.env("GIT_CEILING_DIRECTORIES", project.path("..")));
    if !ran.err.contains("git is not installed") {
        ran.exits_with(2)
            .stderr_contains("error[M0602]")
            .stderr_contains("not a git repository");
    }
    let ran = RunOutput::of(
        project
            .command(&["diff", "git:HEAD", "spec"])
            .env("PATH", "/nowhere"),
    );
    ran.exits_with(2)
        .stderr_contains("error[M0602]")
        .stderr_contains("git is not installed or not on the `PATH`");
}

#[test]
fn api_pages_of_a_revision_are_compared() {
    let Some(project) = repository() else { return };
    let page = "# `AntsAPI` Class\n\n### `getAnts`\n\n#### Endpoint\n\n`GET /ants`\n\n#### Returns\n\n\
        | Status | Type |\n|---|---|\n| `200` | string |\n";
    project.write("spec/classes/ants-api.md", page);
    project.commit();
    diff(&project, &["git:HEAD", "spec", "--fail-on", "point"]).exits_with(0);
    project.write("spec/classes/ants-api.md", &page.replace("GET /", "PUT /"));
    diff(&project, &["git:HEAD", "spec"]).stdout_contains("Operation GET was removed");
}

#[test]
fn an_oversized_file_is_an_error_and_is_not_read() {
    let Some(project) = repository() else { return };
    let huge = "spec/definitions/huge-definition.md";
    project.write(huge, &"\0".repeat(9_000_000));
    project.commit();
    truncate(&project, &format!("HEAD:{huge}"));
    let ran = diff(&project, &["git:HEAD", "spec"])
        .exits_with(2)
        .stdout_is_empty();
    ran.stderr_contains(&format!(
        "error[M0006]: `HEAD:{huge}` has more than 8388608 bytes"
    ));
}

/// Truncates an object, so that git can report its size but cannot read its contents.
fn truncate(project: &Project, object: &str) {
    let id = project.git("", &format!("rev-parse {object}")).out;
    let (folder, name) = id.trim_end().split_at(2);
    let path = project.path(&format!(".git/objects/{folder}/{name}"));
    let bytes = fs::read(&path).unwrap();
    // Objects are read-only.
    fs::remove_file(&path).unwrap();
    fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
}
