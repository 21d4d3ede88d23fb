//! Error responses, invalid responses and failed connections.

use std::{error::Error as _, net::TcpListener};

use callback_sdk::{
    Client, Error,
    models::{ErrorBody, MediaParticipantRequest, runtime::ResponseErrorKind},
};

use crate::server::{Server, client};

/// Returns the error of getting a callback.
fn error_of_get(client: &Client) -> Error {
    client.callback("c-1").unwrap_err()
}

/// Returns the status and the documented body of an error response.
fn status_and_body(error: Error) -> (u16, Option<ErrorBody>) {
    match error {
        Error::Response(error) => (error.status(), error.error().cloned()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_error_status_is_an_error_with_the_documented_body() {
    let body = r#"{"message": "No such conversation", "code": "not.found", "status": 404}"#;
    let server = Server::always(404, body);
    let error = error_of_get(&server.client());
    assert!(
        error.to_string().contains("No such conversation"),
        "{error}"
    );
    let (status, body) = status_and_body(error);
    assert_eq!(status, 404);
    assert_eq!(body.unwrap().code.as_deref(), Some("not.found"));
}

#[test]
fn an_error_body_that_is_not_documented_is_no_other_error() {
    for body in ["<h1>Oops</h1>", "", r#"["broken", 1]"#] {
        let server = Server::always(500, body);
        let error = error_of_get(&server.client());
        assert_eq!(status_and_body(error), (500, None), "{body}");
    }
}

#[test]
fn a_rejected_update_is_an_error() {
    let server = Server::always(409, r#"{"message": "Too late"}"#);
    let change = MediaParticipantRequest::default();
    let updated = server.client().update_participant("c-1", "p-1", &change);
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
    for body in [r#"{"participants": [{"id": "p-1""#, "5", "<html>"] {
        let server = Server::always(200, body);
        let Error::Response(error) = error_of_get(&server.client()) else {
            panic!("{body}");
        };
        assert_eq!(error.kind(), ResponseErrorKind::Body, "{error:?}");
        let source = error.source().unwrap().to_string();
        assert!(source.contains("line 1 column "), "{source}");
    }
}

#[test]
fn an_empty_id_is_an_error_and_nothing_is_sent() {
    let server = Server::always(200, "{}");
    let error = server.client().callback("").unwrap_err();
    assert!(matches!(error, Error::Request(_)), "{error:?}");
    assert!(error.to_string().contains("conversationId"), "{error}");
    assert_eq!(server.lines().len(), 0);
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
