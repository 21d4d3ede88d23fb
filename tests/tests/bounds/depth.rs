//! Nested input: nesting beyond the limit of the format is an error, and any decoded model can be processed on a small
//! stack.

use std::thread;

use genesys_models::{CallbackMediaParticipant, DomainEntityRef};
use genesys_tests::{
    runtime::Model,
    sample::{Everything, Person},
};
use serde::Deserialize;

use crate::size_hints::{HugeSizeHints, Step};

/// The nesting limit of `serde_json`.
const LIMIT: usize = 127;

/// The default stack size of a Rust thread.
const STACK: usize = 2 << 20;

/// Ways to nest: the start of a level, the innermost value and the end of a level.
const NESTINGS: [(&str, &str, &str); 9] = [
    ("{\"parent\":", "{}", "}"),
    ("{\"people\":[{\"friend\":", "{}", "}]}"),
    ("{\"grid\":[[{\"friend\":", "{}", "}]]}"),
    ("{\"groups\":{\"a\":[{\"friend\":", "{}", "}]}}"),
    ("{\"directory\":{\"a\":{\"friend\":", "{}", "}}}"),
    ("{\"any\":", "{}", "}"),
    ("{\"unknown\":", "{}", "}"),
    ("{\"id\":", "{}", "}"),
    ("{\"values\":", "{}", "}"),
];

fn nested((open, core, close): (&str, &str, &str), depth: usize) -> String {
    format!("{}{core}{}", open.repeat(depth), close.repeat(depth))
}

/// Returns an object with `depth` nested lists in a property.
fn nested_lists(name: &str, depth: usize) -> String {
    format!("{{\"{name}\":{}{}}}", "[".repeat(depth), "]".repeat(depth))
}

/// Runs `work` on a thread with a stack of `bytes`.
fn on_stack(bytes: usize, work: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(bytes).spawn(work);
    thread.unwrap().join().unwrap();
}

#[track_caller]
fn assert_too_deep(text: &str) {
    let found = [
        serde_json::from_str::<Everything>(text),
        serde_json::from_slice(text.as_bytes()),
        serde_json::from_reader(text.as_bytes()),
    ];
    for result in found {
        let error = result.unwrap_err().to_string();
        assert!(error.starts_with("recursion limit exceeded"), "{error}");
    }
}

#[test]
fn nesting_beyond_the_limit_of_the_format_is_an_error() {
    on_stack(STACK, || {
        for depth in [LIMIT + 1, 1_000, 1_000_000] {
            for nest in NESTINGS {
                assert_too_deep(&nested(nest, depth));
            }
            for name in ["people", "grid", "texts", "any", "unknown", "id", "person"] {
                assert_too_deep(&nested_lists(name, depth));
            }
        }
    });
}

#[test]
fn any_decoded_model_can_be_processed_on_a_default_stack() {
    on_stack(STACK, || {
        for nest in NESTINGS {
            let levels = nest.0.matches(['{', '[']).count();
            let text = nested(nest, (LIMIT - 1) / levels);
            let model: Everything = serde_json::from_str(&text).unwrap();
            assert_eq!(model.clone(), model);
            assert_eq!(serde_json::to_string(&model).unwrap(), text);
            assert!(!format!("{model:?} {model:#?}").is_empty());
            model.validate();
            let value = serde_json::to_value(&model).unwrap();
            assert_eq!(serde_json::from_value::<Everything>(value).unwrap(), model);
        }
    });
}

#[test]
fn a_format_without_a_nesting_limit_decodes_to_any_depth() {
    on_stack(256 << 20, || {
        for name in ["friend", "unknown"] {
            let steps = vec![Step::Entry(name); 10_000];
            let person = Person::deserialize(HugeSizeHints::new(&steps)).unwrap();
            let text = serde_json::to_string(&person).unwrap();
            assert_eq!(text.matches(name).count(), steps.len());
        }
    });
}

#[test]
fn a_deep_chain_of_models_can_be_dismantled_by_moving_fields() {
    let mut person = Person::default();
    for _ in 0..1_000_000 {
        person = Person {
            friend: Some(Box::new(person)),
            ..Person::default()
        };
    }
    let mut depth = 0;
    while let Some(friend) = person.friend {
        person = *friend;
        depth += 1;
    }
    assert_eq!(depth, 1_000_000);
}

#[test]
fn fields_can_be_moved_out_of_a_model() {
    let participant = CallbackMediaParticipant {
        id: Some("1".to_owned()),
        user: Some(Box::new(DomainEntityRef {
            name: Some("Ann".to_owned()),
            ..Default::default()
        })),
        ..Default::default()
    };
    // This pattern does not compile for a type that implements `Drop`.
    let CallbackMediaParticipant {
        id, user, extra, ..
    } = participant;
    let DomainEntityRef { name, .. } = *user.unwrap();
    assert_eq!((id.as_deref(), name.as_deref()), (Some("1"), Some("Ann")));
    assert!(extra.is_empty());
}
