//! What changed between two specs, for each kind of change and each way to tell it.
//!
//! Every folder in `changes/` has two specs, `old/` and `new/`, and what is told of them: for a terminal in
//! `expected.txt`, as Markdown in `expected.md`, for programs in `expected.json`.
//!
//! `UPDATE_FIXTURES=1 cargo test -p genesys-tests --test changes` writes what is expected anew. The difference is then for
//! a person to read.

use std::{env, fs, path::Path};

use genesys_modelgen::{
    diagnostic::Colour,
    diff::{ChangeKind, Changes, Level, NextVersion, Report, compare, json, markdown, text},
    pipeline,
    schema::{Schema, Selection},
};
use similar::TextDiff;

/// The fixtures' folder, seen from the package's own, where cargo runs its tests.
const FOLDER: &str = "changes";

fn fixtures() -> Vec<String> {
    let entries = fs::read_dir(FOLDER).unwrap().map(Result::unwrap);
    let mut names: Vec<_> = entries
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort_unstable();
    names
}

fn schema(fixture: &str, side: &str) -> Schema {
    let outcome = pipeline::read_schema(
        &Path::new(FOLDER).join(fixture).join(side),
        &Selection::default(),
    );
    assert!(
        outcome.diagnostics.is_empty(),
        "{fixture}/{side}: {:?}",
        outcome.diagnostics
    );
    outcome.value.unwrap()
}

fn changes(fixture: &str) -> Changes {
    compare(&schema(fixture, "old"), &schema(fixture, "new"))
}

/// What is told of a fixture, by file name.
fn told(changes: &Changes) -> [(&'static str, String); 3] {
    let next_version = NextVersion::after("1.4.2".parse().unwrap(), changes.level());
    let report = Report {
        next_version: Some(next_version),
        ..Report::new(changes)
    };
    [
        ("expected.txt", text(&report, Colour::Plain)),
        ("expected.md", markdown(&report)),
        ("expected.json", json(&report)),
    ]
}

/// How what is told of a fixture differs from what is expected, as a unified diff.
fn difference(fixture: &str) -> String {
    let told = told(&changes(fixture)).into_iter();
    told.map(|(name, actual)| {
        let path = format!("{FOLDER}/{fixture}/{name}");
        if env::var_os("UPDATE_FIXTURES").is_some() {
            fs::write(&path, &actual).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        let diff = TextDiff::from_lines(&expected, &actual);
        diff.unified_diff().header(&path, &path).to_string()
    })
    .collect()
}

#[test]
fn what_is_told_of_every_fixture_is_what_is_expected() {
    let differences: String = fixtures()
        .iter()
        .map(|fixture| difference(fixture))
        .collect();
    assert!(
        differences.is_empty(),
        "{differences}\nif this is as it should be: UPDATE_FIXTURES=1 cargo test -p genesys-tests --test changes"
    );
}

#[test]
fn every_kind_and_level_of_change_has_a_fixture() {
    use ChangeKind::{
        DescriptionChanged, ModelAdded, ModelRemoved, PropertyAdded, PropertyRemoved,
        RequiredAdded, RequiredRemoved, TypeChanged, ValueAdded, ValueRemoved,
    };
    let expected = [
        (
            Level::Major,
            vec![
                ModelRemoved,
                PropertyRemoved,
                TypeChanged,
                RequiredAdded,
                PropertyAdded,
                ValueRemoved,
            ],
        ),
        (
            Level::Minor,
            vec![ModelAdded, RequiredRemoved, PropertyAdded, ValueAdded],
        ),
        (Level::Point, vec![DescriptionChanged]),
    ];
    let all: Vec<_> = fixtures().iter().map(|fixture| changes(fixture)).collect();
    for (level, expected) in expected {
        let of_level = all.iter().flatten().filter(|change| change.level == level);
        let mut kinds: Vec<_> = of_level.map(|change| change.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds, expected, "{level}");
    }
}

#[test]
fn the_text_is_the_same_with_colours_but_for_them() {
    for fixture in fixtures() {
        let changes = changes(&fixture);
        let report = Report::new(&changes);
        let coloured = text(&report, Colour::Ansi);
        assert!(coloured.contains("\u{1b}["), "{coloured}");
        assert_eq!(
            without_colours(&coloured),
            text(&report, Colour::Plain),
            "{fixture}"
        );
    }
}

fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.split_once('m').unwrap().1);
    first.to_owned() + &rest.collect::<String>()
}
