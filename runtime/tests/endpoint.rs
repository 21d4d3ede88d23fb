//! Paths and queries of endpoints, and their errors.

use genesys_runtime::{EndpointErrorKind, HttpMethod, Operation, Parameter, Place};
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
fn a_query_is_percent_encoded() {
    let values = [("expand", "a&b"), ("size", "1"), ("expand", "c=d")];
    assert_eq!(
        LIST.query(&values).unwrap(),
        "expand=a%26b&size=1&expand=c%3Dd"
    );
}

#[test]
fn invalid_path_parameters_are_errors() {
    let error = |values: &[(&str, &str)]| LIST.path(values).unwrap_err().to_string();
    assert_eq!(error(&[]), "`getAnts` requires the path parameter `hill`");
    assert_eq!(
        error(&[("hill", "1"), ("size", "2")]),
        "`getAnts` has no path parameter `size`; the path parameters are `hill`"
    );
    assert_eq!(
        error(&[("hill", "1"), ("hill", "2")]),
        "the path parameter `hill` of `getAnts` is given more than once, but it is not a list"
    );
    for value in ["", ".", ".."] {
        let error = LIST.path(&[("hill", value)]).unwrap_err();
        assert_eq!(error.kind(), EndpointErrorKind::InvalidValue, "{value}");
    }
}

#[test]
fn invalid_query_parameters_are_errors() {
    let error = |values: &[(&str, &str)]| LIST.query(values).unwrap_err().to_string();
    assert_eq!(error(&[]), "`getAnts` requires the query parameter `size`");
    assert_eq!(
        error(&[("size", "1"), ("Size", "2")]),
        "`getAnts` has no query parameter `Size`; the query parameters are `size`, `expand`"
    );
    assert_eq!(
        error(&[("size", "1"), ("size", "2")]),
        "the query parameter `size` of `getAnts` is given more than once, but it is not a list"
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
        let path = LIST.path(&[("hill", &value)]).unwrap();
        let segments: Vec<_> = path.split('/').collect();
        prop_assert_eq!(segments.len(), 4);
        let is_unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte);
        prop_assert!(segments[2].bytes().all(is_unreserved));
        prop_assert_eq!(percent_decoded(segments[2]), value);
    }

    #[test]
    fn every_query_value_is_percent_encoded_reversibly(values in prop::collection::vec(any::<String>(), 0..4)) {
        let mut given = vec![("size", "1")];
        given.extend(values.iter().map(|value| ("expand", value.as_str())));
        let query = LIST.query(&given).unwrap();
        let pairs: Vec<_> = query.split('&').map(|pair| pair.split_once('=').unwrap()).collect();
        prop_assert_eq!(pairs.len(), given.len());
        for ((name, value), (given_name, given_value)) in pairs.into_iter().zip(given) {
            prop_assert_eq!(percent_decoded(name), given_name);
            prop_assert_eq!(percent_decoded(value), given_value);
        }
    }
}
