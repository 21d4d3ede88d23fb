//! Get, change one field, send back: the server sees every property it sent.

use callback_sdk::models::{CallbackMediaParticipant, callback_media_participant::State};
use serde_json::{Value, from_str, json};

use crate::server::{Seen, Server, TOKEN, conversation, participant};

/// All that an API may come up with: what is documented and what is not, in the documented shape and in others.
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

/// A server with one callback, in which this participant is the second.
fn server(sent: &'static str) -> Server {
    Server::new(move |request| match request.method.as_str() {
        "GET" => (
            200,
            format!(r#"{{"id": "c-1", "participants": [{{"id": "p-0"}}, {sent}], "new": 1}}"#),
        ),
        _ => (202, String::new()),
    })
}

/// What the server is sent after a participant was changed.
fn sent_back(sent: &'static str, change: impl FnOnce(&mut CallbackMediaParticipant)) -> Seen {
    let server = server(sent);
    let (client, conversation, id) = (server.client(), conversation(), participant());
    let mut participant = client.callback_participant(&conversation, &id).unwrap();
    change(&mut participant);
    let updated = client.update_callback_participant(&conversation, &id, &participant);
    updated.unwrap();
    server.seen().pop().unwrap()
}

fn sent_with(name: &str, value: Value) -> Value {
    let mut sent: Value = from_str(SENT).unwrap();
    sent[name] = value;
    sent
}

#[test]
fn nothing_changed_is_nothing_changed() {
    let seen = sent_back(SENT, |_| ());
    assert_eq!(seen.json(), from_str::<Value>(SENT).unwrap());
}

#[test]
fn one_field_is_changed_and_no_other_property() {
    let seen = sent_back(SENT, |participant| participant.held = Some(true));
    assert_eq!(seen.json(), sent_with("held", json!(true)));
    let seen = sent_back(SENT, |participant| {
        participant.state = Some(State::Disconnected);
    });
    assert_eq!(seen.json(), sent_with("state", json!("disconnected")));
}

#[test]
fn a_field_that_came_in_another_shape_can_be_set() {
    let seen = sent_back(SENT, |participant| {
        participant.wrapup_required = Some(false);
    });
    assert_eq!(seen.json(), sent_with("wrapupRequired", json!(false)));
}

#[test]
fn a_change_deep_inside_leaves_what_is_around_it() {
    let seen = sent_back(SENT, |participant| {
        participant.wrapup.as_mut().unwrap().notes = Some("done".into());
    });
    let mut expected: Value = from_str(SENT).unwrap();
    expected["wrapup"]["notes"] = json!("done");
    assert_eq!(seen.json(), expected);
}

#[test]
fn big_integers_and_floats_are_sent_as_they_came() {
    let seen = sent_back(SENT, |participant| participant.held = Some(true));
    for digits in [
        ":9007199254740993",
        ":18446744073709551615",
        ":-9223372036854775808",
        ":30.0",
        ",2.5,",
    ] {
        assert!(seen.body.contains(digits), "{digits} in {}", seen.body);
    }
}

#[test]
fn it_is_sent_where_it_belongs_as_json_and_with_the_token() {
    let seen = sent_back(SENT, |_| ());
    assert_eq!(
        seen.line(),
        "PATCH /api/v2/conversations/callbacks/c-1/participants/p-1"
    );
    assert_eq!(seen.content_type.as_deref(), Some("application/json"));
    assert_eq!(seen.authorization, Some(format!("Bearer {TOKEN}")));
}
