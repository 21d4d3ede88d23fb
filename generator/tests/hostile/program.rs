//! A spec, and the program run on it with little memory and not for long.

use std::{
    fs,
    path::PathBuf,
    process::{Child, Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

/// How long a run may take: all that comes here takes a second or two where it grows as its input does, and minutes
/// where it grows with the square.
const PATIENCE: Duration = Duration::from_secs(30);

/// A run's address space, in KiB: a program that keeps ten times the largest file fits in.
const MEMORY: u32 = 1_500_000;

/// The start of a table of properties.
pub const HEAD: &str = "| Property | Type | Required | Description |\n|---|---|---|---|\n";

/// A definition's page with these rows.
pub fn page(title: &str, rows: &str) -> String {
    format!("# `{title}` Definition\n\n{HEAD}{rows}")
}

/// A folder with a spec in it, called `spec`.
pub struct Spec(TempDir);

impl Spec {
    pub fn new() -> Self {
        let spec = Self(tempfile::tempdir().unwrap());
        fs::create_dir_all(spec.path("definitions")).unwrap();
        spec
    }

    /// A spec of these files.
    pub fn of(files: &[(&str, &str)]) -> Self {
        let spec = Self::new();
        for (path, text) in files {
            spec.write(path, text);
        }
        spec
    }

    /// A path in the spec's folder.
    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join("spec").join(path)
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The folder of the output of `generate`.
    pub fn out(&self) -> PathBuf {
        self.0.path().join("generated")
    }

    /// Runs the program here.
    #[track_caller]
    pub fn run(&self, args: &[&str]) -> Ran {
        let limit = format!("ulimit -v {MEMORY} && exec \"$0\" \"$@\"");
        let mut command = if cfg!(target_os = "linux") {
            let mut shell = Command::new("sh");
            shell.args(["-c", &limit, env!("CARGO_BIN_EXE_genesys-modelgen")]);
            shell
        } else {
            Command::new(env!("CARGO_BIN_EXE_genesys-modelgen"))
        };
        // Each thread reserves addresses for itself.
        command.args(args).env("RAYON_NUM_THREADS", "2");
        command.current_dir(self.0.path()).stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        wait(command.spawn().unwrap(), args)
    }
}

/// Reads all that a child says, and ends it where it takes too long.
#[track_caller]
fn wait(mut child: Child, args: &[&str]) -> Ran {
    let (mut out, mut err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    let start = Instant::now();
    let readers = [
        thread::spawn(move || std::io::read_to_string(&mut out).unwrap()),
        thread::spawn(move || std::io::read_to_string(&mut err).unwrap()),
    ];
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("{args:?} takes more than {PATIENCE:?}");
        }
        thread::sleep(Duration::from_millis(10));
    };
    let [stdout, stderr] = readers.map(|reader| reader.join().unwrap().into_bytes());
    Ran::of(Output {
        status,
        stdout,
        stderr,
    })
}

/// What a run came to.
#[derive(Debug)]
pub struct Ran {
    code: Option<i32>,
    said: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        let said =
            String::from_utf8(output.stdout).unwrap() + str::from_utf8(&output.stderr).unwrap();
        let code = output.status.code();
        Self { code, said }
    }

    #[track_caller]
    pub fn exits_with(self, code: i32) -> Self {
        let start: String = self.said.chars().take(2000).collect();
        assert_eq!(self.code, Some(code), "{start}");
        self
    }

    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        let start: String = self.said.chars().take(2000).collect();
        assert!(self.said.contains(text), "{text:?} in {start}");
        self
    }

    #[track_caller]
    pub fn does_not_say(self, text: &str) -> Self {
        assert!(!self.said.contains(text), "{text:?}");
        self
    }
}
