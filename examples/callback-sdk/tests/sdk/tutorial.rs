//! The program that the README shows, run against a server.

use std::io::BufRead;

use callback_sdk::{Client, ConversationId, Error, Event, ParticipantId, events};
use serde_json::json;

use crate::server::{Server, conversation, participant};

/// Puts a participant on hold; whatever else the API said about it stays as it was.
fn hold(client: &Client, callback: &ConversationId, id: &ParticipantId) -> Result<(), Error> {
    let mut participant = client.callback_participant(callback, id)?;
    participant.held = Some(true);
    client.update_callback_participant(callback, id, &participant)
}

/// How many participants of all callbacks are on hold.
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

/// Says what happens, line by line.
fn watch(stream: impl BufRead) -> Vec<String> {
    let said = events(stream).map(|event| match event {
        Ok(Event::Callback(callback)) => format!("a callback: {:?}", callback.id),
        Ok(other) => format!("something else: {other:?}"),
        Err(error) => format!("{error}, and the events go on"),
    });
    said.collect()
}

#[test]
fn hold_sends_everything_back() {
    let found = json!({"id": "p-1", "held": false, "new": {"a": null}});
    let answer = json!({"participants": [found]}).to_string();
    let server = Server::always(200, &answer);
    hold(&server.client(), &conversation(), &participant()).unwrap();
    let sent = server.seen().pop().unwrap().json();
    assert_eq!(sent, json!({"id": "p-1", "held": true, "new": {"a": null}}));
}

#[test]
fn count_held_goes_through_all_pages() {
    let page = json!({
        "pageCount": 2,
        "entities": [{"participants": [{"held": true}, {"held": false}, {"held": "no"}]}, {}],
    });
    let server = Server::always(200, &page.to_string());
    assert_eq!(count_held(&server.client()).unwrap(), 2);
}

#[test]
fn watch_says_what_happens() {
    let stream = r#"{"topicName": "v2.users.u.conversations.callbacks", "eventBody": {"id": "c-1"}}
{"topicName":
{"topicName": "channel.metadata"}"#;
    let said = watch(stream.as_bytes());
    assert_eq!(
        said,
        [
            r#"a callback: Some(ConversationId("c-1"))"#,
            "line 2 of the events cannot be decoded, and the events go on",
            r#"something else: Other { topic: "channel.metadata", body: Null }"#,
        ]
    );
}
