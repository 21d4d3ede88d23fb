//! Decoding of responses.

use std::{error::Error as _, marker::PhantomData};

use genesys_runtime::{Endpoint, HttpMethod, Operation, ResponseErrorKind};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};

#[derive(Debug, PartialEq, Deserialize)]
struct Ant {
    name: String,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Fault {
    code: String,
}

const fn endpoint<Success: DeserializeOwned>(
    responses: &'static [&'static str],
) -> Endpoint<(), Success, Fault> {
    Endpoint {
        operation: Operation {
            name: "getAnt",
            method: HttpMethod::Get,
            template: "/ant",
            parameters: &[],
            responses,
        },
        types: PhantomData,
    }
}

const GET: Endpoint<(), Ant, Fault> = endpoint(&["200 Ant", "204", "400 404 Fault"]);

fn ann() -> Ant {
    Ant { name: "Ann".into() }
}

#[test]
fn every_success_with_a_body_is_decoded() {
    for status in [200, 201, 204, 299] {
        let ant = GET.decode(status, br#"{"name": "Ann"}"#).unwrap();
        assert_eq!(ant, Some(ann()), "{status}");
    }
    let request = GET.request().build().unwrap();
    let ant = request.decode(200, br#"{"name": "Ann"}"#).unwrap();
    assert_eq!(ant, Some(ann()));
}

#[test]
fn a_success_without_a_body_has_no_value() {
    for status in [200, 204] {
        for body in ["", " \r\n", "null"] {
            assert_eq!(GET.decode(status, body.as_bytes()).unwrap(), None);
        }
    }
}

#[test]
fn the_body_of_a_status_without_a_type_may_be_anything() {
    assert_eq!(GET.decode(204, b"deleted").unwrap(), None);
    let delete = endpoint::<()>(&["202", "404 Fault"]);
    for body in ["", "null", "{\"name\": \"Ann\"}", "<p>Done"] {
        assert_eq!(delete.decode(202, body.as_bytes()).unwrap(), None);
    }
}

#[test]
fn a_success_that_cannot_be_decoded_is_an_error_with_its_body_and_source() {
    for body in ["<html>", "[]", "{\"name\": \"Ann\"} {}"] {
        let error = GET.decode(200, body.as_bytes()).unwrap_err();
        assert_eq!(error.kind(), ResponseErrorKind::Body);
        assert_eq!(
            error.to_string(),
            "getAnt: 200 OK, but the body cannot be decoded"
        );
        assert_eq!(error.body(), body.as_bytes());
        let source = error.source().unwrap();
        assert!(source.is::<serde_json::Error>());
    }
}

#[test]
fn text_that_is_not_json_is_decoded_as_a_documented_string() {
    let text = endpoint::<String>(&["200 string"]);
    let decoded = |body: &[u8]| text.decode(200, body).unwrap();
    assert_eq!(decoded(b"\"a\\n\""), Some("a\n".into()));
    assert_eq!(
        decoded(b"id,name\n1,\"Ann\"\n"),
        Some("id,name\n1,\"Ann\"\n".into())
    );
    assert_eq!(decoded(b"12"), Some("12".into()));
    assert!(text.decode(200, b"\xff").is_err());
    // Another status of the same operation has another type.
    let mixed = endpoint::<Value>(&["200 Ant", "202 string"]);
    assert_eq!(mixed.decode(202, b"soon").unwrap(), Some(json!("soon")));
    assert!(mixed.decode(200, b"soon").is_err());
}

#[test]
fn text_that_looks_like_other_json_is_a_documented_string() {
    let mixed = endpoint::<Value>(&["200 Ant", "202 string"]);
    let decoded = |body: &str| mixed.decode(202, body.as_bytes()).unwrap();
    for text in ["123", "1e999", "true", "{\"name\": \"Ann\"}", "[1]"] {
        assert_eq!(decoded(text), Some(json!(text)));
    }
    assert_eq!(decoded("\"123\""), Some(json!("123")));
    assert_eq!(decoded(" null "), None);
    assert_eq!(mixed.decode(200, b"123").unwrap(), Some(json!(123)));
}

#[test]
fn another_status_is_an_error_with_the_documented_body() {
    let body = br#"{"code": "gone", "message": "No such ant"}"#;
    for status in [400, 404, 500] {
        let error = GET.decode(status, body).unwrap_err();
        assert_eq!(error.kind(), ResponseErrorKind::Status);
        assert_eq!((error.status(), error.body()), (status, &body[..]));
        assert_eq!(error.message(), Some("No such ant"));
        assert!(error.source().is_none());
        assert_eq!(error.error().unwrap().code, "gone");
        assert_eq!(
            error.into_error(),
            Some(Fault {
                code: "gone".into()
            })
        );
    }
    let error = GET.decode(404, body).unwrap_err();
    assert_eq!(error.to_string(), "getAnt: 404 Not Found: No such ant");
}

#[test]
fn an_error_without_the_documented_body_keeps_the_bytes() {
    for body in ["", "<html>", "[1]", "{\"message\": 1}"] {
        let error = GET.decode(504, body.as_bytes()).unwrap_err();
        assert_eq!((error.error(), error.message()), (None, None));
        assert_eq!(error.body(), body.as_bytes());
        assert_eq!(error.to_string(), "getAnt: 504 Gateway Timeout");
    }
}

#[test]
fn a_redirection_has_no_documented_error() {
    let error = GET.decode(302, br#"{"code": "a"}"#).unwrap_err();
    assert_eq!(error.error(), None);
    assert_eq!(GET.decode(777, b"").unwrap_err().to_string(), "getAnt: 777");
}

#[test]
fn busy_servers_are_worth_another_try() {
    let retryable: Vec<_> = (100..600)
        .filter(|status| !matches!(status, 200..300))
        .filter(|status| GET.decode(*status, b"").unwrap_err().is_retryable())
        .collect();
    assert_eq!(retryable, [429, 502, 503, 504]);
    assert!(!GET.decode(200, b"<html>").unwrap_err().is_retryable());
}

#[test]
fn an_error_is_small_and_its_debug_output_has_no_body() {
    assert_eq!(
        size_of_val(&GET.decode(404, b"").unwrap_err()),
        size_of::<usize>()
    );
    let error = GET.decode(404, b"{\"code\": \"hidden\"}").unwrap_err();
    assert!(!format!("{error:?}").contains("hidden"));
}
