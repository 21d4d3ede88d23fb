//! The code in the first section of the README, run against a server.

use std::io::BufRead;

use callback_sdk::{Client, ConversationId, Error, Event, ParticipantId, events};
use serde_json::json;

use crate::server::{Server, conversation, participant};

/// Puts a participant on hold and leaves its other properties unchanged.
fn hold(client: &Client, callback: &ConversationId, id: &ParticipantId) -> Result<(), Error> {
    let mut participant = client.callback_participant(callback, id)?;
    participant.held = Some(true);
    client.update_callback_participant(callback, id, &participant)
}

/// Counts the participants on hold in all callbacks.
fn count_held(client: &Client) -> Result<usize, Error> {
    let mut held = 0;
    for callback in client.callbacks(25) {
        let participants = callback?.participants.unwrap_or_default();
        held += participants
            .iter()
            .filter(|it| it.held == Some(true))
            .count();
    }
    Ok(held)
}

/// Describes each event of a stream.
fn describe(stream: impl BufRead) -> Vec<String> {
    let descriptions = events(stream).map(|event| match event {
        Ok(Event::Callback(callback)) => format!("callback {:?}", callback.id),
        Ok(other) => format!("other event: {other:?}"),
        Err(error) => format!("error: {error}"),
    });
    descriptions.collect()
}

#[test]
fn hold_keeps_all_other_properties() {
    let participant_json = json!({"id": "p-1", "held": false, "new": {"a": null}});
    let body = json!({"participants": [participant_json]}).to_string();
    let server = Server::always(200, &body);
    hold(&server.client(), &conversation(), &participant()).unwrap();
    let sent = server.received().pop().unwrap().json();
    assert_eq!(sent, json!({"id": "p-1", "held": true, "new": {"a": null}}));
}

#[test]
fn count_held_counts_in_all_pages() {
    let page = json!({
        "pageCount": 2,
        "entities": [{"participants": [{"held": true}, {"held": false}, {"held": "no"}]}, {}],
    });
    let server = Server::always(200, &page.to_string());
    assert_eq!(count_held(&server.client()).unwrap(), 2);
}

#[test]
fn describe_covers_callbacks_errors_and_other_events() {
    let stream = r#"{"topicName": "v2.users.u.conversations.callbacks", "eventBody": {"id": "c-1"}}
{"topicName":
{"topicName": "channel.metadata"}"#;
    let descriptions = describe(stream.as_bytes());
    assert_eq!(
        descriptions,
        [
            r#"callback Some(ConversationId("c-1"))"#,
            "error: line 2 of the event stream cannot be decoded",
            r#"other event: Other { topic: "channel.metadata", body: Null }"#,
        ]
    );
}
