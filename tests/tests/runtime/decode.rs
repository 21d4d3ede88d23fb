//! Decoding into typed fields, and into `extra` for everything else.

use genesys_tests::{
    runtime::{DateTime, Number},
    sample::{Everything, Person, State},
};
use serde_json::{Value, json};

fn everything(value: Value) -> Everything {
    serde_json::from_value(value).unwrap()
}

#[test]
fn every_field_decodes_a_value_of_its_type() {
    let model = serde_json::from_str::<Everything>(
        r#"{
        "id": "1", "type": "a", "meta-data": "b", "state": "connected", "at": "2023-01-19T15:18:42Z",
        "local": "2023-01-19T15:18:42", "date": "2023-01-19", "interval": "2023-01-19/2023-01-20",
        "duration": "PT5M", "number": 5, "integer": 5, "float": 5.5, "active": true, "any": [1],
        "person": {"id": "2"}, "parent": {}, "texts": ["a"], "states": ["alerting"],
        "times": ["2023-01-19T15:18:42Z"], "numbers": [1, 2.5], "integers": [1], "floats": [1.5],
        "flags": [true], "anything": [null, 1], "people": [{}], "grid": [[{}], []],
        "labels": {"a": "b"}, "counts": {"a": 1}, "ratios": {"a": 1.5}, "modes": {"a": "alerting"},
        "values": {"a": null}, "directory": {"a": {}}, "groups": {"a": [{}]},
        "shares": {"a": 1}, "series": {"a": [1]}, "rates": {"a": [1.5]}, "matrix": [[1.5], []],
        "tallies": [{"a": 1}], "plans": {"a": ["alerting"]}, "selfUri": "/a",
        "owner": {}, "otp": "alerting", "password": "x",
        "hint": "y", "clues": {"a": "b"}, "pins": ["1234"],
        "mode": "connected", "steps": ["alerting"]
    }"#,
    )
    .unwrap();
    assert!(model.extra.is_empty(), "{:?}", model.extra);
    let unset: Vec<_> = Everything::PROPERTIES
        .iter()
        .filter(|property| {
            serde_json::to_value(&model)
                .unwrap()
                .get(property.name)
                .is_none()
        })
        .collect();
    assert!(unset.is_empty(), "{unset:?}");
    assert_eq!(model.state, Some(State::Connected.into()));
    assert_eq!(model.at, Some(DateTime::new("2023-01-19T15:18:42Z")));
    assert_eq!(model.number, Some(Number::from(5)));
    assert_eq!(model.anything, Some(vec![Value::Null, json!(1)]));
    assert_eq!(model.grid.unwrap().len(), 2);
}

#[test]
fn a_value_of_another_type_leaves_the_field_unset_and_is_kept_in_extra() {
    let model = everything(
        json!({"id": 5, "person": "x", "people": {"id": 1}, "flags": "x", "labels": [1]}),
    );
    assert_eq!(
        (
            model.id,
            model.person,
            model.people,
            model.flags,
            model.labels
        ),
        (None, None, None, None, None)
    );
    assert_eq!(model.extra.get("id"), Some(&json!(5)));
    assert_eq!(model.extra.get("person"), Some(&json!("x")));
    assert_eq!(model.extra.get("flags"), Some(&json!("x")));
    assert_eq!(model.extra.len(), 5);
}

#[test]
fn a_value_of_another_type_does_not_affect_the_values_around_it() {
    let model =
        everything(json!({"people": [{"id": "1", "friend": {"id": 5, "name": "n"}}, {"id": "2"}]}));
    let people = model.people.unwrap();
    let friend = people[0].friend.as_ref().unwrap();
    assert_eq!(
        (friend.id.as_ref(), friend.name.as_deref()),
        (None, Some("n"))
    );
    assert_eq!(friend.extra.get("id"), Some(&json!(5)));
    assert_eq!(people[1].id.as_deref(), Some("2"));
}

#[test]
fn an_explicit_null_differs_from_an_absent_property() {
    let model = everything(json!({"id": null, "any": null, "person": null}));
    assert_eq!(
        (&model.id, &model.any, &model.person),
        (&None, &None, &None)
    );
    assert_eq!(model.extra.get("any"), Some(&Value::Null));
    assert_eq!(model.extra.len(), 3);
}

#[test]
fn an_unknown_property_is_kept_in_extra_under_its_name() {
    let model = everything(json!({"extra": {"a": 1}, "r#type": 5, "type": "t"}));
    assert_eq!(model.r#type.as_deref(), Some("t"));
    assert_eq!(model.extra.get("extra"), Some(&json!({"a": 1})));
    assert_eq!(model.extra.get("r#type"), Some(&json!(5)));
}

#[test]
fn the_last_of_duplicate_names_replaces_the_first_entirely() {
    let text = r#"{"person": {"id": "1", "x": 1}, "person": {"name": "n"}, "id": 5, "id": "i", "type": "t", "type": null,
        "labels": {"a": 1, "a": "x"}}"#;
    let model: Everything = serde_json::from_str(text).unwrap();
    assert_eq!(
        *model.person.unwrap(),
        serde_json::from_str::<Person>(r#"{"name": "n"}"#).unwrap()
    );
    assert_eq!(model.id.as_deref(), Some("i"));
    assert_eq!(model.r#type, None);
    assert_eq!(model.labels.unwrap()["a"], "x");
    assert_eq!(
        model.extra.iter().collect::<Vec<_>>(),
        [("type", &Value::Null)]
    );
}

#[test]
fn properties_are_encoded_in_the_docs_order_before_extra() {
    let text = r#"{"b":1,"name":"n","id":"i","a":2}"#;
    let person: Person = serde_json::from_str(text).unwrap();
    let written = serde_json::to_string(&person).unwrap();
    assert!(written.starts_with(r#"{"id":"i","name":"n","#), "{written}");
}

#[test]
fn a_field_that_is_set_overrides_extra() {
    let mut person: Person = serde_json::from_value(json!({"id": 5})).unwrap();
    person.id = Some("new".to_owned());
    assert_eq!(serde_json::to_value(&person).unwrap(), json!({"id": "new"}));
}

#[test]
fn json_other_than_an_object_is_an_error_with_the_name_of_the_model() {
    for text in ["null", "5", "\"x\"", "[]", "true"] {
        let error = serde_json::from_str::<Person>(text)
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("an object for the model `Person`"),
            "{error}"
        );
        let value: Value = serde_json::from_str(text).unwrap();
        let error = serde_json::from_value::<Person>(value)
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("an object for the model `Person`"),
            "{error}"
        );
    }
}

#[test]
fn invalid_json_is_an_error_with_its_position() {
    let error = serde_json::from_str::<Person>("{\"id\": }").unwrap_err();
    assert_eq!((error.line(), error.column()), (1, 8));
}
