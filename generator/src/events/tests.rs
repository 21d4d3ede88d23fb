//! Tests of valid and invalid files of topics.

use std::sync::Arc;

use proptest::prelude::*;

use super::{TopicSchema, parse};
use crate::{
    diagnostic::Code,
    span::{Source, SourceFile},
};

fn source(text: impl Into<String>) -> Source {
    Arc::new(SourceFile {
        path: "events.json".into(),
        text: text.into(),
    })
}

fn codes(text: &str) -> Vec<Code> {
    let source = source(text);
    let (_, diagnostics) = parse(&source);
    diagnostics.iter().map(|it| it.code).collect()
}

#[test]
fn the_form_is_recognized_by_its_members() {
    let source = source(
        r#"{"definitions": {"Ant": {}}, "notifications": [{"topic": "a", "class": "Ant"}],
            "entities": [{"id": "b", "schema": null, "enforced": null}], "total": 1}"#,
    );
    let (file, diagnostics) = parse(&source);
    let file = file.unwrap();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert_eq!(file.definitions[0].name.value, "Ant");
    let [a, b] = &file.topics[..] else {
        panic!("two topics")
    };
    assert!(matches!(&a.schema, TopicSchema::Named(class) if class.value == "Ant"));
    assert!(matches!(&b.schema, TopicSchema::Unknown));
    assert!(!b.unenforced);
}

#[test]
fn what_is_no_file_of_topics_is_an_error() {
    assert_eq!(codes(""), [Code::InvalidEvents]);
    assert_eq!(codes(r#"{"entities": ["#), [Code::InvalidEvents]);
    assert_eq!(codes("[]"), [Code::InvalidOpenApi]);
    assert_eq!(codes(r#"{"swagger": "2.0"}"#), [Code::InvalidEvents]);
    assert_eq!(codes(r#"{"entities": {}}"#), [Code::InvalidOpenApi]);
    assert_eq!(
        codes(r#"{"entities": [5, {}]}"#),
        [Code::InvalidOpenApi, Code::InvalidTopic]
    );
}

#[test]
fn a_value_of_another_type_is_an_error_at_its_place() {
    let text =
        r#"{"entities": [{"id": "a", "transports": "All", "visibility": 1, "enforced": "yes"}]}"#;
    let source = source(text);
    let (_, diagnostics) = parse(&source);
    let places = diagnostics
        .iter()
        .map(|it| &text[it.labels[0].span.clone()]);
    assert_eq!(places.collect::<Vec<_>>(), ["\"All\"", "1", "\"yes\""]);
}

proptest! {
    #[test]
    fn random_text_never_panics(text in r#"[{}\[\]":,a-z \\u0-9]{0,60}"#) {
        codes(&text);
        codes(&format!(r#"{{"entities": [{text}]}}"#));
    }
}
