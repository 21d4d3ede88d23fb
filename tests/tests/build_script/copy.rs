//! A copy of the workspace without these tests, and cargo run in it.

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

/// There is one copy, for one test at a time.
static COPY_IN_USE: Mutex<()> = Mutex::new(());

pub struct Workspace(#[allow(dead_code, reason = "it is held, not read")] MutexGuard<'static, ()>);

#[allow(clippy::unused_self, reason = "who has no copy must not work on it")]
impl Workspace {
    /// The copy, as like the original as if it were made anew.
    pub fn new() -> Self {
        let guard = COPY_IN_USE.lock().unwrap_or_else(PoisonError::into_inner);
        let had_spec = Path::new(COPY).join("spec").exists();
        for path in ["Cargo.lock", "build.rs", "generator", "generated", "spec"] {
            mirror(&Path::new(ORIGINAL).join(path), &Path::new(COPY).join(path));
        }
        write_if_changed(&Path::new(COPY).join("Cargo.toml"), manifest().as_bytes());
        if !had_spec {
            // Without one, the script has asked cargo to watch nothing that would make it run again.
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

    /// Adds a program that compiles only where the models are as it expects.
    pub fn expect(&self, program: &str) {
        self.write("generated/examples/expectation.rs", program);
    }

    /// Compiles the models, with these variables set.
    pub fn build(&self, variables: &[(&str, &str)]) -> Built {
        self.cargo(
            &["check", "--verbose", "--package", "genesys-models"],
            variables,
        )
    }

    /// Compiles the models and what is expected of them.
    pub fn build_expectation(&self) -> Built {
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

    fn cargo(&self, args: &[&str], variables: &[(&str, &str)]) -> Built {
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
        // Whoever debugs these tests gets backtraces of them, but the script must print none even so.
        cargo
            .env("RUST_BACKTRACE", "1")
            .env("CARGO_PROFILE_DEV_DEBUG", "0");
        let Output { status, stderr, .. } = cargo.envs(variables.iter().copied()).output().unwrap();
        Built {
            succeeded: status.success(),
            text: String::from_utf8(stderr).unwrap(),
        }
    }
}

/// The manifest without these tests and without optimization, which would cost more than it saves.
fn manifest() -> String {
    let text = fs::read_to_string(Path::new(ORIGINAL).join("Cargo.toml")).unwrap();
    let mut manifest: toml::Table = text.parse().unwrap();
    let workspace = manifest["workspace"].as_table_mut().unwrap();
    workspace.insert("members".to_owned(), vec!["generator", "generated"].into());
    manifest.remove("profile");
    manifest.to_string()
}

/// Makes one path like another, and leaves what is the same alone, so that cargo sees no change in it.
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

fn touch(path: &Path) {
    let file = fs::File::options().append(true).open(path).unwrap();
    file.set_modified(SystemTime::now()).unwrap();
}

/// What cargo did, and told on stderr.
pub struct Built {
    pub succeeded: bool,
    pub text: String,
}

impl Built {
    #[track_caller]
    pub fn succeeds(self) -> Self {
        assert!(self.succeeded, "{}", self.text);
        self
    }

    #[track_caller]
    pub fn fails(self) -> Self {
        assert!(!self.succeeded, "{}", self.text);
        self
    }

    #[track_caller]
    pub fn tells(self, text: &str) -> Self {
        assert!(self.text.contains(text), "not told: {text}\n{}", self.text);
        self
    }

    #[track_caller]
    pub fn never_tells(self, text: &str) -> Self {
        assert!(!self.text.contains(text), "told: {text}\n{}", self.text);
        self
    }
}
