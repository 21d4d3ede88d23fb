//! Two specs, an output folder, and which of their outputs it holds.

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

/// The folder that is there while a run writes.
pub const STAGING: &str = ".genesys-modelgen";

/// How long a run may take, with all others that it waits for.
const PATIENCE: Duration = Duration::from_mins(2);

pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Which output a folder holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    Old,
    New,
    /// Parts of both, which do not compile.
    Between,
}

impl State {
    /// The folder of the spec that makes it.
    pub const fn spec(self) -> &'static str {
        match self {
            Self::Old => "old",
            Self::New | Self::Between => "new",
        }
    }
}

/// Two specs, old and new, and the outputs that they make.
pub struct States {
    dir: TempDir,
    old: Files,
    new: Files,
}

impl States {
    /// Specs that differ in most files; the output folder holds what the old one makes.
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
            finished(&states.generate(state).output().unwrap());
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

    /// The command that makes the output of a spec.
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

    /// What the output folder holds.
    #[track_caller]
    pub fn state(&self) -> State {
        self.state_of(&files(&self.out()))
    }

    /// Which output these files are; each of them is whole.
    #[track_caller]
    pub fn state_of(&self, found: &Files) -> State {
        for (path, text) in found {
            assert!(self.is_whole(path, text), "{} is torn", path.display());
        }
        match found {
            _ if *found == self.old => State::Old,
            _ if *found == self.new => State::New,
            _ => {
                let entry = found.get(Path::new("src/lib.rs"));
                assert!(entry.is_none_or(|it| is_guard(it)), "a mix that compiles");
                State::Between
            }
        }
    }

    /// Whether a text is one that the file may hold.
    pub fn is_whole(&self, path: &Path, text: &[u8]) -> bool {
        let is_text_of = |files: &Files| files.get(path).is_some_and(|it| it == text);
        is_text_of(&self.old) || is_text_of(&self.new) || is_guard(text)
    }

    /// Runs to the end, after which the output is whole.
    #[track_caller]
    pub fn repair(&self, state: State) {
        finished(&ended(started(self.generate(state))));
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

/// All files in a folder but the drafts.
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

/// A run that has begun, and whose output is kept.
pub fn started(mut command: Command) -> Child {
    let command = command.stdout(Stdio::null()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

/// A run to its end, which must come: nothing waits forever.
#[track_caller]
pub fn ended(mut run: Child) -> Output {
    let latest = Instant::now() + PATIENCE;
    while run.try_wait().unwrap().is_none() {
        if Instant::now() > latest {
            run.kill().unwrap();
            panic!("it does not end");
        }
        sleep(Duration::from_millis(2));
    }
    run.wait_with_output().unwrap()
}

/// Waits until a run begins to write, or ends.
pub fn wait_for_drafts(states: &States, run: &mut Child) {
    let staging = states.out().join(STAGING);
    while !staging.exists() && run.try_wait().unwrap().is_none() {
        sleep(Duration::from_micros(100));
    }
}

/// Tells another thread to end, also where a test fails.
pub struct Over<'a>(pub &'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// A run that ended well.
#[track_caller]
pub fn finished(output: &Output) {
    assert_eq!(output.status.code(), Some(0), "{}", told(output));
}

/// A run that ended with an error; returns what it told.
#[track_caller]
pub fn failed(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2), "{}", told(output));
    told(output)
}

/// What a run told; it did not panic.
#[track_caller]
pub fn told(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!text.contains("panicked"), "{text}");
    text
}
