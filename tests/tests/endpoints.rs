//! Endpoints of the committed output: what a program builds requests from.

use genesys_models::{
    CallbackConversation, MediaParticipantRequest,
    endpoints::conversations::{
        GET_CONVERSATIONS_CALLBACK, GET_CONVERSATIONS_CALLBACK_PARTICIPANT_WRAPUP,
        PATCH_CONVERSATIONS_CALLBACK_PARTICIPANT,
    },
    runtime::{Endpoint, EndpointErrorKind, HttpMethod, Operation, Parameter, Place},
};
use proptest::prelude::*;

const LIST: Operation = Operation {
    name: "getAnts",
    method: HttpMethod::Get,
    template: "/hills/{hill}/ants",
    parameters: &[
        parameter("hill", Place::Path, "string", true),
        parameter("size", Place::Query, "number", true),
        parameter("expand", Place::Query, "string[]", false),
        parameter("Accept-Language", Place::Header, "string", false),
    ],
    body: None,
    body_required: false,
    success: Some("Ant[]"),
    successes: &[200],
    errors: &[400],
};

const fn parameter(
    name: &'static str,
    place: Place,
    ty: &'static str,
    required: bool,
) -> Parameter {
    Parameter {
        name,
        place,
        ty,
        required,
    }
}

#[test]
fn an_endpoint_has_all_that_a_request_needs() {
    let get: Endpoint<(), CallbackConversation> = GET_CONVERSATIONS_CALLBACK;
    assert_eq!(get.method.as_str(), "GET");
    let path = get.path(&[("conversationId", "a/b c")]).unwrap();
    assert_eq!(path, "/api/v2/conversations/callbacks/a%2Fb%20c");
    assert_eq!(get.success, Some("CallbackConversation"));
    assert_eq!(get.successes, [200]);
    assert!(get.errors.contains(&404) && !get.errors.contains(&200));
    let update: Endpoint<MediaParticipantRequest, ()> = PATCH_CONVERSATIONS_CALLBACK_PARTICIPANT;
    assert_eq!(update.body, Some("MediaParticipantRequest"));
    assert!(update.body_required);
    assert_eq!((update.success, update.successes), (None, &[202][..]));
}

#[test]
fn a_query_is_encoded_and_may_be_empty() {
    let wrapup = GET_CONVERSATIONS_CALLBACK_PARTICIPANT_WRAPUP;
    assert_eq!(wrapup.query(&[]).unwrap(), "");
    assert_eq!(
        wrapup.query(&[("provisional", "true")]).unwrap(),
        "provisional=true"
    );
    let values = [("expand", "a&b"), ("size", "1"), ("expand", "c=d")];
    assert_eq!(
        LIST.query(&values).unwrap(),
        "expand=a%26b&size=1&expand=c%3Dd"
    );
}

#[test]
fn a_path_refuses_what_does_not_fit() {
    let said = |values: &[(&str, &str)]| LIST.path(values).unwrap_err().to_string();
    assert_eq!(said(&[]), "`getAnts` needs the path parameter `hill`");
    assert_eq!(
        said(&[("hill", "1"), ("size", "2")]),
        "`getAnts` has no path parameter `size`; it has `hill`"
    );
    assert_eq!(
        said(&[("hill", "1"), ("hill", "2")]),
        "the path parameter `hill` of `getAnts` is there twice"
    );
    for value in ["", ".", ".."] {
        let error = LIST.path(&[("hill", value)]).unwrap_err();
        assert_eq!(error.kind(), EndpointErrorKind::InvalidValue, "{value}");
    }
}

#[test]
fn a_query_refuses_what_does_not_fit() {
    let said = |values: &[(&str, &str)]| LIST.query(values).unwrap_err().to_string();
    assert_eq!(said(&[]), "`getAnts` needs the query parameter `size`");
    assert_eq!(
        said(&[("size", "1"), ("Size", "2")]),
        "`getAnts` has no query parameter `Size`; it has `size`, `expand`"
    );
    assert_eq!(
        said(&[("size", "1"), ("size", "2")]),
        "the query parameter `size` of `getAnts` is there twice"
    );
}

#[test]
fn an_endpoint_is_plain_data_whatever_its_types_are() {
    fn assert_plain<T: Copy + Send + Sync + std::fmt::Debug>(_: T) {}
    assert_plain(GET_CONVERSATIONS_CALLBACK);
}

/// The text that a percent-encoded one stands for, by the standard's own words.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || char::from(rest.next().unwrap()).to_digit(16).unwrap();
        bytes.push(if byte == b'%' {
            u8::try_from(digit() * 16 + digit()).unwrap()
        } else {
            byte
        });
    }
    String::from_utf8(bytes).unwrap()
}

proptest! {
    #[test]
    fn every_value_comes_back_from_a_path(value in any::<String>()) {
        prop_assume!(!matches!(value.as_str(), "" | "." | ".."));
        let path = LIST.path(&[("hill", &value)]).unwrap();
        let segments: Vec<_> = path.split('/').collect();
        prop_assert_eq!(segments.len(), 4);
        let is_unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte);
        prop_assert!(segments[2].bytes().all(is_unreserved));
        prop_assert_eq!(decoded(segments[2]), value);
    }

    #[test]
    fn every_value_comes_back_from_a_query(values in prop::collection::vec(any::<String>(), 0..4)) {
        let mut given = vec![("size", "1")];
        given.extend(values.iter().map(|value| ("expand", value.as_str())));
        let query = LIST.query(&given).unwrap();
        let pairs: Vec<_> = query.split('&').map(|pair| pair.split_once('=').unwrap()).collect();
        prop_assert_eq!(pairs.len(), given.len());
        for ((name, value), (given_name, given_value)) in pairs.into_iter().zip(given) {
            prop_assert_eq!(decoded(name), given_name);
            prop_assert_eq!(decoded(value), given_value);
        }
    }
}
