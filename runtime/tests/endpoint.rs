//! Operations: their parameters and responses.

use std::marker::PhantomData;

use genesys_runtime::{Endpoint, HttpMethod, Operation, Place};
use serde_json::Value;

const LIST: Operation = Operation {
    name: "getAnts",
    method: HttpMethod::Get,
    template: "/hills/{hill}/ants",
    parameters: &[
        "path ! string hill",
        "query ! number page size",
        "# How many.\n\n= or fewer",
        "query enum[] state",
        "= active",
        "= at rest",
        "header string Accept-Language",
        "body Ant body",
        "# An example",
    ],
    responses: &[
        "200 AntListing",
        "204",
        "400 404 default ErrorBody",
        "500 string[]",
    ],
};

#[test]
fn parameters_are_in_the_order_of_the_docs() {
    let parameters: Vec<_> = LIST
        .parameters()
        .map(|it| (it.place, it.required, it.ty, it.name))
        .collect();
    assert_eq!(
        parameters,
        [
            (Place::Path, true, "string", "hill"),
            (Place::Query, true, "number", "page size"),
            (Place::Query, false, "enum[]", "state"),
            (Place::Header, false, "string", "Accept-Language"),
            (Place::Body, false, "Ant", "body"),
        ]
    );
    assert!(
        LIST.parameters_in(Place::Query)
            .eq(LIST.parameters().skip(1).take(2))
    );
    assert_eq!(LIST.body(), LIST.parameters().last());
}

#[test]
fn a_parameter_has_the_description_and_the_values_that_follow_it() {
    let [hill, size, state, language, body] = LIST.parameters().collect::<Vec<_>>()[..] else {
        panic!("five parameters");
    };
    assert_eq!(hill.description(), None);
    assert_eq!(size.description(), Some("How many.\n\n= or fewer"));
    assert_eq!(body.description(), Some("An example"));
    assert!(state.is_list() && !size.is_list());
    assert!(state.values().eq(["active", "at rest"]));
    assert_eq!(size.values().count() + language.values().count(), 0);
}

#[test]
fn every_status_is_a_response_with_its_type() {
    let responses: Vec<_> = LIST.responses().map(|it| (it.status, it.ty)).collect();
    assert_eq!(
        responses,
        [
            (Some(200), Some("AntListing")),
            (Some(204), None),
            (Some(400), Some("ErrorBody")),
            (Some(404), Some("ErrorBody")),
            (None, Some("ErrorBody")),
            (Some(500), Some("string[]")),
        ]
    );
    assert_eq!(LIST.responses().filter(|it| it.is_success()).count(), 2);
}

#[test]
fn methods_and_places_are_parsed_from_their_texts() {
    for method in HttpMethod::ALL {
        assert_eq!(method.to_string().parse(), Ok(*method));
    }
    for place in Place::ALL {
        assert_eq!(place.as_str().parse(), Ok(*place));
    }
    assert!(HttpMethod::ALL.is_sorted() && Place::ALL.is_sorted());
    let error = "get".parse::<HttpMethod>().unwrap_err();
    assert_eq!(error.to_string(), "not an HTTP method");
}

#[test]
fn an_endpoint_is_plain_data_regardless_of_its_types() {
    struct Opaque;
    const ENDPOINT: Endpoint<Opaque, Opaque> = Endpoint {
        operation: LIST,
        types: PhantomData,
    };
    fn assert_plain<T: Copy + Send + Sync + std::fmt::Debug>(_: T) {}
    assert_plain(ENDPOINT);
    let _: Endpoint<Opaque, Opaque, Value> = ENDPOINT;
    assert_eq!(ENDPOINT.name, "getAnts");
}
