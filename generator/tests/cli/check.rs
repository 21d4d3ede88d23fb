//! `check` writes nothing, and tells what `generate` would do.

use std::process::Command;

use serde_json::Value;

use crate::project::{PROGRAM, Project, Ran};

/// A project of which one file is modified, one missing and one stale.
fn outdated() -> Project {
    let project = Project::new();
    project.define("Old", "");
    project.generate();
    project.undefine("Old");
    project.define("Stone", "| colour | `string` | No | Grey. |\n");
    project.remove("generated/src/models/nest.rs");
    project
}

/// Runs it, and sees that it writes nothing.
#[track_caller]
fn check(project: &Project, args: &[&str]) -> Ran {
    let before = project.everything();
    let ran = project.run(&[&["check"], args].concat());
    assert_eq!(project.everything(), before);
    ran
}

/// The command in a message for people: the one indented line.
fn fix(ran: &Ran) -> String {
    let lines: Vec<_> = ran
        .err
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .collect();
    assert_eq!(lines.len(), 1, "{}", ran.err);
    lines[0].to_owned()
}

#[test]
fn what_is_the_same_is_good_and_not_worth_a_word() {
    let project = Project::new();
    project.generate();
    for format in ["text", "json", "github"] {
        check(&project, &["--format", format])
            .exits_with(0)
            .prints_nothing()
            .tells_nothing();
    }
}

#[test]
fn a_difference_is_shown_as_a_unified_diff() {
    let project = outdated();
    let ran = check(&project, &[]).exits_with(1);
    let ran = ran
        .prints("--- a/generated/src/models/stone.rs\n+++ b/generated/src/models/stone.rs\n@@ -");
    ran.prints("\n-    pub weight: ")
        .prints("\n+    pub colour: ");
}

#[test]
fn modified_missing_and_stale_files_are_told_apart() {
    let project = outdated();
    let ran = check(&project, &[]).exits_with(1);
    let ran = ran.prints("--- /dev/null\n+++ b/generated/src/models/nest.rs\n");
    let ran = ran.prints("--- a/generated/src/models/old.rs\n+++ /dev/null\n");
    ran.tells("4 files in `generated` differ from `spec`");
}

#[test]
fn a_file_edited_by_hand_is_noticed() {
    let project = Project::new();
    project.generate();
    let text = project.read("generated/src/models/ant.rs");
    project.write("generated/src/models/ant.rs", &text.replace("legs", "feet"));
    let ran = check(&project, &[]).exits_with(1);
    ran.prints("feet")
        .tells("1 file in `generated` differs from `spec`");
}

#[test]
fn output_that_was_never_made_is_missing() {
    let project = Project::new();
    check(&project, &[])
        .exits_with(1)
        .prints("+++ b/generated/src/lib.rs\n");
}

#[test]
fn errors_in_the_spec_are_neither_the_same_nor_different() {
    let project = outdated();
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    check(&project, &[])
        .exits_with(2)
        .prints_nothing()
        .tells("ant-definition.md:5:");
}

#[test]
fn json_has_an_object_a_file_with_its_diff_and_the_fix() {
    let ran = check(&outdated(), &["--format", "json"]).exits_with(1);
    let lines: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let changes: Vec<_> = lines
        .iter()
        .map(|line| {
            (
                line["path"].as_str().unwrap(),
                line["change"].as_str().unwrap(),
            )
        })
        .collect();
    let expected = [
        ("generated/src/models/mod.rs", "modified"),
        ("generated/src/models/nest.rs", "missing"),
        ("generated/src/models/old.rs", "stale"),
        ("generated/src/models/stone.rs", "modified"),
    ];
    assert_eq!(changes, expected);
    assert!(
        lines
            .iter()
            .all(|line| line["fix"] == "genesys-modelgen generate"),
        "{}",
        ran.out
    );
    assert!(
        lines[3]["diff"]
            .as_str()
            .unwrap()
            .contains("\n+    pub colour: "),
        "{}",
        ran.out
    );
}

#[test]
fn json_tells_errors_too() {
    let project = Project::new();
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    let ran = check(&project, &["--format", "json"])
        .exits_with(2)
        .tells_nothing();
    let finding: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["path"], "spec/definitions/ant-definition.md");
}

#[test]
fn github_has_an_annotation_a_file() {
    let ran = check(&outdated(), &["--format", "github"]).exits_with(1);
    assert_eq!(ran.out.lines().count(), 4, "{}", ran.out);
    assert!(
        ran.out
            .lines()
            .all(|line| line.starts_with("::error file=generated/src/models/")),
        "{}",
        ran.out
    );
    ran.prints("::error file=generated/src/models/old.rs,title=")
        .prints("stale")
        .prints("`genesys-modelgen generate`");
}

#[test]
fn github_takes_odd_folder_names() {
    let project = Project::new();
    let ran = check(&project, &["--out", "a,b:c%", "--format", "github"]).exits_with(1);
    ran.prints("::error file=a%2Cb%3Ac%25/src/lib.rs,title=")
        .prints("--out 'a,b:c%25'`\n");
}

/// Runs a command as people do who copy it from the terminal.
#[cfg(unix)]
fn paste(project: &Project, command: &str) -> Ran {
    let folder = std::path::Path::new(PROGRAM).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    Ran::of(
        Command::new("sh")
            .args(["-c", command])
            .env("PATH", path)
            .current_dir(project.path("")),
    )
}

#[cfg(unix)]
#[test]
fn the_command_that_it_names_fixes_it() {
    let project = outdated();
    paste(&project, &fix(&check(&project, &[]).exits_with(1))).exits_with(0);
    check(&project, &[]).exits_with(0);
}

#[cfg(unix)]
#[test]
fn the_command_that_it_names_has_all_options_and_survives_a_shell() {
    let project = Project::new();
    std::fs::rename(project.path("spec"), project.path("the $docs")).unwrap();
    let args = [
        "--spec",
        "the $docs",
        "--out",
        "it's mine",
        "--root",
        "Ant",
        "--root",
        "Nest",
    ];
    let ran = check(&project, &args).exits_with(1);
    let command = fix(&ran);
    assert_eq!(
        command,
        r"genesys-modelgen generate --spec 'the $docs' --out 'it'\''s mine' --root Ant --root Nest"
    );
    paste(&project, &command).exits_with(0);
    check(&project, &args).exits_with(0);
}

#[test]
fn who_came_through_cargo_is_told_to_go_through_cargo() {
    let project = Project::new();
    let ran = Ran::of(project.command(&["check"]).env("CARGO", "cargo")).exits_with(1);
    assert_eq!(fix(&ran), "cargo run -- generate");
}
