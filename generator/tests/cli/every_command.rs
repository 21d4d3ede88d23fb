//! Every command that gives something out, run in one place, and all that came of it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::project::{PROGRAM, Project, Ran};

/// The commands. What they write goes to `out`; `old` is another spec than `spec`.
const COMMANDS: [&str; 18] = [
    "generate --spec spec --out out/generated",
    "generate --spec old --out out/stale",
    "check --spec spec --out out/stale",
    "check --spec spec --out out/stale --format json",
    "check --spec spec --out out/stale --format github",
    "generate --spec spec --out out/stale --changelog out/CHANGELOG.md",
    "export --spec spec --out out/crate --name some-models",
    "export --spec spec --out out/module --module --roots roots.txt",
    "schema --spec spec",
    "schema --spec spec --format json-schema",
    "schema --spec spec --format dot",
    "why JourneyCustomer --spec spec",
    "diff old spec",
    "diff old spec --format markdown",
    "diff old spec --format json",
    "lint --spec spec",
    "lint --spec spec --format json",
    "lint --spec spec --format github",
];

/// What came of every command.
#[derive(Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The exit codes, what was printed and what was told.
    pub runs: Vec<(&'static str, Option<i32>, String, String)>,
    /// The files that were written.
    pub files: BTreeMap<PathBuf, Vec<u8>>,
}

/// Runs every command in a project where nothing has been written yet.
pub fn run(project: &Project, environment: impl Fn(&mut Command)) -> Outcome {
    let runs = COMMANDS.map(|line| {
        let args: Vec<_> = line.split(' ').collect();
        let mut command = project.command(&args);
        environment(&mut command);
        let Ran { code, out, err } = Ran::of(&mut command);
        (line, code, out, without_time(&err))
    });
    Outcome {
        runs: runs.into(),
        files: written(project),
    }
}

/// What is in `out`.
fn written(project: &Project) -> BTreeMap<PathBuf, Vec<u8>> {
    let root = project.path("out");
    let files = project.files("out").into_iter();
    let files = files.filter(|(path, _)| path.is_file());
    files
        .map(|(path, (bytes, _))| (path.strip_prefix(&root).unwrap().to_owned(), bytes))
        .collect()
}

/// The only thing that may differ is how long a run took.
fn without_time(told: &str) -> String {
    let lines = told.lines().map(|line| match line.rsplit_once("; ") {
        Some((line, time)) if time.ends_with(" s") => line,
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A project's files by their paths, before they are written.
pub type Files = Vec<(String, String)>;

/// The workspace's own spec with things to warn of, and an older one that differs in many ways, some of them alike.
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
    files.extend((0..40).map(warned));
    let overrides = "secrets = [\"address\"]\n\n[definitions.Wrapup]\nrename = \"WrapUp\"\n";
    files.push(("spec/overrides.toml".into(), overrides.into()));
    files
}

/// A definition that only the newer spec has, with a line break to be warned of.
fn warned(number: usize) -> (String, String) {
    let rows = "| ant | [`Wrapup`](wrapup-definition.md) | No | A\nfriend. |\n";
    let page = crate::project::page(&format!("Beetle{number}"), rows);
    (
        format!("spec/definitions/beetle{number}-definition.md"),
        page,
    )
}

/// A project with these files, made in this order.
pub fn project(files: &[(String, String)]) -> Project {
    let project = Project::empty();
    for (path, text) in files {
        project.write(path, text);
    }
    project
}

/// The program, to be run by a shell after a line of its own.
pub fn after(line: &str, args: &[&str]) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("{line} && exec \"$0\" \"$@\""), PROGRAM]);
    shell.args(args);
    shell
}
