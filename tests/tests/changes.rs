//! Reports of the changes between two specs.
//!
//! Each folder in `changes/` has two specs, `old/` and `new/`, and the reports of their changes in `expected.txt`,
//! `expected.md` and `expected.json`.
//!
//! `UPDATE_FIXTURES=1 cargo test -p genesys-tests --test changes` rewrites the expected reports. Review the difference before
//! committing it.

use std::{env, fs, path::Path};

use genesys_modelgen::{
    diagnostic::Color,
    diff::{
        ApiChangeKind, ChangeKind, ChangeLevel, ChangeReport, Changes, ModelLiterals, NextVersion,
        compare,
    },
    pipeline,
    schema::{Schema, Selection},
};
use similar::TextDiff;

/// The path of the fixtures relative to the package, which is the working directory of its tests.
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

/// Returns the reports of a fixture by file name.
fn reports(changes: &Changes) -> [(&'static str, String); 3] {
    let next_version = {
        let level = changes.version_level(ModelLiterals::Open);
        NextVersion::after("1.4.2".parse().unwrap(), level)
    };
    let report = ChangeReport {
        next_version: Some(next_version),
        ..ChangeReport::new(changes)
    };
    [
        ("expected.txt", report.to_text(Color::Plain)),
        ("expected.md", report.to_markdown()),
        ("expected.json", report.to_json()),
    ]
}

/// Returns the unified diff from the expected to the actual reports of a fixture.
fn difference(fixture: &str) -> String {
    let reports = reports(&changes(fixture)).into_iter();
    reports
        .map(|(name, actual)| {
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
fn the_reports_of_every_fixture_are_as_expected() {
    let differences: String = fixtures()
        .iter()
        .map(|fixture| difference(fixture))
        .collect();
    assert!(
        differences.is_empty(),
        "{differences}\nif the new reports are correct: UPDATE_FIXTURES=1 cargo test -p genesys-tests --test changes"
    );
}

#[test]
fn every_kind_and_level_of_change_has_a_fixture() {
    use ChangeKind::{
        DescriptionChanged, ModelAdded, ModelRemoved, PropertyAdded, PropertyRemoved,
        ReadOnlyAdded, ReadOnlyRemoved, RequiredAdded, RequiredRemoved, TypeChanged, ValueAdded,
        ValueRemoved, ValuesConstrained, ValuesUnconstrained,
    };
    let expected = [
        (
            ChangeLevel::Major,
            vec![
                ModelRemoved,
                PropertyRemoved,
                TypeChanged,
                ValuesConstrained,
                ValuesUnconstrained,
                RequiredAdded,
                ReadOnlyAdded,
                PropertyAdded,
                ValueRemoved,
            ],
        ),
        (
            ChangeLevel::Minor,
            vec![
                ModelAdded,
                RequiredRemoved,
                ReadOnlyRemoved,
                PropertyAdded,
                ValueAdded,
            ],
        ),
        (ChangeLevel::Point, vec![DescriptionChanged]),
    ];
    let of_apis = |level| {
        let kinds = ApiChangeKind::ALL.iter().copied();
        kinds
            .filter(move |kind| kind.level() == level)
            .map(ChangeKind::Api)
    };
    let all: Vec<_> = fixtures().iter().map(|fixture| changes(fixture)).collect();
    for (level, mut expected) in expected {
        expected.extend(of_apis(level));
        let of_level = all.iter().flatten().filter(|change| change.level == level);
        let mut kinds: Vec<_> = of_level.map(|change| change.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds, expected, "{level}");
    }
}

#[test]
fn colors_do_not_change_the_text() {
    for fixture in fixtures() {
        let changes = changes(&fixture);
        let report = ChangeReport::new(&changes);
        let colored = report.to_text(Color::Ansi);
        assert!(colored.contains("\u{1b}["), "{colored}");
        assert_eq!(
            without_colors(&colored),
            report.to_text(Color::Plain),
            "{fixture}"
        );
    }
}

fn without_colors(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.split_once('m').unwrap().1);
    first.to_owned() + &rest.collect::<String>()
}
