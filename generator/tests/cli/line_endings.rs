//! Output that git has checked out with CRLF line endings is up to date.

use std::{fs, path::Path};

use genesys_modelgen::build::{Mode, run_as};

use crate::project::{Project, RunOutput, has_git};

const EXPORTS: [&[&str]; 2] = [
    &["export", "--out", "crate"],
    &["export", "--out", "module", "--module"],
];

/// Creates a repository with a spec, its output and two exports, and a clone with `core.autocrlf` in `clone`.
fn project_with_clone(attributes: &str) -> Option<Project> {
    if !has_git() {
        return None;
    }
    let project = Project::new();
    project.write("spec/LICENSE-docs", "Do as you like,\nand name me.\n");
    project.write(".gitattributes", attributes);
    project.generate();
    for args in EXPORTS {
        project.run(args).exits_with(0);
    }
    project.git("", "init --quiet");
    project.commit();
    project.git("", "clone --quiet --config core.autocrlf=true . clone");
    Some(project)
}

fn run_in_clone(project: &Project, args: &[&str]) -> RunOutput {
    RunOutput::of(project.command(args).current_dir(project.path("clone")))
}

#[test]
fn a_checkout_with_crlf_is_up_to_date() {
    let Some(project) = project_with_clone("") else {
        return;
    };
    for file in [
        "generated/src/models/ant.rs",
        "generated/schema.json",
        "crate/LICENSE",
        "module/LICENSE-docs",
    ] {
        assert!(
            project.read(&format!("clone/{file}")).contains("\r\n"),
            "{file}"
        );
    }
    let before = project.files("clone");
    run_in_clone(&project, &["check"])
        .exits_with(0)
        .stdout_is_empty();
    for args in EXPORTS {
        run_in_clone(&project, &[args, &["--check"]].concat())
            .exits_with(0)
            .stdout_is_empty();
        run_in_clone(&project, args).exits_with(0);
    }
    let ran = run_in_clone(&project, &["generate"]).exits_with(0);
    assert!(ran.summary().contains("; 0 files written, "), "{}", ran.err);
    assert_eq!(project.files("clone"), before);
}

#[test]
fn the_build_script_ignores_line_endings() {
    let Some(project) = project_with_clone("") else {
        return;
    };
    let before = project.files("clone");
    for mode in [Mode::Check, Mode::Write] {
        let report = run_as(
            mode,
            &project.path("clone/spec"),
            &project.path("clone/generated"),
        );
        assert_eq!((report.failed, report.text.as_str()), (false, ""));
        assert_eq!(project.files("clone"), before);
    }
}

#[test]
fn a_change_in_a_crlf_checkout_is_written_with_lf() {
    let Some(project) = project_with_clone("") else {
        return;
    };
    let page = project.read("clone/spec/definitions/stone-definition.md");
    project.write(
        "clone/spec/definitions/stone-definition.md",
        &page.replace("grams", "pounds"),
    );
    let ran = run_in_clone(&project, &["check"])
        .exits_with(1)
        .stderr_contains("2 files in `generated` differ");
    let removed = ran
        .out
        .lines()
        .filter(|line| line.starts_with('-') && !line.starts_with("---"));
    assert!(removed.count() <= 3, "{}", ran.out);
    run_in_clone(&project, &["generate"]).exits_with(0);
    assert!(
        !project
            .read("clone/generated/src/models/stone.rs")
            .contains('\r')
    );
    run_in_clone(&project, &["check"]).exits_with(0);
    project.git("clone", "add .");
    let changed = project.git("clone", "diff --cached --name-only").out;
    assert_eq!(changed.lines().count(), 3, "{changed}");
}

#[test]
fn gitattributes_prevent_crlf_checkouts() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.gitattributes");
    let own = fs::read_to_string(own).unwrap();
    let Some(project) = project_with_clone(&own) else {
        return;
    };
    for file in [
        "spec/definitions/ant-definition.md",
        "generated/src/models/ant.rs",
        "crate/LICENSE",
    ] {
        assert_eq!(project.read(&format!("clone/{file}")), project.read(file));
    }
}
