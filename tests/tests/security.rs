//! `docs/security.md` names the test behind each promise, and these tests are there.

use std::{fs, path::PathBuf};

const DOCUMENT: &str = "docs/security.md";

fn read(path: &str) -> Option<String> {
    let workspace = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    fs::read_to_string(workspace.join(path)).ok()
}

/// A row of a table: a promise, and behind it files and tests as code.
struct Row {
    promise: String,
    spans: Vec<String>,
}

/// The rows of all tables, without their heads.
fn rows() -> Vec<Row> {
    let text = read(DOCUMENT).unwrap();
    let lines: Vec<_> = text.lines().collect();
    let is_row = |line: &str| line.starts_with('|') && !line.starts_with("|---");
    let is_head = |index: usize| {
        lines
            .get(index + 1)
            .is_some_and(|next| next.starts_with("|---"))
    };
    let rows = lines
        .iter()
        .enumerate()
        .filter(|(index, line)| is_row(line) && !is_head(*index));
    rows.map(|(_, line)| row(line)).collect()
}

fn row(line: &str) -> Row {
    let (promise, tests) = line.trim_matches('|').rsplit_once('|').unwrap();
    let spans = tests.split('`').skip(1).step_by(2);
    Row {
        promise: promise.trim().to_owned(),
        spans: spans.map(str::to_owned).collect(),
    }
}

/// Whether a source has a test of this name.
fn has_test(source: &str, name: &str) -> bool {
    let start = format!("fn {name}(");
    let lines: Vec<_> = source.lines().map(str::trim).collect();
    let places = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.starts_with(&start));
    let mut attributes = places.map(|(index, _)| {
        let before = lines[..index].iter().rev();
        before.take_while(|line| line.starts_with("#[") || line.starts_with("//"))
    });
    attributes.any(|mut before| before.any(|line| *line == "#[test]"))
}

/// Whether a file is a test as a whole, as scripts, workflows and targets for fuzzing are.
fn is_whole(path: &str) -> bool {
    let folders = ["scripts/", "fuzz/", ".github/"];
    folders.iter().any(|folder| path.starts_with(folder))
}

#[test]
fn every_promise_has_tests_and_they_are_there() {
    let rows = rows();
    assert!(rows.len() > 30, "{}", rows.len());
    for Row { promise, spans } in rows {
        let (mut file, mut tests) = (None, 0);
        for span in &spans {
            if span.contains('/') {
                let source =
                    read(span).unwrap_or_else(|| panic!("there is no `{span}` for: {promise}"));
                tests += usize::from(is_whole(span));
                file = Some((span, source));
            } else {
                let (path, source) = file
                    .as_ref()
                    .unwrap_or_else(|| panic!("no file: {promise}"));
                assert!(
                    has_test(source, span),
                    "there is no test `{span}` in `{path}` for: {promise}"
                );
                tests += 1;
            }
        }
        assert!(tests > 0, "no test: {promise}");
    }
}

#[test]
fn a_name_that_is_no_test_is_noticed() {
    let source = "#[test]\n#[ignore]\nfn one() {}\n\nfn two() {}\n// #[test]\n    #[test]\n    fn three(text in any()) {}\n";
    let found: Vec<_> = ["one", "two", "three", "four", "on"]
        .into_iter()
        .filter(|name| has_test(source, name))
        .collect();
    assert_eq!(found, ["one", "three"]);
}
