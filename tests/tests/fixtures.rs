//! Compares the output for each fixture with the expected output.
//!
//! Each folder in `fixtures/` has a spec in `spec/` and its expected output: models in `expected/`, endpoints in
//! `endpoints/`, notification topics in `topics.rs` and `events/`, and diagnostics in `expected.txt`, or some of these. The crate `genesys-fixtures` compiles the expected
//! output; it is not a dependency, so that the expected output can be updated even if it does not compile.
//!
//! `UPDATE_FIXTURES=1 cargo test -p genesys-tests --test fixtures` updates the expected output. Review the difference before
//! committing it: these files are the specification of the output.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::Path,
    sync::LazyLock,
};

use genesys_modelgen::{
    diagnostic::{Code, TextStyle, text},
    pipeline,
    schema::Selection,
};
use similar::TextDiff;

/// File contents by path in the folder of a fixture.
type Files = BTreeMap<String, String>;

/// The path of the fixtures relative to the package, which is the working directory of its tests.
const FOLDER: &str = "fixtures";

/// The path of the file of notification topics.
const TOPICS: &str = "topics.rs";

/// The names of all fixtures, sorted. If `UPDATE_FIXTURES` is set, their expected output is updated first.
static FIXTURES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut names = file_names(FOLDER);
    names.retain(|name| Path::new(FOLDER).join(name).is_dir());
    if env::var_os("UPDATE_FIXTURES").is_some() {
        for fixture in &names {
            update(fixture);
        }
    }
    names
});

/// Returns the sorted names of the entries of a folder, or an empty list if the folder does not exist.
fn file_names(folder: impl AsRef<Path>) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort_unstable();
    names
}

/// Generates the output for a fixture.
fn actual(fixture: &str) -> Files {
    let spec = Path::new(FOLDER).join(fixture).join("spec");
    let outcome = pipeline::generate(&spec, &Selection::default());
    let mut files: Files = outcome
        .value
        .iter()
        .flat_map(|generated| generated.tree.iter())
        .filter_map(|(path, text)| Some((expected_path(path)?, text.to_owned())))
        .collect();
    if !outcome.diagnostics.is_empty() {
        let diagnostics = text(&outcome.diagnostics, TextStyle::default());
        files.insert("expected.txt".to_owned(), diagnostics);
    }
    files
}

/// Returns the path of the expected output for a file of the output, if fixtures include it.
fn expected_path(path: &str) -> Option<String> {
    let path = path.strip_prefix("src/")?;
    if path == TOPICS {
        return Some(path.to_owned());
    }
    let (folder, name) = path.split_once('/')?;
    match folder {
        "models" => Some(format!("expected/{name}")),
        "endpoints" | "events" => Some(path.to_owned()),
        _ => None,
    }
}

/// Reads the expected output of a fixture.
fn expected(fixture: &str) -> Files {
    let fixture = Path::new(FOLDER).join(fixture);
    let sources = ["expected", "endpoints", "events"]
        .into_iter()
        .flat_map(|folder| {
            let names = file_names(fixture.join(folder)).into_iter();
            names.map(move |name| format!("{folder}/{name}"))
        });
    sources
        .chain([TOPICS, "expected.txt"].map(str::to_owned))
        .filter_map(|path| {
            let text = fs::read_to_string(fixture.join(&path)).ok()?;
            Some((path, text))
        })
        .collect()
}

/// Replaces the expected output of a fixture with the actual output.
fn update(fixture: &str) {
    let (old, new) = (expected(fixture), actual(fixture));
    let folder = Path::new(FOLDER).join(fixture);
    for path in old.keys().filter(|path| !new.contains_key(*path)) {
        fs::remove_file(folder.join(path)).unwrap();
    }
    for (path, text) in new {
        if old.get(&path) != Some(&text) {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }
}

/// Returns a unified diff of the expected and the actual output of a fixture.
fn difference(fixture: &str) -> String {
    let (expected, actual) = (expected(fixture), actual(fixture));
    let paths: BTreeSet<_> = expected.keys().chain(actual.keys()).collect();
    let text = |files: &Files, path| files.get(path).cloned().unwrap_or_default();
    paths
        .into_iter()
        .map(|path| {
            let name = format!("{FOLDER}/{fixture}/{path}");
            let (old, new) = (text(&expected, path), text(&actual, path));
            let diff = TextDiff::from_lines(&old, &new);
            diff.unified_diff().header(&name, &name).to_string()
        })
        .collect()
}

#[test]
fn every_fixture_produces_its_expected_output() {
    let differences: String = FIXTURES.iter().map(|fixture| difference(fixture)).collect();
    assert!(
        differences.is_empty(),
        "{differences}\nto accept it: UPDATE_FIXTURES=1 cargo test -p genesys-tests --test fixtures"
    );
}

#[test]
fn every_fixture_expects_something() {
    for fixture in FIXTURES.iter() {
        assert!(!expected(fixture).is_empty(), "{fixture}");
    }
}

#[test]
fn every_diagnostic_about_a_spec_has_a_fixture() {
    // Diagnostics about the output, exports, roots and comparisons need more than a spec.
    let elsewhere = [
        "M0001", "M0003", "M0006", "M0206", "M0207", "M0880", "M0303", "M0305", "M0501", "M0502",
        "M0503", "M0504", "M0505", "M0506", "M0601", "M0602", "M0603", "M0651",
    ];
    let diagnostics: String = FIXTURES
        .iter()
        .filter_map(|fixture| expected(fixture).remove("expected.txt"))
        .collect();
    for code in Code::ALL {
        let is_shown = diagnostics.contains(&format!("[{code}]"));
        assert_ne!(is_shown, elsewhere.contains(&code.as_str()), "{code}");
    }
}
