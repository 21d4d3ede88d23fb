//! The editions of the docs, refined with the platform's OpenAPI files.

use std::{collections::BTreeMap, env, fs, path::Path};

use genesys_modelgen::{
    diagnostic::{Code, Diagnostic, TextStyle, text},
    pipeline::{StageResult, read_schema},
    schema::{Schema, Selection},
    source::Inputs,
};
use genesys_tests::corpus::{editions, name};
use similar::TextDiff;

/// The edition of the snapshot.
const EDITION: &str = "2025-04-24";

/// Reads the edition of the snapshot with a file in the folder `openapi` beside that of the editions.
fn refined(file: &str) -> StageResult<Schema> {
    let edition = editions()
        .into_iter()
        .find(|edition| name(edition) == EDITION);
    let spec = edition.expect("the edition of the snapshot");
    let inputs = Inputs {
        openapi: Some(spec.join("../../openapi").join(file)),
        ..Inputs::from(&spec)
    };
    read_schema(inputs, &Selection::default())
}

fn disagreements(diagnostics: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    diagnostics
        .iter()
        .filter(|it| it.code.as_str().starts_with("M086"))
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn the_file_for_guest_chat_agrees_with_the_docs() {
    let outcome = refined("guest-chat-2025-11-05.json");
    let found: Vec<_> = disagreements(&outcome.diagnostics)
        .map(|it| &it.message)
        .collect();
    assert_eq!(found, [""; 0]);
    let schema = outcome.value.unwrap();
    let role = schema
        .definition("WebChatMemberInfo")
        .unwrap()
        .property("role")
        .unwrap();
    assert_eq!(
        role.ty.listed_values().unwrap().values,
        ["AGENT", "CUSTOMER", "WORKFLOW", "ACD"]
    );
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn the_file_of_2018_disagrees_as_in_the_snapshot() {
    let outcome = refined("platform-2018-03-21.json");
    assert!(outcome.value.is_some());
    let mut by_code = BTreeMap::<Code, Vec<&str>>::new();
    for it in disagreements(&outcome.diagnostics) {
        by_code.entry(it.code).or_default().push(&it.message);
    }
    let counts = by_code
        .iter()
        .map(|(code, messages)| format!("{:>5} {code} {}\n", messages.len(), code.title()));
    let actual: String = counts.collect();
    let path = Path::new("snapshots/disagreements.txt");
    if env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(path, &actual).unwrap();
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    let diff = TextDiff::from_lines(&expected, &actual);
    assert_eq!(actual, expected, "{}", diff.unified_diff());
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn the_file_of_events_is_refused() {
    let outcome = refined("events-2023-09-06.json");
    assert!(outcome.value.is_none());
    let errors: Vec<_> = disagreements(&outcome.diagnostics).cloned().collect();
    let shown = text(&errors, TextStyle::default());
    assert!(shown.starts_with("error[M0860]"), "{shown}");
    assert!(
        shown.contains("36 of 1087 definitions are in both"),
        "{shown}"
    );
}
