//! Items of lists and entries of maps that do not fit: they are kept beside the typed values and written back in their places.

use std::collections::BTreeMap;

use genesys_tests::{
    runtime::Model,
    sample::{Everything, Person},
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn everything(value: Value) -> Everything {
    serde_json::from_value(value).unwrap()
}

/// Decodes a model, changes it and returns the JSON of one of its properties.
fn changed(name: &str, received: Value, change: impl FnOnce(&mut Everything)) -> Value {
    let mut model = everything(json!({ name: received }));
    change(&mut model);
    serde_json::to_value(&model).unwrap()[name].take()
}

fn texts(received: Value, change: impl FnOnce(&mut Vec<String>)) -> Value {
    changed("texts", received, |model| {
        change(model.texts.get_or_insert_default());
    })
}

fn people(received: Value, change: impl FnOnce(&mut Vec<Person>)) -> Value {
    changed("people", received, |model| {
        change(model.people.get_or_insert_default());
    })
}

fn person(id: &str) -> Person {
    Person {
        id: Some(id.to_owned()),
        ..Person::default()
    }
}

#[test]
fn a_list_holds_the_items_that_fit() {
    let json = json!({
        "texts": ["a", null, "b", 5], "people": [{"id": "1"}, null, "x", {"id": "2"}], "integers": [1, "x", 2],
        "floats": [null, 1.5, 2], "states": ["alerting", 1], "grid": [[{"id": "1"}, 5], null, [7]],
    });
    let model = everything(json.clone());
    assert_eq!(model.texts, Some(vec!["a".to_owned(), "b".to_owned()]));
    assert_eq!(model.people, Some(vec![person("1"), person("2")]));
    assert_eq!(model.integers, Some(vec![1, 2]));
    assert_eq!(model.floats, Some(vec![1.5, 2.0]));
    assert_eq!(model.grid, Some(vec![vec![person("1")], vec![]]));
    assert!(model.extra.is_empty());
    assert_eq!(serde_json::to_value(&model).unwrap(), json);
    assert_eq!(model.get("texts"), Some(json["texts"].clone()));
}

#[test]
fn a_map_holds_the_entries_that_fit() {
    let json = json!({
        "labels": {"a": "x", "b": null, "c": 5}, "directory": {"a": {"id": "1"}, "b": "x"}, "ratios": {"a": 1, "b": []},
        "groups": {"a": [{"id": "1"}, null], "b": 5},
    });
    let model = everything(json.clone());
    let labels = BTreeMap::from([("a".to_owned(), "x".to_owned())]);
    assert_eq!(model.labels, Some(labels));
    assert_eq!(model.directory.as_ref().unwrap()["a"], person("1"));
    assert_eq!(model.groups.as_ref().unwrap()["a"], [person("1")]);
    assert!(model.extra.is_empty());
    assert_eq!(serde_json::to_value(&model).unwrap(), json);
}

#[test]
fn a_list_in_which_nothing_fits_is_empty() {
    let model = everything(json!({"texts": [null, 5]}));
    assert_eq!(model.texts, Some(vec![]));
    assert_eq!(texts(json!([null, 5]), |_| ()), json!([null, 5]));
    let pushed = texts(json!([null, 5]), |list| list.push("b".to_owned()));
    assert_eq!(pushed, json!([null, 5, "b"]));
}

#[test]
fn pushing_to_a_list_keeps_the_misfits_in_their_places() {
    let pushed = texts(json!(["a", null]), |list| list.push("b".to_owned()));
    assert_eq!(pushed, json!(["a", null, "b"]));
    let inserted = texts(json!([5, "a", null]), |list| list.insert(0, "b".to_owned()));
    assert_eq!(inserted, json!([5, "b", "a", null]));
}

#[test]
fn removing_items_keeps_the_misfits_between_the_others() {
    let removed = |index| {
        texts(json!(["a", 1, "b", 2, "c"]), |list| {
            drop(list.remove(index))
        })
    };
    assert_eq!(removed(0), json!([1, "b", 2, "c"]));
    assert_eq!(removed(1), json!(["a", 1, 2, "c"]));
    assert_eq!(removed(2), json!(["a", 1, "b", 2]));
}

#[test]
fn reordering_a_list_keeps_all_its_items() {
    let sorted = texts(json!(["c", null, "a", "b"]), |list| list.sort());
    assert_eq!(sorted, json!(["a", null, "b", "c"]));
    let reversed = people(json!([{"id": "1"}, "x", {"id": "2"}]), |list| {
        list.reverse()
    });
    assert_eq!(reversed, json!([{"id": "2"}, "x", {"id": "1"}]));
}

#[test]
fn changing_the_fields_of_items_keeps_the_misfits() {
    let renamed = people(json!([{"id": "1"}, null]), |list| {
        list[0].name = Some("n".to_owned());
    });
    assert_eq!(renamed, json!([{"id": "1", "name": "n"}, null]));
    let all = people(json!([{"id": "1"}, "x", {"id": "2"}]), |list| {
        list.iter_mut()
            .for_each(|person| person.name = Some("n".to_owned()));
    });
    assert_eq!(
        all,
        json!([{"id": "1", "name": "n"}, "x", {"id": "2", "name": "n"}])
    );
}

#[test]
fn clearing_or_replacing_a_list_drops_the_misfits() {
    let cleared = texts(json!(["a", null]), Vec::clear);
    assert_eq!(cleared, json!([]));
    let replaced = texts(json!(["a", null, "b"]), |list| {
        *list = vec!["x".to_owned(), "y".to_owned()];
    });
    assert_eq!(replaced, json!(["x", "y"]));
    let replaced = people(json!([{"id": "1"}, null]), |list| {
        *list = vec![person("2"), person("3")];
    });
    assert_eq!(replaced, json!([{"id": "2"}, {"id": "3"}]));
    let unset = changed("texts", json!(["a", null]), |model| model.texts = None);
    assert_eq!(unset, Value::Null);
}

#[test]
fn repeated_items_keep_the_misfits_in_their_places() {
    let pushed = texts(json!(["a", 1, "a", 2, "a"]), |list| {
        list.push("a".to_owned())
    });
    assert_eq!(pushed, json!(["a", 1, "a", 2, "a", "a"]));
    let popped = texts(json!(["a", 1, "a", 2, "a"]), |list| drop(list.pop()));
    assert_eq!(popped, json!(["a", 1, "a", 2]));
}

proptest! {
    #[test]
    fn a_changed_list_is_sent_whole_and_in_order(
        received in prop::collection::vec(0..6_u8, 0..8),
        current in prop::collection::vec(3..8_u8, 0..8),
    ) {
        // Numbers below 3 do not fit.
        let item = |number: &u8| if *number < 3 { json!(number) } else { json!(number.to_string()) };
        let list = received.iter().map(item).collect();
        let written = texts(list, |list| {
            *list = current.iter().map(u8::to_string).collect();
        });
        let (texts, misfits): (Vec<_>, Vec<_>) =
            written.as_array().unwrap().iter().cloned().partition(Value::is_string);
        prop_assert_eq!(texts, current.iter().map(item).collect::<Vec<_>>());
        let expected: Vec<_> = received.iter().map(item).filter(Value::is_number).collect();
        prop_assert!(misfits.is_empty() || misfits == expected);
        if received.iter().any(|number| current.contains(number)) {
            prop_assert_eq!(misfits, expected);
        }
    }
}

#[test]
fn lists_in_lists_keep_their_misfits() {
    let received = json!([[{"id": "1"}, 5], null, [{"id": "2"}, 7]]);
    let grid = |change: fn(&mut Vec<Vec<Person>>)| {
        changed("grid", received.clone(), |model| {
            change(model.grid.as_mut().unwrap());
        })
    };
    assert_eq!(
        grid(|rows| rows[1].push(person("3"))),
        json!([[{"id": "1"}, 5], null, [{"id": "2"}, 7, {"id": "3"}]])
    );
    assert_eq!(
        grid(|rows| drop(rows.remove(0))),
        json!([null, [{"id": "2"}, 7]])
    );
    assert_eq!(
        grid(|rows| rows[0].clear()),
        json!([[], null, [{"id": "2"}, 7]])
    );
}

#[test]
fn entries_of_a_changed_map_are_kept() {
    let labels = |change: fn(&mut BTreeMap<String, String>)| {
        changed("labels", json!({"a": "x", "b": null}), |model| {
            change(model.labels.as_mut().unwrap());
        })
    };
    assert_eq!(
        labels(|map| map.extend([("c".to_owned(), "y".to_owned())])),
        json!({"a": "x", "b": null, "c": "y"})
    );
    assert_eq!(
        labels(|map| map.extend([("b".to_owned(), "y".to_owned())])),
        json!({"a": "x", "b": "y"})
    );
    assert_eq!(labels(BTreeMap::clear), json!({}));
    assert_eq!(
        labels(|map| *map = BTreeMap::from([("c".to_owned(), "y".to_owned())])),
        json!({"c": "y"})
    );
}

#[test]
fn removing_the_entry_of_extra_drops_the_misfits() {
    let written = changed("texts", json!(["a", null]), |model| {
        model.extra.remove("texts");
    });
    assert_eq!(written, json!(["a"]));
}

#[test]
fn misfits_are_printed_in_their_places() {
    let model = everything(json!({"texts": ["a", null], "directory": {"a": "x", "password": 5}}));
    let printed = format!("{model:?}");
    assert!(printed.contains(r#"texts: ["a", null]"#), "{printed}");
    let directory = r#"directory: {"a": "x", "password": <redacted>}"#;
    assert!(printed.contains(directory), "{printed}");
}

#[test]
fn models_with_different_misfits_differ() {
    let list = |items: Value| everything(json!({"texts": items, "labels": {"a": items}}));
    assert_eq!(list(json!(["a", null])), list(json!(["a", null])));
    assert_ne!(list(json!(["a", null])), list(json!(["a"])));
    assert_ne!(list(json!(["a", null])), list(json!([null, "a"])));
    let mut cleared = list(json!(["a", null]));
    cleared.texts = Some(vec![]);
    assert_eq!(cleared.texts, Some(vec![]));
    let mut empty = list(json!(["a", null]));
    empty.extra.remove("texts");
    empty.texts = Some(vec![]);
    assert_eq!(cleared, empty);
}
