//! Answers that are no success, and none at all.

use std::{error::Error as _, net::TcpListener};

use callback_sdk::{
    Client, Error, ErrorBody,
    models::{CallbackMediaParticipant, ErrorInfo},
};
use serde_json::json;

use crate::server::{Server, client, conversation, participant};

/// What getting the participant comes to, which must be an error.
fn failure(client: &Client) -> Error {
    let got = client.callback_participant(&conversation(), &participant());
    got.unwrap_err()
}

/// The status and the body of an error.
fn refusal(error: Error) -> (u16, ErrorBody) {
    match error {
        Error::Status { status, body } => (status, body),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_404_is_an_error_with_the_server_s_words() {
    let body = r#"{"message": "No such conversation", "code": "not.found", "status": 404}"#;
    let server = Server::always(404, body);
    let error = failure(&server.client());
    assert_eq!(
        error.to_string(),
        "the server answered with status 404: No such conversation"
    );
    let expected = ErrorInfo {
        message: Some("No such conversation".into()),
        code: Some("not.found".into()),
        extra: [("status", json!(404))].into_iter().collect(),
    };
    assert_eq!(refusal(error), (404, ErrorBody::Info(expected)));
}

#[test]
fn a_500_of_any_kind_is_an_error_with_its_body() {
    for (body, expected) in [
        ("<h1>Oops</h1>", ErrorBody::Text("<h1>Oops</h1>".into())),
        ("", ErrorBody::Text(String::new())),
        (r#"["broken", 1]"#, ErrorBody::Json(json!(["broken", 1]))),
        ("{}", ErrorBody::Info(ErrorInfo::default())),
    ] {
        let server = Server::always(500, body);
        assert_eq!(refusal(failure(&server.client())), (500, expected));
    }
}

#[test]
fn an_update_that_is_refused_is_an_error() {
    let server = Server::always(409, r#"{"message": "Too late"}"#);
    let nothing = CallbackMediaParticipant::default();
    let updated =
        server
            .client()
            .update_callback_participant(&conversation(), &participant(), &nothing);
    assert_eq!(refusal(updated.unwrap_err()).0, 409);
}

#[test]
fn a_redirect_is_not_followed() {
    let server = Server::always(302, "");
    assert_eq!(refusal(failure(&server.client())).0, 302);
    assert_eq!(server.lines().len(), 1);
}

#[test]
fn broken_json_is_an_error_that_says_where() {
    for body in [r#"{"participants": [{"id": "p-1""#, "", "5", "<html>"] {
        let server = Server::always(200, body);
        let error = failure(&server.client());
        assert!(matches!(error, Error::Decode(_)), "{body}: {error:?}");
        let source = error.source().unwrap().to_string();
        assert!(source.contains("line 1 column "), "{source}");
    }
}

#[test]
fn a_participant_that_is_not_there_is_an_error_that_names_both() {
    for body in [
        "{}",
        r#"{"participants": null}"#,
        r#"{"participants": [{}, {"id": "p-2"}]}"#,
    ] {
        let server = Server::always(200, body);
        let error = failure(&server.client());
        assert_eq!(
            error.to_string(),
            "the callback `c-1` has no participant `p-1`"
        );
    }
}

#[test]
fn without_a_server_there_is_an_error() {
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr();
    let url = format!("http://{}", gone.unwrap());
    for url in [&url, "no URL"] {
        let error = failure(&client(url));
        assert!(matches!(error, Error::Transport(_)), "{error:?}");
    }
}
