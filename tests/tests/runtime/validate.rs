//! What `validate` finds, and where.

use genesys_tests::{
    runtime::{Kind, Model, Violation, ViolationKind},
    sample::{Everything, Person},
};
use serde_json::{Value, json};

/// A model without violations, with some properties added.
fn found(properties: &Value) -> Vec<String> {
    let mut value = json!({"id": "1", "state": "connected", "number": 5, "any": {}, "people": []});
    let object = value.as_object_mut().unwrap();
    object.extend(properties.as_object().unwrap().clone());
    let model: Everything = serde_json::from_value(value).unwrap();
    model.validate().iter().map(ToString::to_string).collect()
}

#[test]
fn what_is_as_documented_has_no_violations() {
    assert_eq!(found(&json!({})), [""; 0]);
    let all = json!({"person": {"id": "2"}, "floats": [1, 2.5], "float": 5, "ratios": {"a": 1}, "anything": [null],
        "values": {"a": null}, "at": "no time stamp at all"});
    assert_eq!(found(&all), [""; 0]);
}

#[test]
fn missing_required_properties_are_found_in_nested_models_too() {
    assert_eq!(
        Person::default().validate(),
        [Violation {
            pointer: "/id".into(),
            kind: ViolationKind::Missing
        }]
    );
    let missing = found(&json!({
        "person": {"friend": {}}, "people": [{"id": "1"}, {}], "grid": [[{}]], "directory": {"a": {}},
    }));
    assert_eq!(
        missing,
        [
            "/person/id: required, but missing",
            "/person/friend/id: required, but missing",
            "/people/1/id: required, but missing",
            "/grid/0/0/id: required, but missing",
            "/directory/a/id: required, but missing",
        ]
    );
}

#[test]
fn undocumented_properties_come_after_those_of_the_docs() {
    let undocumented = found(&json!({"a": 1, "directory": {"x": {"id": "1", "b": 1}}, "id": 5}));
    assert_eq!(
        undocumented,
        [
            "/id: expected a string, but found a number",
            "/directory/x/b: not in the docs",
            "/a: not in the docs",
        ]
    );
}

#[test]
fn pointers_escape_names_as_json_pointers_do() {
    assert_eq!(
        found(&json!({"": 1, "a/b~c": 2, "~1": 3})),
        [
            "/: not in the docs",
            "/a~1b~0c: not in the docs",
            "/~01: not in the docs",
        ]
    );
}

#[test]
fn a_pointer_finds_what_it_points_to() {
    let value = json!({"directory": {"a/b": {"x~y": 1}}, "people": [{"friend": {"z": []}}]});
    let model: Everything = serde_json::from_value(value.clone()).unwrap();
    for violation in model.validate() {
        let is_there = value.pointer(&violation.pointer).is_some();
        assert_eq!(
            is_there,
            violation.kind != ViolationKind::Missing,
            "{violation}"
        );
    }
}

#[test]
fn a_null_is_fine_for_an_optional_property_alone() {
    assert_eq!(
        found(&json!({"type": null, "person": null, "texts": null, "integer": null})),
        [""; 0]
    );
    assert_eq!(
        found(&json!({"id": null, "state": null, "people": null})),
        [
            "/id: expected a string, but found null",
            "/state: expected a string, but found null",
            "/people: expected an array, but found null",
        ]
    );
}

#[test]
fn a_property_for_anything_is_never_of_another_shape() {
    for value in [json!(null), json!(1), json!([null]), json!({"x": 1})] {
        assert_eq!(
            found(&json!({"any": value, "anything": [value], "values": {"a": value}})),
            [""; 0]
        );
    }
}

#[test]
fn every_kind_says_what_it_expected() {
    let model: Everything = serde_json::from_value(json!({
        "id": [], "state": {}, "at": 1, "local": 1, "date": 1, "interval": 1, "duration": 1, "number": "x",
        "integer": 5.5, "float": true, "active": "x", "person": [], "texts": {}, "labels": 1, "any": 1, "people": [],
    }))
    .unwrap();
    let found: Vec<_> = model
        .validate()
        .into_iter()
        .map(|violation| match violation.kind {
            ViolationKind::Shape { expected, found } => (expected, found),
            kind => panic!("{kind:?}"),
        })
        .collect();
    assert_eq!(
        found,
        [
            (Kind::Text, "array"),
            (Kind::Enum, "object"),
            (Kind::DateTime, "number"),
            (Kind::LocalDateTime, "number"),
            (Kind::Date, "number"),
            (Kind::Interval, "number"),
            (Kind::Duration, "number"),
            (Kind::Number, "string"),
            (Kind::Integer, "number"),
            (Kind::Float, "boolean"),
            (Kind::Boolean, "string"),
            (Kind::Model, "array"),
            (Kind::List, "object"),
            (Kind::Map, "number"),
        ]
    );
}

#[test]
fn in_a_list_the_items_that_do_not_fit_are_pointed_at() {
    assert_eq!(
        found(&json!({"texts": ["a", 1, "b", null], "grid": [[{"id": "1"}], 5, [7]]})),
        [
            "/texts/1: expected a string, but found a number",
            "/texts/3: expected a string, but found null",
            "/grid/1: expected an array, but found a number",
            "/grid/2/0: expected an object, but found a number",
        ]
    );
}

#[test]
fn what_fits_beside_what_does_not_is_still_validated() {
    let violations = found(&json!({
        "people": [{"name": 5}, 5, {"id": "1", "friend": {"x": 1}}],
        "states": [1, "ringing", "alerting"],
        "directory": {"a": null, "b": {}},
        "groups": {"a": [{}, null], "b": []},
    }));
    assert_eq!(
        violations,
        [
            "/states/0: expected a string, but found a number",
            r#"/states/1: "ringing" is not one of the listed values"#,
            "/people/0/id: required, but missing",
            "/people/0/name: expected a string, but found a number",
            "/people/1: expected an object, but found a number",
            "/people/2/friend/id: required, but missing",
            "/people/2/friend/x: not in the docs",
            "/directory/a: expected an object, but found null",
            "/directory/b/id: required, but missing",
            "/groups/a/0/id: required, but missing",
            "/groups/a/1: expected an object, but found null",
        ]
    );
}

#[test]
fn unlisted_enum_values_are_found_and_case_counts() {
    let violations = found(
        &json!({"state": "Connected", "states": ["alerting", "x"], "modes": {"a": "", "b": "alerting"}}),
    );
    assert_eq!(
        violations,
        [
            r#"/state: "Connected" is not one of the listed values"#,
            r#"/states/1: "x" is not one of the listed values"#,
            r#"/modes/a: "" is not one of the listed values"#,
        ]
    );
}

#[test]
fn what_was_set_by_hand_is_validated_like_what_was_sent() {
    let mut person = Person {
        id: Some("1".to_owned()),
        ..Person::default()
    };
    person.extra.insert("name", 5);
    person.extra.insert("friend", json!({"id": "2"}));
    let violations: Vec<_> = person.validate().iter().map(ToString::to_string).collect();
    assert_eq!(violations, ["/name: expected a string, but found a number"]);
}
