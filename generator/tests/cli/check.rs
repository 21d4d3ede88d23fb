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

/// The command in a message for people: the last line, and nothing else on it.
fn fix(ran: &Ran) -> String {
    ran.closing_line().to_owned()
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
    ran.tells("5 files in `generated` differ from `spec`: 3 modified, 1 missing, 1 stale. ");
}

#[test]
fn a_file_edited_by_hand_is_noticed() {
    let project = Project::new();
    project.generate();
    let text = project.read("generated/src/models/ant.rs");
    project.write("generated/src/models/ant.rs", &text.replace("legs", "feet"));
    let ran = check(&project, &[]).exits_with(1);
    ran.prints("feet")
        .tells("1 file in `generated` differs from `spec`: 1 modified. ");
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
        ("generated/schema.json", "modified"),
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
fn github_annotates_the_definition_whose_output_differs() {
    let project = outdated();
    let page = crate::project::page("Nest", "| name | `string` | No | What it is called. |\n");
    project.write(
        "spec/definitions/nest-definition.md",
        &format!("\n\n{page}"),
    );
    let ran = check(&project, &["--format", "github"]).exits_with(1);
    let expected = "\
::error file=spec/definitions/nest-definition.md,line=3,col=4,endLine=3,endColumn=8,title=M0504::`generated/src/models/nest.rs` is missing%0Ahelp: run `genesys-modelgen generate`
::error file=spec/definitions/stone-definition.md,line=1,col=4,endLine=1,endColumn=9,title=M0504::`generated/src/models/stone.rs` does not match the spec%0Ahelp: run `genesys-modelgen generate`
";
    assert!(ran.out.starts_with(expected), "{}", ran.out);
}

#[test]
fn github_annotates_other_files_themselves_after_the_definitions() {
    let ran = check(&outdated(), &["--format", "github"]).exits_with(1);
    let files: Vec<_> = ran
        .out
        .lines()
        .map(|line| {
            line.strip_prefix("::error file=")
                .unwrap()
                .split(',')
                .next()
                .unwrap()
        })
        .collect();
    let expected = [
        "spec/definitions/nest-definition.md",
        "spec/definitions/stone-definition.md",
        "generated/src/models/mod.rs",
        "generated/src/models/old.rs",
        "generated/schema.json",
    ];
    assert_eq!(files, expected);
    ran.prints("`generated/src/models/old.rs` is stale: it is no longer generated");
}

#[test]
fn github_takes_odd_folder_names() {
    let project = Project::new();
    std::fs::rename(project.path("spec"), project.path("s,p:e%c")).unwrap();
    let args = ["--spec", "s,p:e%c", "--out", "a,b:c%", "--format", "github"];
    let ran = check(&project, &args).exits_with(1);
    ran.prints("::error file=s%2Cp%3Ae%25c/definitions/ant-definition.md,line=1,")
        .prints("::error file=a%2Cb%3Ac%25/src/lib.rs,line=1,")
        .prints("--out 'a,b:c%25'`\n");
}

#[test]
fn a_long_diff_is_cut_and_the_rest_counted() {
    let project = Project::new();
    let ran = check(&project, &[]).exits_with(1);
    let (shown, rest) = ran.out.trim_end().rsplit_once('\n').unwrap();
    assert_eq!(shown.lines().count(), 200);
    let whole = check(&project, &["--format", "json"]).out;
    let diffs = whole
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let lines: usize = diffs
        .map(|it| it["diff"].as_str().unwrap().lines().count())
        .sum();
    let (left, files) = rest.split_once(" more lines of diff in ").unwrap();
    assert_eq!(left, format!("... {}", lines - 200));
    assert!(files.ends_with(" files"), "{rest}");
}

/// Makes a file of the runtime as another version would have made it, or somebody by hand.
fn with_runtime(file: &str, edit: impl Fn(&str) -> String) -> Project {
    let project = Project::new();
    project.generate();
    let path = format!("generated/src/runtime/{file}");
    project.write(&path, &edit(&project.read(&path)));
    project
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

#[test]
fn an_older_runtime_is_told_in_words_of_its_own() {
    let project = with_runtime("mod.rs", |text| text.replacen(VERSION, "0.0.1", 1));
    let ran = check(&project, &[]).exits_with(1);
    let ran = ran.tells("error[M0505]: the runtime in `generated` is older than the generator: it was made by version 0.0.1, ");
    assert_eq!(fix(&ran), "genesys-modelgen generate");
}

#[test]
fn a_newer_runtime_asks_for_a_newer_generator() {
    let project = with_runtime("mod.rs", |text| text.replacen(VERSION, "999.0.0", 1));
    let ran = check(&project, &["--format", "github"]).exits_with(1);
    ran.prints("::error title=M0505::the runtime in `generated` is newer than the generator: ")
        .prints("help: use a newer generator");
}

#[test]
fn a_runtime_of_the_same_version_that_differs_was_edited() {
    let project = with_runtime("extra.rs", |text| text.to_owned() + "// More.\n");
    let ran = check(&project, &["--format", "json"]).exits_with(1);
    let last: Value = serde_json::from_str(ran.out.lines().last().unwrap()).unwrap();
    assert_eq!(last["code"], "M0505");
    assert!(last["message"].as_str().unwrap().contains("it was edited"));
}

#[test]
fn where_the_runtime_is_the_same_it_is_not_mentioned() {
    let ran = check(&outdated(), &[]).exits_with(1);
    ran.does_not_tell("runtime");
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
