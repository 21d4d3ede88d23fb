//! Nesting: what is too deep for the format is an error, and what is not is no danger afterwards.

use std::thread;

use genesys_tests::{
    runtime::Model,
    sample::{Everything, Person},
};
use serde::Deserialize;

use crate::format::{Boasting, Step};

/// How deep `serde_json` follows.
const LIMIT: usize = 127;

/// The stack of a thread for which nobody has chosen another one.
const STACK: usize = 2 << 20;

/// Ways to nest: what opens a level, what is innermost and what closes it.
const NESTS: [(&str, &str, &str); 9] = [
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

/// A list in a property, so deep.
fn lists(name: &str, depth: usize) -> String {
    format!("{{\"{name}\":{}{}}}", "[".repeat(depth), "]".repeat(depth))
}

/// Does something on a thread with so large a stack.
fn on_stack(bytes: usize, work: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(bytes).spawn(work);
    thread.unwrap().join().unwrap();
}

#[track_caller]
fn is_too_deep(text: &str) {
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
fn what_is_nested_too_deep_is_an_error() {
    on_stack(STACK, || {
        for depth in [LIMIT + 1, 1_000, 1_000_000] {
            for nest in NESTS {
                is_too_deep(&nested(nest, depth));
            }
            for name in ["people", "grid", "texts", "any", "unknown", "id", "person"] {
                is_too_deep(&lists(name, depth));
            }
        }
    });
}

#[test]
fn whatever_has_been_decoded_can_be_worked_with_on_any_thread() {
    on_stack(STACK, || {
        for nest in NESTS {
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
fn the_decoder_has_no_limit_of_its_own_where_a_format_has_none() {
    on_stack(256 << 20, || {
        for name in ["friend", "unknown"] {
            let steps = vec![Step::Entry(name); 10_000];
            let person = Person::deserialize(Boasting::new(&steps)).unwrap();
            let text = serde_json::to_string(&person).unwrap();
            assert_eq!(text.matches(name).count(), steps.len());
        }
    });
}

#[test]
fn what_was_built_deeper_by_hand_is_taken_apart_by_hand() {
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
