//! Runs every command that produces output, and collects the results.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::project::{Project, RunOutput};

/// Commands that write to `out`; the specs `old` and `spec` differ.
const COMMANDS: [&str; 23] = [
    "generate --spec spec --out out/generated",
    "generate --spec old --out out/stale",
    "check --spec spec --out out/stale",
    "check --spec spec --out out/stale --format json",
    "check --spec spec --out out/stale --format github",
    "generate --spec spec --out out/stale --changelog out/CHANGELOG.md",
    "export --spec spec --out out/crate --name some-models",
    "export --spec spec --out out/module --module --roots roots.txt",
    "export --spec spec --out out/area --name some-area --area conversations",
    "areas --spec spec",
    "areas --spec spec --format json",
    "schema --spec spec --area conversations",
    "schema --spec spec",
    "schema --spec spec --format json-schema",
    "schema --spec spec --format dot",
    "schema --spec spec --format mermaid",
    "why JourneyCustomer --spec spec",
    "diff old spec",
    "diff old spec --format markdown",
    "diff old spec --format json",
    "lint --spec spec",
    "lint --spec spec --format json",
    "lint --spec spec --format github",
];

/// The results of all commands.
#[derive(Debug, PartialEq, Eq)]
pub struct Results {
    /// Command line, exit status, standard output and standard error.
    pub runs: Vec<(&'static str, Option<i32>, String, String)>,
    /// The written files.
    pub files: BTreeMap<PathBuf, Vec<u8>>,
}

/// Returns all cases if `CI` is set, and otherwise only the first `count`, because each case runs every command.
pub fn cases<T>(all: &[T], count: usize) -> &[T] {
    if env::var_os("CI").is_some() {
        all
    } else {
        &all[..count]
    }
}

/// Runs every command in a project that has no output yet.
pub fn run(project: &Project, environment: impl Fn(&mut Command)) -> Results {
    let runs = COMMANDS.map(|line| {
        let args: Vec<_> = line.split(' ').collect();
        let mut command = project.command(&args);
        environment(&mut command);
        let RunOutput { code, out, err } = RunOutput::of(&mut command);
        (line, code, out, without_duration(&err))
    });
    Results {
        runs: runs.into(),
        files: output_files(project),
    }
}

/// Returns the files in `out`.
fn output_files(project: &Project) -> BTreeMap<PathBuf, Vec<u8>> {
    let root = project.path("out");
    let files = project.files("out").into_iter();
    let files = files.filter(|(path, _)| path.is_file());
    files
        .map(|(path, (bytes, _))| (path.strip_prefix(&root).unwrap().to_owned(), bytes))
        .collect()
}

/// Removes the duration of the run, like `; 0.1 s`.
fn without_duration(stderr: &str) -> String {
    let lines = stderr.lines().map(|line| match line.rsplit_once("; ") {
        Some((line, time)) if time.ends_with(" s") => line,
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Paths and texts of a project's files.
pub type Files = Vec<(String, String)>;

/// Returns the workspace's spec with warnings added, as `spec`, and a copy with renamed properties, as `old`.
pub fn specs() -> Files {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
    let mut files = vec![(
        "roots.txt".into(),
        "CallbackMediaParticipant\nWrapup # too\n".into(),
    )];
    for folder in ["definitions", "classes", "."] {
        for entry in fs::read_dir(spec.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let Ok(text) = fs::read_to_string(&path) else {
                continue;
            };
            let name = path.file_name().unwrap().to_str().unwrap();
            let old = text
                .replace("| id |", "| key |")
                .replace("| name |", "| label |");
            files.push((format!("old/{folder}/{name}"), old));
            files.push((format!("spec/{folder}/{name}"), text));
        }
    }
    files.extend((0..40).map(definition_with_warning));
    let overrides = "secrets = [\"address\"]\n\n[definitions.Wrapup]\nrename = \"WrapUp\"\n";
    files.push(("spec/overrides.toml".into(), overrides.into()));
    files
}

/// Returns a definition with a line break in a row, which causes a warning.
fn definition_with_warning(number: usize) -> (String, String) {
    let rows = "| ant | [`Wrapup`](wrapup-definition.md) | No | A\nfriend. |\n";
    let page = crate::project::page(&format!("Beetle{number}"), rows);
    (
        format!("spec/definitions/beetle{number}-definition.md"),
        page,
    )
}

/// Creates a project with the given files, in the given order.
pub fn project(files: &[(String, String)]) -> Project {
    let project = Project::empty();
    for (path, text) in files {
        project.write(path, text);
    }
    project
}
