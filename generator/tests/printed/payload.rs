//! Payloads, validated by the JSON Schema of the definitions.

use genesys_modelgen::schema::print::json_schema;
use serde_json::{Value, json};

use crate::{
    specs::{editions, read, workspace_spec},
    validator::Validator,
};

const ROOT: &str = "CallbackMediaParticipant";

/// Returns a realistic payload with an undocumented property.
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

/// Validates the callback with another value at a JSON pointer.
fn validate_with(pointer: &str, value: Value) -> Result<(), String> {
    let mut payload = callback();
    *payload
        .pointer_mut(pointer)
        .expect("a value at the pointer") = value;
    let roots = [ROOT.to_owned()];
    Validator::new(&json_schema(&read(&workspace_spec(), &[ROOT]), &roots))
        .validate(&payload.to_string())
}

#[test]
fn a_realistic_payload_is_valid() {
    validate_with("/id", json!("another")).unwrap();
}

#[test]
fn an_optional_property_may_be_null() {
    for pointer in [
        "/id",
        "/startTime",
        "/state",
        "/user",
        "/mediaRoles",
        "/wrapup/durationSeconds",
    ] {
        validate_with(pointer, Value::Null).unwrap_or_else(|error| panic!("{pointer}: {error}"));
    }
}

#[test]
fn a_value_of_another_type_is_invalid_at_any_depth() {
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
    for (pointer, value) in wrong {
        assert!(
            validate_with(pointer, value.clone()).is_err(),
            "{pointer}: {value}"
        );
    }
}

#[test]
fn a_missing_or_null_required_property_is_invalid() {
    let customer = |id: Value| json!({"customer": {"id": id, "idType": "cookie"}});
    validate_with("/journeyContext", customer(json!("c-1"))).unwrap();
    assert!(validate_with("/journeyContext", customer(Value::Null)).is_err());
    assert!(validate_with("/journeyContext", json!({"customer": {"id": "c-1"}})).is_err());
}

#[test]
fn all_references_resolve() {
    let schema = read(&workspace_spec(), &[]);
    let all: Vec<_> = schema
        .definitions
        .iter()
        .map(|definition| definition.name.to_string())
        .collect();
    // The validator resolves only the references that it reaches from the roots.
    Validator::new(&json_schema(&schema, &all));
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn the_json_schema_of_complete_editions_is_valid() {
    for edition in editions() {
        Validator::new(&json_schema(&read(&edition, &[]), &[]));
    }
}
