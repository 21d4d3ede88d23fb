//! Folders and files without the needed permissions.

use std::{
    fs::{self, Permissions},
    os::unix::{
        fs::{MetadataExt, PermissionsExt, chown},
        process::CommandExt,
    },
    path::Path,
    process::{Command, Output},
};

use crate::states::{PROGRAM, STAGING, State, States, assert_failure, assert_success};

/// The user that runs the program if the tests are run by root, who has all permissions.
const NOBODY: u32 = 65534;

/// States with files that belong to a user without privileges, if the tests are run by root.
struct UnprivilegedStates(States);

impl UnprivilegedStates {
    fn new() -> Self {
        let states = States::new();
        // `fs::copy` would fail here: a process forked by another test inherits the open file, which then cannot be executed.
        let copy = Command::new("cp")
            .arg(PROGRAM)
            .arg(states.dir().join("program"))
            .status();
        assert!(copy.unwrap().success());
        if is_root(states.dir()) {
            give_to_nobody(states.dir());
        }
        Self(states)
    }

    /// Runs the program while the permissions of a path are `mode`.
    fn run_with_mode(&self, path: &str, mode: u32, command: &str, state: State) -> Output {
        let path = self.0.dir().join(path);
        let before = fs::metadata(&path).unwrap().permissions();
        fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
        let output = self.command(command, state).output().unwrap();
        fs::set_permissions(&path, before).unwrap();
        output
    }

    fn command(&self, command: &str, state: State) -> Command {
        let dir = self.0.dir();
        let mut program = Command::new(dir.join("program"));
        program
            .args(self.0.command(command, state).get_args())
            .current_dir(dir);
        if belongs_to_nobody(dir) {
            program.uid(NOBODY).gid(NOBODY);
        }
        program
    }
}

fn is_root(path: &Path) -> bool {
    fs::metadata(path).unwrap().uid() == 0
}

fn belongs_to_nobody(path: &Path) -> bool {
    fs::metadata(path).unwrap().uid() == NOBODY
}

fn give_to_nobody(path: &Path) {
    chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            give_to_nobody(&entry.unwrap().path());
        }
    }
}

#[test]
fn a_read_only_output_that_is_up_to_date_succeeds() {
    let states = UnprivilegedStates::new();
    for command in ["generate", "check"] {
        assert_success(&states.run_with_mode("out", 0o555, command, State::Old));
    }
}

#[test]
fn a_read_only_output_that_must_change_is_an_error() {
    let states = UnprivilegedStates::new();
    let stderr = assert_failure(&states.run_with_mode("out", 0o555, "generate", State::New));
    assert!(
        stderr.contains("error[M0506]: `out` cannot be written: Permission denied"),
        "{stderr}"
    );
    assert_eq!(states.0.state(), State::Old);
}

#[test]
fn a_read_only_subfolder_fails_the_update_and_restores_the_old_output() {
    let states = UnprivilegedStates::new();
    for folder in ["out/src/models", "out/src"] {
        let stderr = assert_failure(&states.run_with_mode(folder, 0o555, "generate", State::New));
        assert!(stderr.contains("error[M0506]: `out/"), "{stderr}");
        assert!(!stderr.contains(STAGING), "{stderr}");
        assert_eq!(states.0.state(), State::Old, "{folder}");
    }
    assert_success(&states.command("generate", State::New).output().unwrap());
    assert_eq!(states.0.state(), State::New);
}

#[test]
fn an_unreadable_file_in_the_output_is_named() {
    let states = UnprivilegedStates::new();
    for command in ["generate", "check"] {
        let stderr =
            assert_failure(&states.run_with_mode("out/src/lib.rs", 0, command, State::New));
        assert!(
            stderr.contains("error[M0502]: `out/src/lib.rs` cannot be read: Permission denied"),
            "{stderr}"
        );
        assert_eq!(states.0.state(), State::Old);
    }
}

#[test]
fn an_unreadable_file_or_folder_in_the_spec_is_named() {
    let states = UnprivilegedStates::new();
    let path = "new/definitions/ant0-definition.md";
    let stderr = assert_failure(&states.run_with_mode(path, 0, "generate", State::New));
    assert!(
        stderr.contains(&format!(
            "error[M0003]: cannot read `{path}`: Permission denied"
        )),
        "{stderr}"
    );
    let stderr =
        assert_failure(&states.run_with_mode("new/definitions", 0, "generate", State::New));
    assert!(stderr.contains("error[M0001]"), "{stderr}");
    assert_eq!(states.0.state(), State::Old);
}
