//! The violations that `validate` reports, and their JSON pointers.

use genesys_tests::{
    runtime::{Kind, Model, Violation, ViolationKind, ViolationLevel},
    sample::{Everything, Person, State},
};
use serde_json::{Value, json};

/// Returns the violations of a valid model to which some properties were added.
fn violations(properties: &Value) -> Vec<String> {
    let mut value = json!({"id": "1", "state": "connected", "number": 5, "any": {}, "people": []});
    let object = value.as_object_mut().unwrap();
    object.extend(properties.as_object().unwrap().clone());
    let model: Everything = serde_json::from_value(value).unwrap();
    model.validate().iter().map(ToString::to_string).collect()
}

#[test]
fn documented_values_have_no_violations() {
    assert_eq!(violations(&json!({})), [""; 0]);
    let all = json!({"person": {"id": "2"}, "floats": [1, 2.5], "float": 5, "ratios": {"a": 1}, "anything": [null],
        "values": {"a": null}, "at": "2023-01-19T15:18:42Z"});
    assert_eq!(violations(&all), [""; 0]);
}

#[test]
fn missing_required_properties_are_reported_in_nested_models_too() {
    assert_eq!(
        Person::default().validate(),
        [Violation {
            pointer: "/id".into(),
            kind: ViolationKind::Missing
        }]
    );
    let missing = violations(&json!({
        "person": {"friend": {}}, "people": [{"id": "1"}, {}], "grid": [[{}]], "directory": {"a": {}},
    }));
    assert_eq!(
        missing,
        [
            "/person/id: required property is missing",
            "/person/friend/id: required property is missing",
            "/people/1/id: required property is missing",
            "/grid/0/0/id: required property is missing",
            "/directory/a/id: required property is missing",
        ]
    );
}

#[test]
fn undocumented_properties_are_reported_after_documented_ones() {
    let undocumented =
        violations(&json!({"a": 1, "directory": {"x": {"id": "1", "b": 1}}, "id": 5}));
    assert_eq!(
        undocumented,
        [
            "/id: expected a string, found a number",
            "/directory/x/b: undocumented property",
            "/a: undocumented property",
        ]
    );
}

#[test]
fn names_in_pointers_are_escaped() {
    assert_eq!(
        violations(&json!({"": 1, "a/b~c": 2, "~1": 3})),
        [
            "/: undocumented property",
            "/a~1b~0c: undocumented property",
            "/~01: undocumented property",
        ]
    );
}

#[test]
fn a_pointer_resolves_in_the_payload() {
    let value = json!({"directory": {"a/b": {"x~y": 1}}, "people": [{"friend": {"z": []}}]});
    let model: Everything = serde_json::from_value(value.clone()).unwrap();
    for violation in model.validate() {
        let is_present = value.pointer(&violation.pointer).is_some();
        assert_eq!(
            is_present,
            violation.kind != ViolationKind::Missing,
            "{violation}"
        );
    }
}

#[test]
fn a_null_is_valid_only_for_an_optional_property() {
    assert_eq!(
        violations(&json!({"type": null, "person": null, "texts": null, "integer": null})),
        [""; 0]
    );
    assert_eq!(
        violations(&json!({"id": null, "state": null, "people": null})),
        [
            "/id: expected a string, found null",
            "/state: expected a string, found null",
            "/people: expected an array, found null",
        ]
    );
}

#[test]
fn an_untyped_property_accepts_any_value() {
    for value in [json!(null), json!(1), json!([null]), json!({"x": 1})] {
        assert_eq!(
            violations(&json!({"any": value, "anything": [value], "values": {"a": value}})),
            [""; 0]
        );
    }
}

#[test]
fn a_violation_names_the_expected_kind_and_the_found_type() {
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
fn a_violation_in_a_list_points_to_the_item() {
    assert_eq!(
        violations(&json!({"texts": ["a", 1, "b", null], "grid": [[{"id": "1"}], 5, [7]]})),
        [
            "/texts/1: expected a string, found a number",
            "/texts/3: expected a string, found null",
            "/grid/1: expected an array, found a number",
            "/grid/2/0: expected an object, found a number",
        ]
    );
}

#[test]
fn valid_items_beside_invalid_ones_are_validated() {
    let violations = violations(&json!({
        "people": [{"name": 5}, 5, {"id": "1", "friend": {"x": 1}}],
        "states": [1, "ringing", "alerting"],
        "directory": {"a": null, "b": {}},
        "groups": {"a": [{}, null], "b": []},
    }));
    assert_eq!(
        violations,
        [
            "/states/0: expected a string, found a number",
            r#"/states/1: "ringing" is not a listed value"#,
            "/people/0/id: required property is missing",
            "/people/0/name: expected a string, found a number",
            "/people/1: expected an object, found a number",
            "/people/2/friend/id: required property is missing",
            "/people/2/friend/x: undocumented property",
            "/directory/a: expected an object, found null",
            "/directory/b/id: required property is missing",
            "/groups/a/0/id: required property is missing",
            "/groups/a/1: expected an object, found null",
        ]
    );
}

#[test]
fn unlisted_enum_values_are_reported_and_case_matters() {
    let violations = violations(
        &json!({"state": "Connected", "states": ["alerting", "x"], "modes": {"a": "", "b": "alerting"}}),
    );
    assert_eq!(
        violations,
        [
            r#"/state: "Connected" is not a listed value"#,
            r#"/states/1: "x" is not a listed value"#,
            r#"/modes/a: "" is not a listed value"#,
        ]
    );
}

#[test]
fn time_values_that_cannot_be_parsed_are_reported() {
    let violations = violations(&json!({
        "at": "Mon Aug 04 00:25:20 UTC 2025", "local": "x", "date": "2024-02-30", "interval": "x/y", "duration": "1 h",
        "times": ["2023-01-19T15:18:42Z", "", 5],
    }));
    assert_eq!(
        violations,
        [
            r#"/at: "Mon Aug 04 00:25:20 UTC 2025" is not a date and time such as 2023-01-19T15:18:42.123Z"#,
            r#"/local: "x" is not a date and time without a zone such as 2023-01-19T15:18:42.123"#,
            r#"/date: "2024-02-30" is not a date such as 2023-01-19"#,
            r#"/interval: "x/y" is not an interval such as 2023-01-19T00:00:00Z/2023-01-20T00:00:00Z"#,
            r#"/duration: "1 h" is not a duration such as P1DT2H30M"#,
            r#"/times/1: "" is not a date and time such as 2023-01-19T15:18:42.123Z"#,
            "/times/2: expected a string with a date-time, found a number",
        ]
    );
}

#[test]
fn a_read_only_property_in_a_request_is_a_note() {
    let json = json!({"id": "1", "state": "connected", "number": 5, "any": {}, "people": [], "selfUri": "/a",
        "owner": {"name": 5, "x": 1}, "otp": 5});
    let model: Everything = serde_json::from_value(json).unwrap();
    let violations = model.validate();
    let shown: Vec<_> = violations.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "/selfUri: read-only property in a request",
            "/owner: read-only property in a request",
            "/otp: read-only property in a request",
        ]
    );
    assert!(!violations.iter().any(Violation::is_error));
    assert_eq!(violations[0].level(), ViolationLevel::Note);
}

#[test]
fn a_read_only_property_in_a_response_is_validated_like_any_other() {
    let json = json!({"selfUri": "/a", "owner": {"name": 5}, "otp": "x"});
    let model: Everything = serde_json::from_value(json).unwrap();
    let drift = model.drift();
    let shown: Vec<_> = drift.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "/owner/name: expected a string, found a number",
            r#"/otp: "<redacted>" is not a listed value"#,
        ]
    );
    assert!(drift.iter().all(Violation::is_error));
}

#[test]
fn an_explicit_null_of_a_read_only_property_is_a_note() {
    let violations = violations(&json!({"owner": null}));
    assert_eq!(violations, ["/owner: read-only property in a request"]);
}

#[test]
fn values_beside_a_list_that_is_cut_short_are_listed() {
    let violations = violations(&json!({
        "mode": "x", "steps": ["y", 1], "state": "x", "parent": {"mode": "x", "state": "y", "id": "1", "number": 1,
        "any": 1, "people": []},
    }));
    assert_eq!(
        violations,
        [
            r#"/state: "x" is not a listed value"#,
            r#"/parent/state: "y" is not a listed value"#,
            "/steps/1: expected a string, found a number",
        ]
    );
}

#[test]
fn drift_is_without_required_properties() {
    let json = json!({"state": null, "number": "x", "person": {"name": 5}, "texts": [null], "new": 1, "date": "x"});
    let model: Everything = serde_json::from_value(json).unwrap();
    let drift: Vec<_> = model.drift().iter().map(ToString::to_string).collect();
    assert_eq!(
        drift,
        [
            r#"/date: "x" is not a date such as 2023-01-19"#,
            "/number: expected a number, found a string",
            "/person/name: expected a string, found a number",
            "/texts/0: expected a string, found null",
            "/new: undocumented property",
        ]
    );
    assert_eq!(Everything::default().drift(), []);
}

#[test]
fn strict_decoding_fails_where_there_is_drift() {
    let person = Person::from_strict(&json!({"name": "n", "friend": {}})).unwrap();
    assert_eq!(person.name.as_deref(), Some("n"));
    let error = Person::from_strict(&json!({"name": 5, "friend": {"x": 1}})).unwrap_err();
    assert_eq!(
        error.to_string(),
        "2 differences from the docs: /name: expected a string, found a number; /friend/x: undocumented property"
    );
    let error = Person::from_strict(&json!([])).unwrap_err();
    assert_eq!(
        error.to_string(),
        "1 difference from the docs: : expected an object, found an array"
    );
}

#[test]
fn strict_decoding_selects_the_variant_of_a_union() {
    let payload = json!({"id": "1", "state": "connected"});
    assert!(Person::from_strict(&payload).is_err());
    let model = Everything::from_strict(&payload).unwrap();
    assert_eq!(model.state, Some(State::Connected.into()));
}

#[test]
fn entries_inserted_into_extra_are_validated() {
    let mut person = Person {
        id: Some("1".to_owned()),
        ..Person::default()
    };
    person.extra.insert("name", 5);
    person.extra.insert("friend", json!({"id": "2"}));
    let violations: Vec<_> = person.validate().iter().map(ToString::to_string).collect();
    assert_eq!(violations, ["/name: expected a string, found a number"]);
}
