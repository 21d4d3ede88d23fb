//! Runs cargo in a copy of the workspace without the tests.
//!
//! The copy and its target folder are reused by later runs, so that only the first run compiles everything.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::{Mutex, MutexGuard, PoisonError},
    time::SystemTime,
};

const ORIGINAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
const COPY: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/build-script/workspace");
pub const TARGET: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/build-script/target");

/// Serializes the tests, because they share one copy.
static COPY_LOCK: Mutex<()> = Mutex::new(());

pub struct Workspace(
    #[allow(dead_code, reason = "held until the test ends")] MutexGuard<'static, ()>,
);

#[allow(clippy::unused_self, reason = "a test must hold the lock")]
impl Workspace {
    /// Locks the copy and restores it to the state of the original.
    pub fn new() -> Self {
        let guard = COPY_LOCK.lock().unwrap_or_else(PoisonError::into_inner);
        let had_spec = Path::new(COPY).join("spec").exists();
        for path in [
            "Cargo.lock",
            "build.rs",
            "generator",
            "generated",
            "runtime",
            "spec",
        ] {
            mirror(&Path::new(ORIGINAL).join(path), &Path::new(COPY).join(path));
        }
        write_if_changed(&Path::new(COPY).join("Cargo.toml"), manifest().as_bytes());
        if !had_spec {
            // Without a spec, the build script did not ask cargo to watch one, so cargo would not run it again.
            touch(&Path::new(COPY).join("build.rs"));
        }
        Self(guard)
    }

    pub fn path(&self, path: &str) -> PathBuf {
        Path::new(COPY).join(path)
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }

    /// Adds an example to the crate of the models, which compiles only if they are as expected.
    pub fn add_example(&self, program: &str) {
        self.write("generated/examples/expectation.rs", program);
    }

    /// Compiles the models with environment variables.
    pub fn build(&self, variables: &[(&str, &str)]) -> BuildOutput {
        self.cargo(
            &["check", "--verbose", "--package", "genesys-models"],
            variables,
        )
    }

    /// Compiles the models and the example from [`Self::add_example`].
    pub fn build_example(&self) -> BuildOutput {
        self.cargo(
            &[
                "check",
                "--package",
                "genesys-models",
                "--example",
                "expectation",
            ],
            &[],
        )
    }

    fn cargo(&self, args: &[&str], variables: &[(&str, &str)]) -> BuildOutput {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(args).arg("--offline").current_dir(COPY);
        for name in [
            "CI",
            "GENESYS_MODELGEN",
            "RUSTFLAGS",
            "CARGO_ENCODED_RUSTFLAGS",
        ] {
            cargo.env_remove(name);
        }
        cargo
            .env("CARGO_TARGET_DIR", TARGET)
            .env("CARGO_TERM_COLOR", "never");
        // The script must not print a backtrace, even if this variable is set.
        cargo
            .env("RUST_BACKTRACE", "1")
            .env("CARGO_PROFILE_DEV_DEBUG", "0");
        let Output { status, stderr, .. } = cargo.envs(variables.iter().copied()).output().unwrap();
        BuildOutput {
            succeeded: status.success(),
            stderr: String::from_utf8(stderr).unwrap(),
        }
    }
}

/// Returns the manifest of the copy, without the tests and without profiles, because optimizations take longer than they
/// save here.
fn manifest() -> String {
    let text = fs::read_to_string(Path::new(ORIGINAL).join("Cargo.toml")).unwrap();
    let mut manifest: toml::Table = text.parse().unwrap();
    let workspace = manifest["workspace"].as_table_mut().unwrap();
    workspace.insert(
        "members".to_owned(),
        vec!["generator", "generated", "runtime"].into(),
    );
    manifest.remove("profile");
    manifest.to_string()
}

/// Copies a file or folder, and removes files that the original does not have. Files with the same content are not
/// written, so that cargo detects no change.
pub fn mirror(from: &Path, to: &Path) {
    if !from.is_dir() {
        write_if_changed(to, &fs::read(from).unwrap());
        return;
    }
    fs::create_dir_all(to).unwrap();
    for extra in names(to)
        .into_iter()
        .filter(|name| !from.join(name).exists())
    {
        let extra = to.join(extra);
        if extra.is_dir() {
            fs::remove_dir_all(extra).unwrap();
        } else {
            fs::remove_file(extra).unwrap();
        }
    }
    for name in names(from) {
        mirror(&from.join(&name), &to.join(&name));
    }
}

fn names(folder: &Path) -> Vec<std::ffi::OsString> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect()
}

fn write_if_changed(path: &Path, bytes: &[u8]) {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// Copies the target folder, including modification times, if the copy does not exist yet. This only avoids compiling
/// everything again: cargo's fingerprints do not depend on the path of the folder.
pub fn copy_target(to: &str) {
    if !Path::new(to).exists() {
        let _ = Command::new("cp").args(["-a", TARGET, to]).status();
    }
}

fn touch(path: &Path) {
    let file = fs::File::options().append(true).open(path).unwrap();
    file.set_modified(SystemTime::now()).unwrap();
}

/// The result of a run of cargo.
pub struct BuildOutput {
    pub succeeded: bool,
    pub stderr: String,
}

impl BuildOutput {
    #[track_caller]
    pub fn succeeds(self) -> Self {
        assert!(self.succeeded, "{}", self.stderr);
        self
    }

    #[track_caller]
    pub fn fails(self) -> Self {
        assert!(!self.succeeded, "{}", self.stderr);
        self
    }

    #[track_caller]
    pub fn stderr_contains(self, text: &str) -> Self {
        assert!(
            self.stderr.contains(text),
            "not in stderr: {text}\n{}",
            self.stderr
        );
        self
    }

    #[track_caller]
    pub fn stderr_lacks(self, text: &str) -> Self {
        assert!(
            !self.stderr.contains(text),
            "in stderr: {text}\n{}",
            self.stderr
        );
        self
    }
}
