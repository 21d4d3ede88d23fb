//! An exported crate compiles by itself, with nothing of this workspace around it.

use std::{fs, path::Path, process::Command};

use crate::project::{Project, Ran};

/// Compiles a crate out of reach of any workspace. The dependencies are those of this one, and so at hand.
fn cargo(project: &Project, args: &[&str]) -> Ran {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    if !project.has("crate/Cargo.lock") {
        fs::copy(lock, project.path("crate/Cargo.lock")).unwrap();
    }
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args(args)
        .arg("--offline")
        .current_dir(project.path("crate"));
    cargo.env(
        "CARGO_TARGET_DIR",
        concat!(env!("CARGO_TARGET_TMPDIR"), "/stand-alone"),
    );
    cargo
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_TERM_COLOR", "never");
    Ran::of(&mut cargo)
}

#[test]
fn it_compiles_without_a_warning_and_is_used_under_its_name() {
    let project = Project::new();
    let ran = project.run(&[
        "export",
        "--out",
        "crate",
        "--name",
        "six-legs",
        "--version",
        "6.6.6",
    ]);
    ran.exits_with(0);
    project.write(
        "crate/examples/ant.rs",
        "fn main() {\n    let ant = six_legs::Ant { legs: Some(6.into()), ..Default::default() };\n    \
         println!(\"{}\", serde_json::to_string(&ant).unwrap());\n}\n",
    );
    let ran = cargo(&project, &["run", "--example", "ant"])
        .exits_with(0)
        .prints("{\"legs\":6}\n");
    let ran = ran.tells("six-legs v6.6.6");
    assert!(!ran.err.contains("warning"), "{}", ran.err);
    cargo(&project, &["check", "--all-features"]).exits_with(0);
    cargo(&project, &["check", "--no-default-features"]).exits_with(0);
}
