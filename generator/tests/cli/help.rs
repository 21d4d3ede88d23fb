//! Help texts, compared with the snapshot in `help.txt`.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test -p genesys-modelgen --test cli` rewrites the file.

use std::{env, fs};

use crate::project::Project;

const SNAPSHOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/help.txt");

const COMMANDS: [&[&str]; 11] = [
    &[],
    &["generate"],
    &["check"],
    &["lint"],
    &["schema"],
    &["diff"],
    &["areas"],
    &["why"],
    &["export"],
    &["explain"],
    &["completions"],
];

fn help(command: &[&str]) -> String {
    let ran = Project::empty()
        .run(&[command, &["--help"]].concat())
        .exits_with(0)
        .stderr_is_empty();
    // On Windows, the name is `genesys-modelgen.exe`.
    let text = ran.out.replace(".exe", "");
    format!(
        "$ genesys-modelgen {}\n{text}\n",
        [command, &["--help"]].concat().join(" ")
    )
}

#[test]
fn every_help_text_matches_the_snapshot() {
    let helps = COMMANDS.map(help).concat();
    if env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(SNAPSHOT, &helps).unwrap();
    }
    let expected = fs::read_to_string(SNAPSHOT).unwrap();
    assert_eq!(
        helps, expected,
        "to accept the new text: UPDATE_SNAPSHOTS=1 cargo test -p genesys-modelgen --test cli"
    );
}

#[test]
fn the_snapshot_covers_every_command() {
    let listed = help(&[]);
    let listed = listed
        .split_once("Commands:\n")
        .unwrap()
        .1
        .split("\n\n")
        .next()
        .unwrap();
    let listed: Vec<_> = listed
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .collect();
    let listed: Vec<_> = listed
        .iter()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let expected: Vec<_> = COMMANDS
        .iter()
        .copied()
        .flatten()
        .copied()
        .chain(["help"])
        .collect();
    assert_eq!(listed, expected);
}

#[test]
fn without_a_command_the_help_goes_to_stderr() {
    Project::empty()
        .run(&[])
        .exits_with(2)
        .stdout_is_empty()
        .stderr_contains("Usage: genesys-modelgen");
}

#[test]
fn the_version_is_that_of_the_package() {
    let expected = concat!("genesys-modelgen ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(
        Project::empty().run(&["--version"]).exits_with(0).out,
        expected
    );
}
