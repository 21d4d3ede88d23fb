//! Ids in the paths of requests.

use callback_sdk::{ConversationId, ParticipantId, models::CallbackMediaParticipant};

use crate::server::{Server, client};

#[test]
fn ids_are_percent_encoded_in_paths() {
    let server = Server::always(202, "");
    let conversation = ConversationId::new("a/b?c#d%2F e");
    let participant = ParticipantId::new("../\u{e9}&\"");
    let blank = CallbackMediaParticipant::default();
    let updated = server
        .client()
        .update_callback_participant(&conversation, &participant, &blank);
    updated.unwrap();
    assert_eq!(
        server.lines(),
        [
            "PATCH /api/v2/conversations/callbacks/a%2Fb%3Fc%23d%252F%20e/participants/%2E%2E%2F%C3%A9%26%22"
        ]
    );
}

#[test]
fn participants_are_found_by_their_unencoded_ids() {
    let body = r#"{"participants": [{"id": "p%2F1"}, {"id": "p/1", "name": "this"}]}"#;
    let server = Server::always(200, body);
    let conversation = ConversationId::new("c~1_2-3");
    let id = ParticipantId::new("p/1");
    let participant = server.client().callback_participant(&conversation, &id);
    assert_eq!(participant.unwrap().name.as_deref(), Some("this"));
    let expected = "GET /api/v2/conversations/callbacks/c~1_2-3";
    assert_eq!(server.lines(), [expected]);
}

#[test]
fn a_base_url_can_end_in_a_slash_and_have_a_path() {
    let server = Server::always(200, "{}");
    let client = client(&format!("{}/proxy/", server.url()));
    client.callback(&ConversationId::new("c")).unwrap();
    let expected = "GET /proxy/api/v2/conversations/callbacks/c";
    assert_eq!(server.lines(), [expected]);
}
