//! The definitions as a JSON Schema, and payloads.

use genesys_modelgen::schema::print::json_schema;
use serde_json::{Value, json};

use crate::{
    specs::{editions, own, read},
    validator::Validator,
};

const ROOT: &str = "CallbackMediaParticipant";

/// A callback as it may come, with a property that the docs do not know.
fn callback() -> Value {
    json!({
        "id": "5f0d2c1e-8a53-4f5f-9a63-0c1f6a7be111",
        "name": null,
        "startTime": "2024-03-05T06:07:08.090Z",
        "state": "a state of next year",
        "held": false,
        "mediaRoles": ["full"],
        "user": {"id": "u-1", "selfUri": "/api/v2/users/u-1"},
        "queue": null,
        "wrapupTimeoutMs": 30000,
        "attributes": {"tier": ["gold", 1]},
        "wrapup": {"code": "sold", "durationSeconds": 12.5, "tags": []},
        "journeyContext": null,
        "conversationRoutingData": {"queue": {"id": "q-1"}, "scoredAgents": [{"agent": {"id": "u-1"}, "score": 90}]},
        "notInTheDocs": {"at": [1, 2]},
    })
}

/// What is wrong with the callback once a value in it is another.
fn with(pointer: &str, value: Value) -> Result<(), String> {
    let mut payload = callback();
    *payload
        .pointer_mut(pointer)
        .expect("a place in the payload") = value;
    let roots = [ROOT.to_owned()];
    Validator::new(&json_schema(&read(&own(), &[ROOT]), &roots)).judge(&payload.to_string())
}

#[test]
fn a_realistic_payload_is_valid() {
    with("/id", json!("another")).unwrap();
}

#[test]
fn an_optional_property_may_be_null() {
    for place in [
        "/id",
        "/startTime",
        "/state",
        "/user",
        "/mediaRoles",
        "/wrapup/durationSeconds",
    ] {
        with(place, Value::Null).unwrap_or_else(|error| panic!("{place}: {error}"));
    }
}

#[test]
fn a_value_of_another_type_is_not_valid_however_deep() {
    let wrong = [
        ("/held", json!("no")),
        ("/startTime", json!(1_709_618_828)),
        ("/state", json!(true)),
        ("/mediaRoles", json!("full")),
        ("/mediaRoles/0", Value::Null),
        ("/user", json!("u-1")),
        ("/user/id", json!(1)),
        ("/conversationRoutingData/scoredAgents/0/score", json!("90")),
        ("", json!([])),
    ];
    for (place, value) in wrong {
        assert!(with(place, value.clone()).is_err(), "{place}: {value}");
    }
}

#[test]
fn a_required_property_must_be_there_and_not_null() {
    let customer = |id: Value| json!({"customer": {"id": id, "idType": "cookie"}});
    with("/journeyContext", customer(json!("c-1"))).unwrap();
    assert!(with("/journeyContext", customer(Value::Null)).is_err());
    assert!(with("/journeyContext", json!({"customer": {"id": "c-1"}})).is_err());
}

#[test]
fn all_references_lead_somewhere() {
    let schema = read(&own(), &[]);
    let all: Vec<_> = schema
        .definitions
        .iter()
        .map(|definition| definition.name.to_string())
        .collect();
    // The validator follows references from the roots only.
    Validator::new(&json_schema(&schema, &all));
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn whole_editions_are_a_json_schema() {
    for edition in editions() {
        Validator::new(&json_schema(&read(&edition, &[]), &[]));
    }
}
