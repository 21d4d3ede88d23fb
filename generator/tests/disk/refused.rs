//! Folders and files that the system keeps to itself.

use std::{
    fs::{self, Permissions},
    os::unix::{
        fs::{MetadataExt, PermissionsExt, chown},
        process::CommandExt,
    },
    path::Path,
    process::{Command, Output},
};

use crate::states::{PROGRAM, STAGING, State, States, failed, finished};

/// Somebody without rights of their own, as whom the program runs where the tests are run by root.
const NOBODY: u32 = 65534;

/// States whose files belong to somebody whom the system refuses something.
struct Refusing(States);

impl Refusing {
    fn new() -> Self {
        let states = States::new();
        // By another process: a file that this one has open for writing, if only in a child of its, cannot be executed.
        let copy = Command::new("cp")
            .arg(PROGRAM)
            .arg(states.dir().join("program"))
            .status();
        assert!(copy.unwrap().success());
        if is_root(states.dir()) {
            give_away(states.dir());
        }
        Self(states)
    }

    /// Runs the program where a path has other permissions, which it gets back.
    fn with(&self, path: &str, mode: u32, command: &str, state: State) -> Output {
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
        if is_given_away(dir) {
            program.uid(NOBODY).gid(NOBODY);
        }
        program
    }
}

fn is_root(path: &Path) -> bool {
    fs::metadata(path).unwrap().uid() == 0
}

fn is_given_away(path: &Path) -> bool {
    fs::metadata(path).unwrap().uid() == NOBODY
}

fn give_away(path: &Path) {
    chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            give_away(&entry.unwrap().path());
        }
    }
}

#[test]
fn a_read_only_output_that_is_up_to_date_is_no_trouble() {
    let refusing = Refusing::new();
    for command in ["generate", "check"] {
        finished(&refusing.with("out", 0o555, command, State::Old));
    }
}

#[test]
fn a_read_only_output_that_must_change_is_an_error_of_its_own() {
    let refusing = Refusing::new();
    let told = failed(&refusing.with("out", 0o555, "generate", State::New));
    assert!(
        told.contains("error[M0506]: `out` cannot be written: Permission denied"),
        "{told}"
    );
    assert_eq!(refusing.0.state(), State::Old);
}

#[test]
fn a_read_only_folder_within_is_found_too_late_and_all_is_put_back() {
    let refusing = Refusing::new();
    for folder in ["out/src/models", "out/src"] {
        let told = failed(&refusing.with(folder, 0o555, "generate", State::New));
        assert!(told.contains("error[M0506]: `out/"), "{told}");
        assert!(!told.contains(STAGING), "{told}");
        assert_eq!(refusing.0.state(), State::Old, "{folder}");
    }
    finished(&refusing.command("generate", State::New).output().unwrap());
    assert_eq!(refusing.0.state(), State::New);
}

#[test]
fn a_file_of_the_output_that_may_not_be_read_is_named() {
    let refusing = Refusing::new();
    for command in ["generate", "check"] {
        let told = failed(&refusing.with("out/src/lib.rs", 0, command, State::New));
        assert!(
            told.contains("error[M0502]: `out/src/lib.rs` cannot be read: Permission denied"),
            "{told}"
        );
        assert_eq!(refusing.0.state(), State::Old);
    }
}

#[test]
fn a_file_or_a_folder_of_the_spec_that_may_not_be_read_is_named() {
    let refusing = Refusing::new();
    let path = "new/definitions/ant0-definition.md";
    let told = failed(&refusing.with(path, 0, "generate", State::New));
    assert!(
        told.contains(&format!(
            "error[M0003]: cannot read `{path}`: Permission denied"
        )),
        "{told}"
    );
    let told = failed(&refusing.with("new/definitions", 0, "generate", State::New));
    assert!(told.contains("error[M0001]"), "{told}");
    assert_eq!(refusing.0.state(), State::Old);
}
