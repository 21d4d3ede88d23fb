//! Get, change and send back: the server receives every property that it sent.

use callback_sdk::models::{CallbackMediaParticipant, callback_media_participant::State};
use serde_json::{Value, from_str, json};

use crate::server::{ReceivedRequest, Server, TOKEN, conversation, participant};

/// A participant with documented and undocumented properties, and with values of documented and other types.
const SENT: &str = r#"{
    "id": "p-1",
    "state": "connected",
    "startTime": "2023-01-19T15:18:42Z",
    "connectedTime": "half past nine",
    "endTime": null,
    "held": false,
    "wrapupRequired": "perhaps",
    "mediaRoles": "full",
    "user": {"id": "u-1", "selfUri": "/api/v2/users/u-1", "presence": {"since": null}},
    "queue": 5,
    "team": [],
    "attributes": {"customer": {"tier": [1, 2.50, null]}},
    "wrapupTimeoutMs": 9007199254740993,
    "alertingTimeoutMs": 30.0,
    "timeoutSeconds": "30",
    "wrapup": {"code": "w", "tags": ["a", null, 1], "durationSeconds": -9223372036854775808, "later": true},
    "callbackNumbers": [],
    "journeyContext": null,
    "startAlertingTime": "2023-01-19T15:18:40Z",
    "ticket": 18446744073709551615,
    "Held": "another name",
    "": {"odd": []}
}"#;

/// Starts a server with a callback in which this is the second participant.
fn server(sent: &'static str) -> Server {
    Server::new(move |request| match request.method.as_str() {
        "GET" => (
            200,
            format!(r#"{{"id": "c-1", "participants": [{{"id": "p-0"}}, {sent}], "new": 1}}"#),
        ),
        _ => (202, String::new()),
    })
}

/// Gets a participant, changes it, sends it back, and returns the request that the server received.
fn update(
    sent: &'static str,
    change: impl FnOnce(&mut CallbackMediaParticipant),
) -> ReceivedRequest {
    let server = server(sent);
    let (client, conversation, id) = (server.client(), conversation(), participant());
    let mut participant = client.callback_participant(&conversation, &id).unwrap();
    change(&mut participant);
    let result = client.update_callback_participant(&conversation, &id, &participant);
    result.unwrap();
    server.received().pop().unwrap()
}

fn sent_with(name: &str, value: Value) -> Value {
    let mut sent: Value = from_str(SENT).unwrap();
    sent[name] = value;
    sent
}

#[test]
fn an_unchanged_participant_is_sent_back_unchanged() {
    let request = update(SENT, |_| ());
    assert_eq!(request.json(), from_str::<Value>(SENT).unwrap());
}

#[test]
fn changing_a_field_changes_no_other_property() {
    let request = update(SENT, |participant| participant.held = Some(true));
    assert_eq!(request.json(), sent_with("held", json!(true)));
    let request = update(SENT, |participant| {
        participant.state = Some(State::Disconnected.into());
    });
    assert_eq!(request.json(), sent_with("state", json!("disconnected")));
}

#[test]
fn a_property_with_a_value_of_another_type_can_be_set() {
    let request = update(SENT, |participant| {
        participant.wrapup_required = Some(false);
    });
    assert_eq!(request.json(), sent_with("wrapupRequired", json!(false)));
}

#[test]
fn changing_a_nested_field_changes_no_other_property() {
    let request = update(SENT, |participant| {
        participant.wrapup.as_mut().unwrap().notes = Some("done".into());
    });
    let mut expected: Value = from_str(SENT).unwrap();
    expected["wrapup"]["notes"] = json!("done");
    assert_eq!(request.json(), expected);
}

#[test]
fn large_integers_and_floats_are_sent_back_unchanged() {
    let request = update(SENT, |participant| participant.held = Some(true));
    for digits in [
        ":9007199254740993",
        ":18446744073709551615",
        ":-9223372036854775808",
        ":30.0",
        ",2.5,",
    ] {
        assert!(
            request.body.contains(digits),
            "{digits} in {}",
            request.body
        );
    }
}

#[test]
fn an_update_is_a_patch_with_json_and_the_token() {
    let request = update(SENT, |_| ());
    assert_eq!(
        request.line(),
        "PATCH /api/v2/conversations/callbacks/c-1/participants/p-1"
    );
    assert_eq!(request.content_type.as_deref(), Some("application/json"));
    assert_eq!(request.authorization, Some(format!("Bearer {TOKEN}")));
}
