//! Two specs, their outputs, and a check of which output a folder contains.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::atomic::{AtomicBool, Ordering},
    thread::sleep,
    time::{Duration, Instant},
};

use tempfile::TempDir;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_genesys-modelgen");

/// The folder in the output that exists while a run writes.
pub const STAGING: &str = ".genesys-modelgen";

/// The time after which a run is killed. Even on a slow machine a run takes only seconds, unless it hangs.
const TIMEOUT: Duration = Duration::from_mins(10);

pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// The state of an output folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    Old,
    New,
    /// Parts of both, which do not compile.
    Between,
}

impl State {
    /// Returns the folder of the spec that produces this output.
    pub const fn spec(self) -> &'static str {
        match self {
            Self::Old => "old",
            Self::New | Self::Between => "new",
        }
    }
}

/// An old and a new spec, and the output of each.
pub struct States {
    dir: TempDir,
    old: Files,
    new: Files,
}

impl States {
    /// Creates two specs that differ in most files, and generates the output of the old one.
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        for number in 0..40 {
            // Two of three definitions are in both specs.
            for (spec, left_out) in [("old", 0), ("new", 1)] {
                if number % 3 != left_out {
                    define(&dir.path().join(spec), number, spec);
                }
            }
        }
        let mut states = Self {
            dir,
            old: Files::new(),
            new: Files::new(),
        };
        for state in [State::New, State::Old] {
            assert_success(&states.generate(state).output().unwrap());
            *states.files_mut(state) = files(&states.out());
        }
        states
    }

    pub fn dir(&self) -> &Path {
        self.dir.path()
    }

    pub fn out(&self) -> PathBuf {
        self.dir().join("out")
    }

    /// Returns the command that generates the output of a spec.
    pub fn generate(&self, state: State) -> Command {
        self.command("generate", state)
    }

    pub fn command(&self, command: &str, state: State) -> Command {
        let mut program = Command::new(PROGRAM);
        program
            .current_dir(self.dir())
            .args([command, "--spec", state.spec(), "--out", "out"]);
        program
    }

    /// Returns the state of the output folder.
    #[track_caller]
    pub fn state(&self) -> State {
        self.state_of(&files(&self.out()))
    }

    /// Returns the state of an output with these files, and checks that each of them is complete.
    #[track_caller]
    pub fn state_of(&self, found: &Files) -> State {
        for (path, text) in found {
            assert!(
                self.is_complete(path, text),
                "{} is incomplete",
                path.display()
            );
        }
        match found {
            _ if *found == self.old => State::Old,
            _ if *found == self.new => State::New,
            _ => {
                let entry = found.get(Path::new("src/lib.rs"));
                assert!(
                    entry.is_none_or(|it| is_guard(it)),
                    "parts of both outputs that compile"
                );
                State::Between
            }
        }
    }

    /// Checks whether the content of a file is the old one, the new one or the guard, and not only a part of it.
    pub fn is_complete(&self, path: &Path, text: &[u8]) -> bool {
        let is_text_of = |files: &Files| files.get(path).is_some_and(|it| it == text);
        is_text_of(&self.old) || is_text_of(&self.new) || is_guard(text)
    }

    /// Runs `generate` and checks that it completes the output and leaves no drafts.
    #[track_caller]
    pub fn repair(&self, state: State) {
        assert_success(&wait(spawn(self.generate(state))));
        assert_eq!(self.state(), state);
        assert!(!self.out().join(STAGING).exists(), "drafts are left");
    }

    fn files_mut(&mut self, state: State) -> &mut Files {
        match state {
            State::Old => &mut self.old,
            State::New | State::Between => &mut self.new,
        }
    }
}

fn is_guard(text: &[u8]) -> bool {
    String::from_utf8_lossy(text).contains("\ncompile_error!(")
}

fn define(spec: &Path, number: usize, text: &str) {
    let folder = spec.join("definitions");
    fs::create_dir_all(&folder).unwrap();
    let page = format!(
        "# `Ant{number}` Definition\n\n| Property | Type | Required | Description |\n|---|---|---|---|\n\
         | legs | `number` | No | Six, in the {text} spec. |\n"
    );
    fs::write(folder.join(format!("ant{number}-definition.md")), page).unwrap();
}

/// Returns all files in a folder except the drafts.
pub fn files(folder: &Path) -> Files {
    let mut files = Files::new();
    collect(folder, Path::new(""), &mut files);
    files
}

fn collect(root: &Path, folder: &Path, files: &mut Files) {
    for entry in fs::read_dir(root.join(folder)).unwrap() {
        let name = entry.unwrap().file_name();
        let path = folder.join(&name);
        if name == STAGING {
            continue;
        }
        if root.join(&path).is_dir() {
            collect(root, &path, files);
        } else {
            files.insert(path.clone(), fs::read(root.join(path)).unwrap());
        }
    }
}

/// Starts a run, with its standard error captured.
pub fn spawn(mut command: Command) -> Child {
    let command = command.stdout(Stdio::null()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

/// Waits for a run to end, and kills it if it hangs.
#[track_caller]
pub fn wait(mut run: Child) -> Output {
    let deadline = Instant::now() + TIMEOUT;
    while run.try_wait().unwrap().is_none() {
        if Instant::now() > deadline {
            run.kill().unwrap();
            panic!("the run hangs");
        }
        sleep(Duration::from_millis(2));
    }
    run.wait_with_output().unwrap()
}

/// Waits until a run has created its staging folder, or has ended.
pub fn wait_for_drafts(states: &States, run: &mut Child) {
    let staging = states.out().join(STAGING);
    while !staging.exists() && run.try_wait().unwrap().is_none() {
        sleep(Duration::from_micros(100));
    }
}

/// Sets a flag when it is dropped, so that a thread also stops if the test panics.
pub struct StopOnDrop<'a>(pub &'a AtomicBool);

impl Drop for StopOnDrop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Checks that a run succeeded.
#[track_caller]
pub fn assert_success(output: &Output) {
    assert_eq!(output.status.code(), Some(0), "{}", stderr(output));
}

/// Checks that a run failed without a panic, and returns its standard error.
#[track_caller]
pub fn assert_failure(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2), "{}", stderr(output));
    stderr(output)
}

/// Returns the standard error of a run, and checks that it did not panic.
#[track_caller]
pub fn stderr(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!text.contains("panicked"), "{text}");
    text
}

/// Waits until a run has opened the lock file, which it does just before it waits for the lock, or has ended.
///
/// Returns at once except on Linux, because other systems do not list the open files of a process in `/proc`.
pub fn wait_for_open_lock(states: &States, run: &mut Child) {
    // The links in `/proc` have canonical targets.
    let out = fs::canonicalize(states.out()).unwrap();
    let lock = out.join(STAGING).join("lock");
    let open_files = PathBuf::from(format!("/proc/{}/fd", run.id()));
    let has_opened = || {
        let files = fs::read_dir(&open_files).into_iter().flatten().flatten();
        let mut targets = files.filter_map(|file| fs::read_link(file.path()).ok());
        targets.any(|target| target == lock)
    };
    while cfg!(target_os = "linux") && !has_opened() && run.try_wait().unwrap().is_none() {
        sleep(Duration::from_millis(1));
    }
}
