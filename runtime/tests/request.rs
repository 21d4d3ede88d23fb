//! Requests and the errors of requests that do not fit the docs.

use std::{error::Error as _, marker::PhantomData};

use genesys_runtime::{Endpoint, HttpMethod, Operation, Place, RequestErrorKind};
use proptest::prelude::*;
use serde::{Serialize, Serializer, ser::Error};
use serde_json::{Value, json};

const LIST: Endpoint<(), Value> = Endpoint {
    operation: Operation {
        name: "getAnts",
        method: HttpMethod::Get,
        template: "/hills/{hill}/ants",
        parameters: &[
            "path ! string hill",
            "query ! number size",
            "query string[] expand",
            "query string sortOrder",
            "header string Accept-Language",
        ],
        responses: &["200 Ant[]"],
    },
    types: PhantomData,
};

const CREATE: Endpoint<Value, Value> = Endpoint {
    operation: Operation {
        name: "postAnts",
        method: HttpMethod::Post,
        template: "/ants",
        parameters: &["header string content-type", "body ! Ant body"],
        responses: &["200 Ant"],
    },
    types: PhantomData,
};

#[test]
fn a_request_has_a_method_a_path_a_query_and_headers() {
    let request = LIST
        .request()
        .query("expand", "a&b")
        .query("size", 1)
        .path("hill", "a/b c")
        .query("expand", "c=d")
        .query_opt("sortOrder", None::<&str>)
        .header("accept-language", "de")
        .build()
        .unwrap();
    assert_eq!(request.method, HttpMethod::Get);
    assert_eq!(request.path, "/hills/a%2Fb%20c/ants");
    assert_eq!(request.query, "expand=a%26b&size=1&expand=c%3Dd");
    assert_eq!(request.headers, [("accept-language".into(), "de".into())]);
    assert_eq!(request.body, None);
    assert_eq!(request.operation().name, "getAnts");
}

#[test]
fn a_slash_at_the_end_of_the_base_url_is_ignored() {
    let request = CREATE.request().body(json!({})).build().unwrap();
    assert_eq!(request.path_and_query(), "/ants");
    for base in ["https://example.com", "https://example.com/"] {
        assert_eq!(request.url(base), "https://example.com/ants");
    }
}

#[test]
fn a_body_is_json_and_has_a_content_type() {
    let ant = json!({"name": "Ann"});
    let request = CREATE.request().body(&ant).build().unwrap();
    assert_eq!(request.body, Some(br#"{"name":"Ann"}"#.to_vec()));
    let json = ("Content-Type".into(), "application/json".into());
    assert_eq!(request.headers, [json]);
}

#[test]
fn a_content_type_that_is_given_is_kept() {
    let request = CREATE.request().header("Content-Type", "application/x-ant");
    let request = request.body(json!(1)).build().unwrap();
    let given = ("Content-Type".into(), "application/x-ant".into());
    assert_eq!(request.headers, [given]);
}

#[test]
fn a_missing_parameter_or_body_is_an_error() {
    let error = LIST.request().query("size", 1).build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "getAnts requires the path parameter `hill`"
    );
    assert_eq!(
        (error.kind(), error.place(), error.parameter()),
        (RequestErrorKind::Missing, Place::Path, "hill")
    );
    let error = LIST.request().path("hill", 1).build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "getAnts requires the query parameter `size`"
    );
    let error = CREATE.request().build().unwrap_err();
    assert_eq!(error.to_string(), "postAnts requires a body");
}

#[test]
fn an_unknown_parameter_is_an_error_with_the_known_ones() {
    let error = LIST.request().query("sortorder", "up").build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "getAnts has no query parameter `sortorder`; did you mean `sortOrder`? (query parameters: `size`, `expand`, `sortOrder`)"
    );
    assert_eq!(error.kind(), RequestErrorKind::Unknown);
    let error = LIST.request().query("colour", "red").build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "getAnts has no query parameter `colour` (query parameters: `size`, `expand`, `sortOrder`)"
    );
    let error = LIST.request().query("hill", 1).build().unwrap_err();
    let start = "getAnts has no query parameter `hill`; `hill` is a path parameter (";
    assert!(error.to_string().starts_with(start), "{error}");
    let error = CREATE.request().query("page", 1).build().unwrap_err();
    assert_eq!(error.to_string(), "postAnts has no query parameter `page`");
    let error = LIST.request().body(()).build().unwrap_err();
    assert_eq!(error.to_string(), "getAnts has no body");
}

#[test]
fn the_nearest_name_is_suggested() {
    for (name, nearest) in [
        ("SIZE", "size"),
        ("sise", "size"),
        ("expnad", "expand"),
        ("expands", "expand"),
        ("sort-order", "sortOrder"),
    ] {
        let error = LIST.request().query(name, 1).build().unwrap_err();
        let suggestion = format!("did you mean `{nearest}`?");
        assert!(error.to_string().contains(&suggestion), "{error}");
    }
    for name in ["", "s", "sixteen", "order"] {
        let error = LIST.request().query(name, 1).build().unwrap_err();
        assert!(!error.to_string().contains("did you mean"), "{error}");
    }
}

#[test]
fn the_error_of_an_undocumented_header_says_where_to_add_it() {
    let error = LIST.request().header("Authorization", "Bearer x");
    assert_eq!(
        error.build().unwrap_err().to_string(),
        "getAnts has no header `Authorization` (headers: `Accept-Language`); add undocumented headers, such as `Authorization`, to the built request"
    );
}

#[test]
fn only_a_list_can_be_given_more_than_once() {
    let request = LIST.request().path("hill", 1).query("size", 1);
    let error = request.query("size", 2).build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "getAnts: the query parameter `size` is given more than once, but it is not a list"
    );
    let request = LIST.request().header("Accept-Language", "de");
    let error = request.header("accept-language", "en").build().unwrap_err();
    assert_eq!(error.kind(), RequestErrorKind::Repeated);
    let request = CREATE.request().body(json!({})).body(json!({}));
    let error = request.build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "postAnts: the body is given more than once"
    );
}

#[test]
fn values_that_would_change_the_path_or_the_headers_are_errors() {
    for value in ["", ".", ".."] {
        let error = LIST.request().path("hill", value).build().unwrap_err();
        assert_eq!(
            error.to_string(),
            "getAnts: the path parameter `hill` cannot be empty, `.` or `..`"
        );
    }
    let error = LIST.request().header("Accept-Language", "de\r\nX: 1");
    assert_eq!(
        error.build().unwrap_err().to_string(),
        "getAnts: the header `Accept-Language` contains a control character"
    );
}

#[test]
fn a_body_that_cannot_be_serialized_is_an_error_with_its_source() {
    struct Unserializable;
    impl Serialize for Unserializable {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(S::Error::custom("too odd"))
        }
    }
    let endpoint: Endpoint<Unserializable, ()> = Endpoint {
        operation: CREATE.operation,
        types: PhantomData,
    };
    let error = endpoint.request().body(Unserializable).build().unwrap_err();
    assert_eq!(error.to_string(), "postAnts: the body cannot be serialized");
    assert_eq!(error.source().unwrap().to_string(), "too odd");
}

#[test]
fn debug_output_contains_no_body_and_no_values_of_headers() {
    let builder = CREATE.request().header("content-type", "hidden");
    let builder = builder.body(json!("hidden"));
    assert!(!format!("{builder:?}").contains("hidden"));
    let request = builder.build().unwrap();
    let debug = format!("{request:?}");
    assert!(
        !debug.contains("hidden") && debug.contains("content-type"),
        "{debug}"
    );
}

/// Decodes percent-encoded text.
fn percent_decoded(text: &str) -> String {
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
    fn every_path_value_is_percent_encoded_reversibly(value in any::<String>()) {
        prop_assume!(!matches!(value.as_str(), "" | "." | ".."));
        let request = LIST.request().path("hill", &value).query("size", 1).build().unwrap();
        let segments: Vec<_> = request.path.split('/').collect();
        prop_assert_eq!(segments.len(), 4);
        let is_unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte);
        prop_assert!(segments[2].bytes().all(is_unreserved));
        prop_assert_eq!(percent_decoded(segments[2]), value);
    }

    #[test]
    fn every_query_value_is_percent_encoded_reversibly(values in prop::collection::vec(any::<String>(), 0..4)) {
        let mut builder = LIST.request().path("hill", 1).query("size", 1);
        for value in &values {
            builder = builder.query("expand", value);
        }
        let request = builder.build().unwrap();
        let pairs: Vec<_> = request.query.split('&').skip(1).map(|pair| pair.split_once('=').unwrap()).collect();
        prop_assert_eq!(pairs.len(), values.len());
        for ((name, value), given) in pairs.into_iter().zip(values) {
            prop_assert_eq!(name, "expand");
            prop_assert_eq!(percent_decoded(value), given);
        }
    }
}
