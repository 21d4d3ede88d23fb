//! The counts of differences between many responses and the docs.

use genesys_tests::{
    runtime::DriftSummary,
    sample::{Everything, Person},
};
use serde_json::{Value, json};

fn summary(responses: impl IntoIterator<Item = Value>) -> DriftSummary {
    let mut summary = DriftSummary::new();
    for response in responses {
        summary.add(&serde_json::from_value::<Everything>(response).unwrap());
    }
    summary
}

fn lines(summary: &DriftSummary) -> Vec<String> {
    summary.to_string().lines().map(str::to_owned).collect()
}

#[test]
fn responses_without_differences_have_an_empty_summary() {
    let summary = summary([
        json!({}),
        json!({"state": "connected", "owner": {"id": "1"}}),
    ]);
    assert!(summary.is_empty());
    assert_eq!(summary.responses(), 2);
    assert_eq!(summary.to_string(), "");
}

#[test]
fn indices_and_names_in_maps_are_folded() {
    let summary = summary([
        json!({"people": [{"name": 1}, {"name": 2}], "states": ["alerting", "x", "y"]}),
        json!({
            "directory": {"Ann": {"x": 1}, "Ben": {"x": 2}}, "groups": {"a": [{"name": 5}], "b": [{"name": true}]},
            "grid": [[{"y": [1]}], 5],
        }),
    ]);
    assert_eq!(
        lines(&summary),
        [
            "Everything /directory/*/x: undocumented property (2 times, such as 1)",
            "Everything /grid/*: expected an array, found a number (once, such as 5)",
            "Everything /grid/*/*/y: undocumented property (once, such as [1])",
            "Everything /groups/*/*/name: expected a string, found a boolean (once, such as true)",
            "Everything /groups/*/*/name: expected a string, found a number (once, such as 5)",
            "Everything /people/*/name: expected a string, found a number (2 times, such as 1)",
            r#"Everything /states/*: not a listed value (2 times, such as "x")"#,
        ]
    );
}

#[test]
fn differences_of_any_kind_are_described_without_their_values() {
    let summary = summary([json!({
        "date": "2024-02-30", "mode": "x", "state": "x", "id": null, "active": "maybe", "people": null, "new": null,
    })]);
    let differences: Vec<_> = summary.entries().map(|entry| entry.difference).collect();
    assert_eq!(
        differences,
        [
            "expected a boolean, found a string",
            "not a date such as 2023-01-19",
            "undocumented property",
            "not a listed value",
        ]
    );
    let examples: Vec<_> = summary.entries().map(|entry| entry.example).collect();
    assert_eq!(
        examples,
        [r#""maybe""#, r#""2024-02-30""#, "null", r#""x""#]
    );
}

#[test]
fn definitions_are_counted_apart() {
    let mut summary = summary([json!({"a": 1})]);
    let person: Person = serde_json::from_value(json!({"a": 1})).unwrap();
    summary.add(&person);
    summary.add(&person);
    let counts: Vec<_> = summary
        .entries()
        .map(|entry| (entry.definition, entry.path, entry.count))
        .collect();
    assert_eq!(counts, [("Everything", "/a", 1), ("Person", "/a", 2)]);
}

#[test]
fn secrets_are_redacted_in_examples() {
    let summary = summary([json!({
        "password": ["marker"], "hint": "marker", "clues": {"a": "marker"}, "apiKey": "marker",
        "pins": [{"a": "marker"}], "new": {"password": "marker", "list": [{"clientSecret": "marker"}]},
    })]);
    let shown = summary.to_string();
    assert!(!shown.contains("marker"), "{shown}");
    assert_eq!(summary.entries().count(), 6, "{shown}");
    assert!(shown.contains("Everything /hint: not a listed value (once, such as <redacted>)"));
}

#[test]
fn differences_beyond_the_capacity_are_counted_without_an_entry() {
    let names = 0..DriftSummary::CAPACITY + 7;
    let object: Value = names
        .map(|name| (format!("name{name}"), json!(1)))
        .collect();
    let summary = summary([object.clone(), object]);
    assert_eq!(summary.entries().count(), DriftSummary::CAPACITY);
    assert!(summary.entries().all(|entry| entry.count == 2));
    assert_eq!(summary.without_entry(), 14);
    assert_eq!(
        lines(&summary).last().unwrap(),
        "other differences (14 times)"
    );
}

#[test]
fn long_paths_and_examples_are_truncated() {
    let summary =
        summary([json!({"x".repeat(1_000): "ä".repeat(1_000), "date": "é".repeat(1_000)})]);
    for entry in summary.entries() {
        assert!(
            entry.path.len() <= 203 && entry.example.len() <= 83,
            "{entry}"
        );
        assert!(entry.example.ends_with('…'), "{entry}");
    }
}
