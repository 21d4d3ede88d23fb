//! A temporary folder with a spec, in which tests run the program.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    time::SystemTime,
};

use tempfile::TempDir;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_genesys-modelgen");

/// The variables by which git passes the location of the repository to its hooks.
const REPOSITORY: [&str; 3] = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"];

/// The header of a property table.
pub const HEAD: &str =
    "| Property | Type | Required | Description |\n|----------|------|----------|-------------|\n";

/// Returns the page of a definition with the given rows.
pub fn page(title: &str, rows: &str) -> String {
    format!("# `{title}` Definition\n\n{HEAD}{rows}")
}

/// A temporary folder with a spec at the default path.
pub struct Project(TempDir);

impl Project {
    /// Creates a folder with the definitions `Ant`, which refers to `Nest`, and `Stone`.
    pub fn new() -> Self {
        let project = Self::empty();
        project.define(
            "Ant",
            "| legs | `number` | No | Six. |\n| nest | [`Nest`](nest-definition.md) | Yes | Its home. |\n",
        );
        project.define("Nest", "| name | `string` | No | What it is called. |\n");
        project.define("Stone", "| weight | `number` | No | In grams. |\n");
        project
    }

    /// Creates a folder without a spec.
    pub fn empty() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }

    pub fn has(&self, path: &str) -> bool {
        self.path(path).symlink_metadata().is_ok()
    }

    /// Adds or replaces a definition in the spec.
    pub fn define(&self, title: &str, rows: &str) {
        self.write(&definition_path(title), &page(title, rows));
    }

    pub fn undefine(&self, title: &str) {
        self.remove(&definition_path(title));
    }

    /// Returns a command that runs the program in this folder, without the environment variables that affect its output.
    pub fn command(&self, args: &[&str]) -> Command {
        self.prepare(Command::new(PROGRAM), args)
    }

    /// Returns a command that runs `line` in a shell and then the program.
    pub fn command_after(&self, line: &str, args: &[&str]) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("{line} && exec \"$0\" \"$@\""), PROGRAM]);
        self.prepare(shell, args)
    }

    fn prepare(&self, mut command: Command, args: &[&str]) -> Command {
        command.args(args).current_dir(self.0.path());
        for name in ["CARGO", "COLUMNS", "NO_COLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        for name in REPOSITORY {
            command.env_remove(name);
        }
        command
    }

    #[track_caller]
    pub fn run(&self, args: &[&str]) -> RunOutput {
        RunOutput::of(&mut self.command(args))
    }

    /// Runs git in a folder without the user's configuration. `line` contains the arguments, separated by spaces.
    #[track_caller]
    pub fn git(&self, folder: &str, line: &str) -> RunOutput {
        let mut git = Command::new("git");
        git.current_dir(self.path(folder));
        for name in REPOSITORY {
            git.env_remove(name);
        }
        for name in ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"] {
            git.env(name, "/dev/null");
        }
        git.args(["-c", "user.name=Ann", "-c", "user.email=ann@example.com"]);
        RunOutput::of(git.args(line.split(' '))).exits_with(0)
    }

    /// Commits all files.
    #[track_caller]
    pub fn commit(&self) {
        self.git("", "add .");
        self.git("", "commit --quiet --message all");
    }

    /// Runs `generate`, which must succeed.
    #[track_caller]
    pub fn generate(&self) -> RunOutput {
        self.run(&["generate"]).exits_with(0)
    }

    /// Returns all files and folders below a folder, with contents and modification times.
    pub fn files(&self, folder: &str) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
        let mut files = BTreeMap::new();
        collect(&self.path(folder), &mut files);
        files
    }

    pub fn everything(&self) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
        self.files("")
    }
}

/// Checks whether git is installed. If not, prints that the test is skipped.
pub fn has_git() -> bool {
    let is_installed = Command::new("git").arg("--version").output().is_ok();
    if !is_installed {
        eprintln!("skipped: git is not installed");
    }
    is_installed
}

fn definition_path(title: &str) -> String {
    format!(
        "spec/definitions/{}-definition.md",
        title.to_ascii_lowercase()
    )
}

fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, (Vec<u8>, SystemTime)>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let data = path.symlink_metadata().unwrap();
        if data.is_dir() {
            collect(&path, files);
        }
        let bytes = if data.is_file() {
            fs::read(&path).unwrap()
        } else {
            Vec::new()
        };
        files.insert(path, (bytes, data.modified().unwrap()));
    }
}

/// The exit status and the output of a process.
#[derive(Debug)]
pub struct RunOutput {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl RunOutput {
    #[track_caller]
    pub fn of(command: &mut Command) -> Self {
        let Output {
            status,
            stdout,
            stderr,
        } = command.output().unwrap();
        Self {
            code: status.code(),
            out: String::from_utf8(stdout).unwrap(),
            err: String::from_utf8(stderr).unwrap(),
        }
    }

    #[track_caller]
    pub fn exits_with(self, code: i32) -> Self {
        assert_eq!(
            self.code,
            Some(code),
            "\nstdout:\n{}\nstderr:\n{}",
            self.out,
            self.err
        );
        self
    }

    #[track_caller]
    pub fn stdout_contains(self, text: &str) -> Self {
        assert!(
            self.out.contains(text),
            "not on stdout: {text}\n{}",
            self.out
        );
        self
    }

    #[track_caller]
    pub fn stdout_is_empty(self) -> Self {
        assert_eq!(self.out, "", "on stdout");
        self
    }

    #[track_caller]
    pub fn stderr_contains(self, text: &str) -> Self {
        assert!(
            self.err.contains(text),
            "not on stderr: {text}\n{}",
            self.err
        );
        self
    }

    #[track_caller]
    pub fn stderr_lacks(self, text: &str) -> Self {
        assert!(!self.err.contains(text), "on stderr: {text}\n{}", self.err);
        self
    }

    #[track_caller]
    pub fn stderr_is_empty(self) -> Self {
        assert_eq!(self.err, "", "on stderr");
        self
    }

    /// Returns the last line of standard error.
    pub fn closing_line(&self) -> &str {
        self.err.lines().last().unwrap_or_default()
    }

    /// Returns the summary of `generate` without the duration.
    #[track_caller]
    pub fn summary(&self) -> &str {
        let (summary, time) = self.closing_line().rsplit_once("; ").unwrap();
        let seconds = time.strip_suffix(" s").unwrap().parse::<f64>();
        assert!(seconds.is_ok_and(|seconds| seconds >= 0.0), "{time}");
        summary
    }
}
