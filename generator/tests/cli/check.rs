//! `check` reports differences and writes nothing.

use std::process::Command;

use serde_json::Value;

use crate::project::{PROGRAM, Project, RunOutput};

/// Creates a project with modified, missing and stale files.
fn stale_project() -> Project {
    let project = Project::new();
    project.define("Old", "");
    project.generate();
    project.undefine("Old");
    project.define("Stone", "| color | `string` | No | Gray. |\n");
    project.remove("generated/src/models/nest.rs");
    project
}

/// Runs `check` and asserts that it changes no file.
#[track_caller]
fn check(project: &Project, args: &[&str]) -> RunOutput {
    let before = project.everything();
    let ran = project.run(&[&["check"], args].concat());
    assert_eq!(project.everything(), before);
    ran
}

/// Returns the suggested command, which is the last line of standard error.
fn suggested_command(ran: &RunOutput) -> String {
    ran.closing_line().to_owned()
}

#[test]
fn up_to_date_output_prints_nothing() {
    let project = Project::new();
    project.generate();
    for format in ["text", "json", "github"] {
        check(&project, &["--format", format])
            .exits_with(0)
            .stdout_is_empty()
            .stderr_is_empty();
    }
}

#[test]
fn a_difference_is_shown_as_a_unified_diff() {
    let project = stale_project();
    let ran = check(&project, &[]).exits_with(1);
    let ran = ran.stdout_contains(
        "--- a/generated/src/models/stone.rs\n+++ b/generated/src/models/stone.rs\n@@ -",
    );
    ran.stdout_contains("\n-    pub weight: ")
        .stdout_contains("\n+    pub color: ");
}

#[test]
fn modified_missing_and_stale_files_are_counted_separately() {
    let project = stale_project();
    let ran = check(&project, &[]).exits_with(1);
    let ran = ran.stdout_contains("--- /dev/null\n+++ b/generated/src/models/nest.rs\n");
    let ran = ran.stdout_contains("--- a/generated/src/models/old.rs\n+++ /dev/null\n");
    ran.stderr_contains(
        "5 files in `generated` differ from `spec`: 3 modified, 1 missing, 1 stale. ",
    );
}

#[test]
fn a_hand_edited_file_is_modified() {
    let project = Project::new();
    project.generate();
    let text = project.read("generated/src/models/ant.rs");
    project.write("generated/src/models/ant.rs", &text.replace("legs", "feet"));
    let ran = check(&project, &[]).exits_with(1);
    ran.stdout_contains("feet")
        .stderr_contains("1 file in `generated` differs from `spec`: 1 modified. ");
}

#[test]
fn output_that_was_never_generated_is_missing() {
    let project = Project::new();
    check(&project, &[])
        .exits_with(1)
        .stdout_contains("+++ b/generated/src/lib.rs\n");
}

#[test]
fn errors_in_the_spec_exit_with_2() {
    let project = stale_project();
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    check(&project, &[])
        .exits_with(2)
        .stdout_is_empty()
        .stderr_contains("ant-definition.md:5:");
}

#[test]
fn json_has_an_object_per_file_with_diff_and_fix() {
    let ran = check(&stale_project(), &["--format", "json"]).exits_with(1);
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
            .contains("\n+    pub color: "),
        "{}",
        ran.out
    );
}

#[test]
fn json_includes_errors() {
    let project = Project::new();
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    let ran = check(&project, &["--format", "json"])
        .exits_with(2)
        .stderr_is_empty();
    let finding: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["path"], "spec/definitions/ant-definition.md");
}

#[test]
fn github_annotates_the_definition_whose_output_differs() {
    let project = stale_project();
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
fn github_annotates_files_without_a_definition_last() {
    let ran = check(&stale_project(), &["--format", "github"]).exits_with(1);
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
    ran.stdout_contains("`generated/src/models/old.rs` is stale: it is no longer generated");
}

#[test]
fn github_escapes_odd_folder_names() {
    let project = Project::new();
    std::fs::rename(project.path("spec"), project.path("s,p:e%c")).unwrap();
    let args = ["--spec", "s,p:e%c", "--out", "a,b:c%", "--format", "github"];
    let ran = check(&project, &args).exits_with(1);
    ran.stdout_contains("::error file=s%2Cp%3Ae%25c/definitions/ant-definition.md,line=1,")
        .stdout_contains("::error file=a%2Cb%3Ac%25/src/lib.rs,line=1,")
        .stdout_contains("--out 'a,b:c%25'`\n");
}

#[test]
fn a_long_diff_is_truncated_and_the_rest_counted() {
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

/// Exports a crate, edits a file of its runtime, and runs `export --check`.
fn check_edited_runtime(file: &str, edit: impl Fn(&str) -> String, format: &str) -> RunOutput {
    let project = Project::new();
    let export = ["export", "--out", "crate"];
    project.run(&export).exits_with(0);
    let path = format!("crate/src/runtime/{file}");
    project.write(&path, &edit(&project.read(&path)));
    let check = [&export[..], &["--check", "--format", format]].concat();
    project.run(&check).exits_with(1)
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

#[test]
fn an_older_runtime_is_reported_with_the_command_that_updates_it() {
    let ran = check_edited_runtime("mod.rs", |text| text.replacen(VERSION, "0.0.1", 1), "text");
    let ran = ran.stderr_contains("error[M0505]: the runtime in `crate` is older than the generator: it was made by version 0.0.1, ");
    assert_eq!(
        suggested_command(&ran),
        "genesys-modelgen export --out crate --name genesys-models --version 0.1.0"
    );
}

#[test]
fn a_newer_runtime_asks_for_a_newer_generator() {
    let edit = |text: &str| text.replacen(VERSION, "999.0.0", 1);
    let ran = check_edited_runtime("mod.rs", edit, "github");
    ran.stdout_contains(
        "::error title=M0505::the runtime in `crate` is newer than the generator: ",
    )
    .stdout_contains("help: use a newer generator");
}

#[test]
fn an_edited_runtime_is_reported_as_edited() {
    let edit = |text: &str| text.to_owned() + "// More.\n";
    let ran = check_edited_runtime("extra.rs", edit, "json");
    let last: Value = serde_json::from_str(ran.out.lines().last().unwrap()).unwrap();
    assert_eq!(last["code"], "M0505");
    assert!(last["message"].as_str().unwrap().contains("it was edited"));
}

#[test]
fn an_unchanged_runtime_is_not_mentioned() {
    let ran = check(&stale_project(), &[]).exits_with(1);
    ran.stderr_lacks("runtime");
}

/// Runs a command line in a shell.
#[cfg(unix)]
fn run_in_shell(project: &Project, command: &str) -> RunOutput {
    let folder = std::path::Path::new(PROGRAM).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    RunOutput::of(
        Command::new("sh")
            .args(["-c", command])
            .env("PATH", path)
            .current_dir(project.path("")),
    )
}

#[cfg(unix)]
#[test]
fn the_suggested_command_fixes_the_differences() {
    let project = stale_project();
    run_in_shell(
        &project,
        &suggested_command(&check(&project, &[]).exits_with(1)),
    )
    .exits_with(0);
    check(&project, &[]).exits_with(0);
}

#[cfg(unix)]
#[test]
fn the_suggested_command_repeats_and_quotes_all_options() {
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
    let command = suggested_command(&ran);
    assert_eq!(
        command,
        r"genesys-modelgen generate --spec 'the $docs' --out 'it'\''s mine' --root Ant --root Nest"
    );
    run_in_shell(&project, &command).exits_with(0);
    check(&project, &args).exits_with(0);
}

#[test]
fn under_cargo_the_suggested_command_uses_cargo() {
    let project = Project::new();
    let ran = RunOutput::of(project.command(&["check"]).env("CARGO", "cargo")).exits_with(1);
    assert_eq!(suggested_command(&ran), "cargo run -- generate");
}
