//! The code in the first section of the README, run against a server.

use callback_sdk::{
    Client, Error,
    models::{MediaParticipantRequest, WrapupInput, model},
};
use serde_json::json;

use crate::server::Server;

/// Puts a participant on hold.
fn hold(client: &Client, callback: &str, participant: &str) -> Result<(), Error> {
    let change = model!(MediaParticipantRequest { held: true });
    client.update_participant(callback, participant, &change)
}

/// Counts the participants on hold in all callbacks.
fn count_held(client: &Client) -> Result<usize, Error> {
    let mut held = 0;
    for callback in client.callbacks()? {
        let participants = callback?.participants.unwrap_or_default();
        held += participants
            .iter()
            .filter(|it| it.held == Some(true))
            .count();
    }
    Ok(held)
}

/// Wraps up a communication with a code and notes.
fn wrap_up(client: &Client, ids: [&str; 3], code: &str) -> Result<(), Error> {
    let [callback, participant, communication] = ids;
    let wrapup = model!(WrapupInput {
        code,
        notes: "The customer called again",
        tags: ["second call"],
        duration_seconds: 30,
    });
    client.wrap_up(callback, participant, communication, &wrapup)
}

#[test]
fn hold_sends_one_property() {
    let server = Server::always(202, "");
    hold(&server.client(), "c-1", "p-1").unwrap();
    assert_eq!(
        server.received().pop().unwrap().json(),
        json!({"held": true})
    );
}

#[test]
fn count_held_counts_in_all_pages() {
    let participants = json!([{"held": true}, {"held": false}, {"held": "no"}]);
    let server = Server::new(move |request| {
        let next_uri = (!request.url.contains('?')).then_some("/next?pageNumber=2");
        let page = json!({"entities": [{"participants": participants}, {}], "nextUri": next_uri});
        (200, page.to_string())
    });
    assert_eq!(count_held(&server.client()).unwrap(), 2);
}

#[test]
fn wrap_up_sends_the_wrapup() {
    let server = Server::always(202, "");
    wrap_up(&server.client(), ["c-1", "p-1", "m-1"], "w-1").unwrap();
    let request = server.received().pop().unwrap();
    assert_eq!(
        request.line(),
        "POST /api/v2/conversations/callbacks/c-1/participants/p-1/communications/m-1/wrapup"
    );
    assert_eq!(
        request.json(),
        json!({
            "code": "w-1",
            "notes": "The customer called again",
            "tags": ["second call"],
            "durationSeconds": 30,
        })
    );
}
