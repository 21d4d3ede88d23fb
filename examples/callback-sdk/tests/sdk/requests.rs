//! The requests that the server receives.

use callback_sdk::models::{
    MediaParticipantRequest, WrapupInput, media_participant_request::State, model,
};
use serde_json::json;

use crate::server::{Server, TOKEN};

#[test]
fn ids_are_percent_encoded() {
    let server = Server::always(200, "{}");
    server.client().callback("a/b c").unwrap();
    let path = "GET /api/v2/conversations/callbacks/a%2Fb%20c";
    assert_eq!(server.lines(), [path]);
}

#[test]
fn an_update_is_a_patch_with_json_and_the_token() {
    let server = Server::always(202, "");
    let change = model!(MediaParticipantRequest {
        state: State::Disconnected,
        wrapup: model!(WrapupInput {
            code: "w-1",
            tags: ["a", "b"]
        }),
    });
    let client = server.client();
    client.update_participant("c-1", "p-1", &change).unwrap();
    let request = server.received().pop().unwrap();
    assert_eq!(
        request.line(),
        "PATCH /api/v2/conversations/callbacks/c-1/participants/p-1"
    );
    assert_eq!(
        request.json(),
        json!({"state": "disconnected", "wrapup": {"code": "w-1", "tags": ["a", "b"]}})
    );
    assert_eq!(request.content_type.as_deref(), Some("application/json"));
    assert_eq!(request.authorization, Some(format!("Bearer {TOKEN}")));
}
