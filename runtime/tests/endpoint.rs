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

/// Returns an operation with these lines about requests.
const fn operation(parameters: &'static [&'static str]) -> Operation {
    Operation { parameters, ..LIST }
}

#[test]
fn a_default_may_be_empty() {
    const PAGED: Operation = operation(&[
        "query enum order",
        "# The order",
        ": up",
        "= up",
        "= down",
        "query string filter",
        ": ",
        "query number page",
    ]);
    let defaults: Vec<_> = PAGED.parameters().map(|it| it.default()).collect();
    assert_eq!(defaults, [Some("up"), Some(""), None]);
    let order = PAGED.parameters().next().unwrap();
    assert_eq!(order.description(), Some("The order"));
    assert!(order.values().eq(["up", "down"]));
}

#[test]
fn a_tab_follows_a_type_with_a_space() {
    const SPACED: Operation = Operation {
        responses: &["200 201\t404 Ant", "202\tdefault", "404 Ant Problem"],
        ..operation(&["body ! Fire Ant\tbody", "query map<Fire Ant>\tpage size"])
    };
    let parameters: Vec<_> = SPACED.parameters().map(|it| (it.ty, it.name)).collect();
    assert_eq!(
        parameters,
        [("Fire Ant", "body"), ("map<Fire Ant>", "page size")]
    );
    let responses: Vec<_> = SPACED.responses().map(|it| (it.status, it.ty)).collect();
    assert_eq!(
        responses,
        [
            (Some(200), Some("404 Ant")),
            (Some(201), Some("404 Ant")),
            (Some(202), Some("default")),
            (Some(404), Some("Ant Problem")),
        ]
    );
}

#[test]
fn one_or_all_of_the_permissions_must_be_granted() {
    const ANY: Operation = operation(&["| ants:view", "| ants:edit", "path ! string hill"]);
    const ALL: Operation = operation(&["preview", "& ants:view", "& ants:edit"]);
    let granted = |operation: Operation, names: &[&str]| {
        operation
            .permissions()
            .are_granted(|it| names.contains(&it))
    };
    assert!(ANY.permissions().names().eq(["ants:view", "ants:edit"]));
    assert!(granted(ANY, &["ants:edit"]) && !granted(ANY, &["ants"]));
    assert!(!ANY.permissions().requires_all() && !ANY.permissions().is_empty());
    assert!(ALL.permissions().names().eq(["ants:view", "ants:edit"]));
    assert!(granted(ALL, &["ants:edit", "ants:view"]) && !granted(ALL, &["ants:edit"]));
    assert!(ALL.permissions().requires_all());
    assert_eq!(ALL.permissions().to_string(), "ants:view and ants:edit");
    assert!(granted(LIST, &[]) && LIST.permissions().is_empty());
    assert_eq!(ANY.parameters().count(), 1);
    assert_eq!(ALL.parameters().count(), 0);
}

#[test]
fn a_preview_says_so() {
    const PREVIEW: Operation = operation(&["preview", "query string preview", "# preview"]);
    assert!(PREVIEW.is_preview() && PREVIEW.permissions().is_empty());
    assert!(PREVIEW.parameters().map(|it| it.name).eq(["preview"]));
    assert!(!LIST.is_preview());
    assert!(!operation(&["query string preview"]).is_preview());
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
