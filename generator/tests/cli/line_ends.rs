//! Git may give a checkout other line ends: that makes no output stale, and is nobody's work.

use std::{fs, path::Path, process::Command};

use genesys_modelgen::build::{Mode, run_as};

use crate::project::{Project, Ran};

const EXPORTS: [&[&str]; 2] = [
    &["export", "--out", "crate"],
    &["export", "--out", "module", "--module"],
];

fn git(project: &Project, folder: &str, line: &str) -> Ran {
    let who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"];
    let mut git = Command::new("git");
    git.args(who)
        .args(line.split(' '))
        .current_dir(project.path(folder));
    git.env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null");
    Ran::of(&mut git).exits_with(0)
}

/// A repository with a spec, its output and both exports, and a clone of it as on Windows.
fn cloned(attributes: &str) -> Project {
    let project = Project::new();
    project.write("spec/LICENSE-docs", "Do as you like,\nand name me.\n");
    project.write(".gitattributes", attributes);
    project.generate();
    for args in EXPORTS {
        project.run(args).exits_with(0);
    }
    git(&project, "", "init --quiet");
    git(&project, "", "add .");
    git(&project, "", "commit --quiet --message all");
    git(
        &project,
        "",
        "clone --quiet --config core.autocrlf=true . clone",
    );
    project
}

fn run(project: &Project, args: &[&str]) -> Ran {
    Ran::of(project.command(args).current_dir(project.path("clone")))
}

#[test]
fn what_git_checked_out_with_other_line_ends_is_up_to_date() {
    let project = cloned("");
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
    run(&project, &["check"]).exits_with(0).prints_nothing();
    for args in EXPORTS {
        run(&project, &[args, &["--check"]].concat())
            .exits_with(0)
            .prints_nothing();
        run(&project, args).exits_with(0);
    }
    let ran = run(&project, &["generate"]).exits_with(0);
    assert!(ran.summary().contains("; 0 files written, "), "{}", ran.err);
    assert_eq!(project.files("clone"), before);
}

#[test]
fn the_build_script_has_nothing_to_say_or_to_do_about_line_ends() {
    let project = cloned("");
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
fn a_change_shows_alone_and_is_written_with_the_generator_s_line_ends() {
    let project = cloned("");
    let page = project.read("clone/spec/definitions/stone-definition.md");
    project.write(
        "clone/spec/definitions/stone-definition.md",
        &page.replace("grams", "pounds"),
    );
    let ran = run(&project, &["check"])
        .exits_with(1)
        .tells("2 files in `generated` differ");
    let removed = ran
        .out
        .lines()
        .filter(|line| line.starts_with('-') && !line.starts_with("---"));
    assert!(removed.count() <= 3, "{}", ran.out);
    run(&project, &["generate"]).exits_with(0);
    assert!(
        !project
            .read("clone/generated/src/models/stone.rs")
            .contains('\r')
    );
    run(&project, &["check"]).exits_with(0);
    git(&project, "clone", "add .");
    let changed = git(&project, "clone", "diff --cached --name-only").out;
    assert_eq!(changed.lines().count(), 3, "{changed}");
}

#[test]
fn the_attributes_of_this_repository_give_every_checkout_the_same_bytes() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.gitattributes");
    let project = cloned(&fs::read_to_string(own).unwrap());
    for file in [
        "spec/definitions/ant-definition.md",
        "generated/src/models/ant.rs",
        "crate/LICENSE",
    ] {
        assert_eq!(project.read(&format!("clone/{file}")), project.read(file));
    }
}
