//! Error responses, invalid responses and failed connections.

use std::{error::Error as _, net::TcpListener};

use callback_sdk::{
    Client, Error, ErrorBody,
    models::{CallbackMediaParticipant, ErrorInfo},
};
use serde_json::json;

use crate::server::{Server, client, conversation, participant};

/// Returns the error of getting the participant.
fn error_of_get(client: &Client) -> Error {
    let result = client.callback_participant(&conversation(), &participant());
    result.unwrap_err()
}

/// Returns the status and the body of an error response.
fn status_and_body(error: Error) -> (u16, ErrorBody) {
    match error {
        Error::Status { status, body } => (status, body),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_404_is_an_error_with_the_message_of_the_server() {
    let body = r#"{"message": "No such conversation", "code": "not.found", "status": 404}"#;
    let server = Server::always(404, body);
    let error = error_of_get(&server.client());
    assert_eq!(
        error.to_string(),
        "the server responded with status 404: No such conversation"
    );
    let expected = ErrorInfo {
        message: Some("No such conversation".into()),
        code: Some("not.found".into()),
        extra: [("status", json!(404))].into_iter().collect(),
    };
    assert_eq!(status_and_body(error), (404, ErrorBody::Info(expected)));
}

#[test]
fn a_500_is_an_error_with_its_body_in_any_format() {
    for (body, expected) in [
        ("<h1>Oops</h1>", ErrorBody::Text("<h1>Oops</h1>".into())),
        ("", ErrorBody::Text(String::new())),
        (r#"["broken", 1]"#, ErrorBody::Json(json!(["broken", 1]))),
        ("{}", ErrorBody::Info(ErrorInfo::default())),
    ] {
        let server = Server::always(500, body);
        assert_eq!(
            status_and_body(error_of_get(&server.client())),
            (500, expected)
        );
    }
}

#[test]
fn a_rejected_update_is_an_error() {
    let server = Server::always(409, r#"{"message": "Too late"}"#);
    let blank = CallbackMediaParticipant::default();
    let updated =
        server
            .client()
            .update_callback_participant(&conversation(), &participant(), &blank);
    assert_eq!(status_and_body(updated.unwrap_err()).0, 409);
}

#[test]
fn a_redirect_is_not_followed() {
    let server = Server::always(302, "");
    assert_eq!(status_and_body(error_of_get(&server.client())).0, 302);
    assert_eq!(server.lines().len(), 1);
}

#[test]
fn invalid_json_is_an_error_with_its_position() {
    for body in [r#"{"participants": [{"id": "p-1""#, "", "5", "<html>"] {
        let server = Server::always(200, body);
        let error = error_of_get(&server.client());
        assert!(matches!(error, Error::Decode(_)), "{body}: {error:?}");
        let source = error.source().unwrap().to_string();
        assert!(source.contains("line 1 column "), "{source}");
    }
}

#[test]
fn a_missing_participant_is_an_error_with_both_ids() {
    for body in [
        "{}",
        r#"{"participants": null}"#,
        r#"{"participants": [{}, {"id": "p-2"}]}"#,
    ] {
        let server = Server::always(200, body);
        let error = error_of_get(&server.client());
        assert_eq!(
            error.to_string(),
            "the callback `c-1` has no participant `p-1`"
        );
    }
}

#[test]
fn a_failed_connection_is_an_error() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr();
    let url = format!("http://{}", closed.unwrap());
    for url in [&url, "not a URL"] {
        let error = error_of_get(&client(url));
        assert!(matches!(error, Error::Transport(_)), "{error:?}");
    }
}
