//! `export --check` compares an exported crate or module with the spec.

use crate::project::{Project, RunOutput};

const CRATE: &[&str] = &["export", "--out", "out", "--name", "ants"];
const MODULE: &[&str] = &["export", "--out", "out", "--module", "--time", "time,jiff"];

#[track_caller]
fn check(project: &Project, form: &[&str], args: &[&str]) -> RunOutput {
    project.run(&[form, &["--check"], args].concat())
}

#[test]
fn a_fresh_export_is_up_to_date() {
    for form in [CRATE, MODULE] {
        let project = Project::new();
        project.run(form).exits_with(0);
        let before = project.everything();
        let ran = check(&project, form, &[]).exits_with(0);
        ran.stdout_is_empty().stderr_is_empty();
        assert_eq!(project.everything(), before);
    }
}

#[test]
fn differences_are_printed_with_the_command_that_fixes_them() {
    for (form, file, fix) in [
        (
            CRATE,
            "out/src/models/stone.rs",
            "genesys-modelgen export --out out --name ants --version 0.1.0",
        ),
        (
            MODULE,
            "out/models/stone.rs",
            "genesys-modelgen export --out out --module --time jiff --time time",
        ),
    ] {
        let project = Project::new();
        project.run(form).exits_with(0);
        project.define("Stone", "| color | `string` | No | Gray. |\n");
        let before = project.everything();
        let ran = check(&project, form, &[]).exits_with(1);
        let ran = ran
            .stdout_contains(&format!("--- a/{file}\n+++ b/{file}\n"))
            .stdout_contains("+    pub color: ");
        assert_eq!(ran.closing_line(), fix);
        assert_eq!(project.everything(), before);
    }
}

#[test]
fn github_format_annotates_the_definitions() {
    for form in [CRATE, MODULE] {
        let project = Project::new();
        project.run(form).exits_with(0);
        project.define("Stone", "| color | `string` | No | Gray. |\n");
        let ran = check(&project, form, &["--format", "github"]).exits_with(1);
        ran.stdout_contains("::error file=spec/definitions/stone-definition.md,");
    }
}

#[test]
fn without_an_export_every_file_is_missing() {
    for form in [CRATE, MODULE] {
        let project = Project::new();
        let ran = check(&project, form, &[]).exits_with(1);
        ran.stderr_contains("missing");
        assert!(!project.has("out"));
    }
}

#[test]
fn an_edited_runtime_is_reported() {
    for (form, file) in [
        (CRATE, "out/src/runtime/mod.rs"),
        (MODULE, "out/runtime/mod.rs"),
    ] {
        let project = Project::new();
        project.run(form).exits_with(0);
        project.write(file, &(project.read(file) + "// mine\n"));
        let ran = check(&project, form, &[]).exits_with(1);
        ran.stderr_contains("error[M0505]");
    }
}

#[test]
fn errors_in_the_spec_exit_with_2() {
    let project = Project::new();
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    let ran = check(&project, CRATE, &[]).exits_with(2);
    ran.stdout_is_empty().stderr_contains("error[M0201]");
}

#[test]
fn format_requires_check() {
    let project = Project::new();
    let ran = project.run(&[CRATE, &["--format", "json"]].concat());
    ran.exits_with(2).stderr_contains("--check");
}
