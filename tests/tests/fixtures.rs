//! Specs, and what is expected to come of them.
//!
//! Every folder in `fixtures/` has a `spec/` and what is expected of it: the models in `expected/`, the endpoints in
//! `endpoints/`, the findings as they are told in a terminal in `expected.txt`, or some of these. The models there are compiled by the crate `genesys-fixtures`.
//!
//! `UPDATE_FIXTURES=1 cargo test -p genesys-tests --test fixtures` writes what is expected anew. The difference is then
//! for a person to read: these files are the proof that the output is what it should be.

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

/// Texts by their paths in a fixture's folder.
type Files = BTreeMap<String, String>;

/// The fixtures' folder, seen from the package's own, where cargo runs its tests.
const FOLDER: &str = "fixtures";

/// The names of all fixtures, sorted; what is expected of them is up to date where that was asked for.
static FIXTURES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let names = names();
    if env::var_os("UPDATE_FIXTURES").is_some() {
        for fixture in &names {
            update(fixture);
        }
    }
    names
});

fn names() -> Vec<String> {
    let entries = fs::read_dir(FOLDER).unwrap().map(Result::unwrap);
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<_> = folders
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort_unstable();
    names
}

/// What comes of a fixture's spec.
fn actual(fixture: &str) -> Files {
    let outcome = pipeline::generate(
        Path::new(&format!("{FOLDER}/{fixture}/spec")),
        &Selection::default(),
    );
    let mut files: Files = outcome
        .value
        .iter()
        .flat_map(|generated| generated.tree.iter())
        .filter_map(|(path, text)| Some((expected_path(path)?, text.to_owned())))
        .collect();
    if !outcome.diagnostics.is_empty() {
        let findings = text(&outcome.diagnostics, TextStyle::default());
        files.insert("expected.txt".to_owned(), findings);
    }
    files
}

/// Where a file of the output stands in a fixture's folder: models in one folder, endpoints in another.
fn expected_path(path: &str) -> Option<String> {
    let (folder, name) = path.strip_prefix("src/")?.split_once('/')?;
    match folder {
        "models" => Some(format!("expected/{name}")),
        "endpoints" => Some(format!("endpoints/{name}")),
        _ => None,
    }
}

/// What is expected of a fixture.
fn expected(fixture: &str) -> Files {
    let folder = Path::new(FOLDER).join(fixture);
    let files = |name: &str| {
        let entries = fs::read_dir(folder.join(name)).into_iter().flatten();
        let paths =
            entries.map(|entry| format!("{name}/{}", entry.unwrap().file_name().to_str().unwrap()));
        paths.collect::<Vec<_>>()
    };
    { files("expected").into_iter() }
        .chain(files("endpoints"))
        .chain(["expected.txt".to_owned()])
        .filter_map(|path| {
            let text = fs::read_to_string(folder.join(&path)).ok()?;
            Some((path, text))
        })
        .collect()
}

/// Writes what is expected anew, and removes what no longer is.
fn update(fixture: &str) {
    let (old, new) = (expected(fixture), actual(fixture));
    let folder = Path::new(FOLDER).join(fixture);
    for path in old.keys().filter(|path| !new.contains_key(*path)) {
        fs::remove_file(folder.join(path)).unwrap();
    }
    for (path, text) in new
        .iter()
        .filter(|(path, text)| old.get(*path) != Some(text))
    {
        fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
        fs::write(folder.join(path), text).unwrap();
    }
}

/// How what came of a fixture differs from what is expected, as a unified diff.
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
fn what_comes_of_every_fixture_is_what_is_expected() {
    let differences: String = FIXTURES.iter().map(|fixture| difference(fixture)).collect();
    assert!(
        differences.is_empty(),
        "{differences}\nif this is as it should be: UPDATE_FIXTURES=1 cargo test -p genesys-tests --test fixtures"
    );
}

#[test]
fn every_fixture_expects_something() {
    for fixture in FIXTURES.iter() {
        assert!(!expected(fixture).is_empty(), "{fixture}");
    }
}

#[test]
fn every_expected_output_is_compiled() {
    let lib = fs::read_to_string(format!("{FOLDER}/lib.rs")).unwrap();
    for fixture in FIXTURES.iter() {
        let is_listed = [
            format!("    {fixture}\n"),
            format!("pub mod {fixture} {{\n"),
        ]
        .iter()
        .any(|line| lib.contains(line));
        let has_models = expected(fixture).contains_key("expected/mod.rs");
        assert_eq!(is_listed, has_models, "{fixture} in {FOLDER}/lib.rs");
    }
}

#[test]
fn every_error_and_warning_of_a_spec_has_a_fixture() {
    // Those of the output, of exports, of roots and of comparisons are no matter of a spec alone.
    let elsewhere = [
        "M0001", "M0003", "M0006", "M0206", "M0303", "M0305", "M0501", "M0502", "M0503", "M0504",
        "M0505", "M0506", "M0601", "M0602", "M0603", "M0651",
    ];
    let findings: String = FIXTURES
        .iter()
        .filter_map(|fixture| expected(fixture).remove("expected.txt"))
        .collect();
    for code in Code::ALL {
        let is_shown = findings.contains(&format!("[{code}]"));
        assert_ne!(is_shown, elsewhere.contains(&code.as_str()), "{code}");
    }
}
