//! `export --check` tells whether a crate or a module is up to date, as `check` does.

use crate::project::{Project, Ran};

const CRATE: &[&str] = &["export", "--out", "out", "--name", "ants"];
const MODULE: &[&str] = &["export", "--out", "out", "--module", "--time", "time,jiff"];

#[track_caller]
fn check(project: &Project, form: &[&str], args: &[&str]) -> Ran {
    project.run(&[form, &["--check"], args].concat())
}

#[test]
fn what_was_just_exported_is_the_same() {
    for form in [CRATE, MODULE] {
        let project = Project::new();
        project.run(form).exits_with(0);
        let before = project.everything();
        let ran = check(&project, form, &[]).exits_with(0);
        ran.prints_nothing().tells_nothing();
        assert_eq!(project.everything(), before);
    }
}

#[test]
fn differences_are_shown_with_the_command_that_fixes_them() {
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
        project.define("Stone", "| colour | `string` | No | Grey. |\n");
        let before = project.everything();
        let ran = check(&project, form, &[]).exits_with(1);
        let ran = ran
            .prints(&format!("--- a/{file}\n+++ b/{file}\n"))
            .prints("+    pub colour: ");
        assert_eq!(ran.closing_line(), fix);
        assert_eq!(project.everything(), before);
    }
}

#[test]
fn it_annotates_the_definitions() {
    for form in [CRATE, MODULE] {
        let project = Project::new();
        project.run(form).exits_with(0);
        project.define("Stone", "| colour | `string` | No | Grey. |\n");
        let ran = check(&project, form, &["--format", "github"]).exits_with(1);
        ran.prints("::error file=spec/definitions/stone-definition.md,");
    }
}

#[test]
fn everything_is_missing_where_nothing_was_exported() {
    for form in [CRATE, MODULE] {
        let project = Project::new();
        let ran = check(&project, form, &[]).exits_with(1);
        ran.tells("missing");
        assert!(!project.has("out"));
    }
}

#[test]
fn an_edited_runtime_is_told() {
    for (form, file) in [
        (CRATE, "out/src/runtime/mod.rs"),
        (MODULE, "out/runtime/mod.rs"),
    ] {
        let project = Project::new();
        project.run(form).exits_with(0);
        project.write(file, &(project.read(file) + "// mine\n"));
        let ran = check(&project, form, &[]).exits_with(1);
        ran.tells("error[M0505]");
    }
}

#[test]
fn errors_in_the_spec_are_errors() {
    let project = Project::new();
    project.define("Ant", "| legs | `numbre` | No | Six. |\n");
    let ran = check(&project, CRATE, &[]).exits_with(2);
    ran.prints_nothing().tells("error[M0201]");
}

#[test]
fn a_format_is_for_checking() {
    let project = Project::new();
    let ran = project.run(&[CRATE, &["--format", "json"]].concat());
    ran.exits_with(2).tells("--check");
}
