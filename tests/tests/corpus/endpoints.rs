//! The planned endpoints, read at run time, match the methods on the pages.

use std::collections::BTreeSet;

use genesys_modelgen::{
    pipeline::{self, Planned},
    plan::{EndpointConst, PagingTrait},
    schema::{Root, Selection},
};
use genesys_runtime::{Operation, Place};
use genesys_tests::corpus::editions;

use crate::api_page::{self, Method};

/// Plans the selected part of every edition, and calls `check` with the methods on its pages.
fn for_each_edition(selection: &Selection, check: impl Fn(&Planned, &[Method])) {
    for edition in editions() {
        let planned = pipeline::plan_crate(&edition, selection).value.unwrap();
        check(&planned, &api_page::methods(&edition));
    }
}

/// Returns the operation in the generated code.
fn operation(endpoint: &EndpointConst) -> Operation {
    // An operation is a constant, so its text must live as long as the program.
    let text = |text: &String| -> &'static str { text.clone().leak() };
    let lines = |lines: &[String]| lines.iter().map(text).collect::<Vec<_>>().leak();
    Operation {
        name: text(&endpoint.name),
        method: endpoint.method,
        template: text(&endpoint.template),
        parameters: lines(&endpoint.parameters),
        responses: lines(&endpoint.responses),
    }
}

/// Returns the values that a description lists, as in `Valid values:A,B`.
fn values(description: &str) -> Vec<&str> {
    let list = description.split_once("Valid values:");
    list.map_or_else(Vec::new, |(_, list)| {
        list.trim_end_matches('.').split(',').collect()
    })
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn every_endpoint_has_the_parameters_of_its_page() {
    for_each_edition(&Selection::default(), |planned, methods| {
        let endpoints = planned.plan.apis.iter().flat_map(|api| &api.endpoints);
        let mut described = 0;
        for (endpoint, method) in endpoints.zip(methods) {
            let parameters = operation(endpoint).parameters().collect::<Vec<_>>();
            assert_eq!(parameters.len(), method.parameters.len(), "{}", method.name);
            for (found, expected) in parameters.iter().zip(&method.parameters) {
                assert_eq!(found.name, expected.name);
                assert_eq!(found.place.as_str(), expected.location);
                assert_eq!(found.required, expected.required);
                assert_eq!(
                    found.description().unwrap_or_default(),
                    expected.description
                );
                assert_eq!(found.is_list(), expected.ty.ends_with("[]"));
                if expected.ty.starts_with("string") {
                    let values = values(&expected.description);
                    assert_eq!(found.values().collect::<Vec<_>>(), values);
                }
                if found.place == Place::Body {
                    assert_eq!(found.ty, expected.ty);
                }
                let mut lines = endpoint.doc.iter();
                assert!(
                    lines.any(|line| line.contains(found.name)),
                    "{}",
                    method.name
                );
                described += usize::from(found.description().is_some());
            }
        }
        assert!(described > methods.len());
    });
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn every_endpoint_has_the_responses_of_its_page() {
    for_each_edition(&Selection::default(), |planned, methods| {
        let endpoints = planned.plan.apis.iter().flat_map(|api| &api.endpoints);
        for (endpoint, method) in endpoints.zip(methods) {
            let mut found: Vec<_> = operation(endpoint)
                .responses()
                .map(|it| (it.status, it.ty.unwrap_or_default()))
                .collect();
            let mut expected: Vec<_> = { method.responses.iter() }
                .map(|it| (it.status.parse::<u16>().ok(), it.ty.as_str()))
                .collect();
            found.sort_unstable();
            expected.sort_unstable();
            assert_eq!(found, expected, "{}", method.name);
            let errors: BTreeSet<_> = { expected.iter() }
                .filter(|(status, ty)| status.is_none_or(|it| it >= 400) && !ty.is_empty())
                .map(|(_, ty)| *ty)
                .collect();
            let error = endpoint.error.as_ref().map(ToString::to_string);
            assert_eq!(error.is_some(), errors.len() == 1, "{}", method.name);
            if let Some(error) = error {
                assert!(errors.contains(error.as_str()));
            }
        }
    });
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn a_selection_has_the_endpoints_whose_types_are_in() {
    let selection = Selection {
        roots: vec![Root::from("UserEntityListing")],
        ..Selection::default()
    };
    for_each_edition(&selection, |planned, methods| {
        let is_in = |ty: &str| {
            let item = ty.trim_end_matches("[]");
            planned.schema.definition(item).is_some()
        };
        let found: Vec<_> = { planned.plan.apis.iter() }
            .flat_map(|api| api.endpoints.iter().map(|it| it.name.as_str()))
            .collect();
        assert!(found.contains(&"getUsers"));
        for method in methods {
            let bodies = { method.parameters.iter() }.filter(|it| it.location == "body");
            let successes = { method.responses.iter() }.filter(|it| it.status.starts_with('2'));
            let types = bodies.map(|it| &it.ty).chain(successes.map(|it| &it.ty));
            let mut models: Vec<_> = types
                .filter(|ty| ty.starts_with(char::is_uppercase))
                .collect();
            models.sort_unstable();
            if !models.is_empty() {
                let expected = models.iter().all(|ty| is_in(ty));
                let name = method.name.as_str();
                assert_eq!(found.contains(&name), expected, "{name}");
            }
        }
    });
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn every_page_with_entities_and_a_next_uri_is_a_listing() {
    for_each_edition(&Selection::default(), |planned, _| {
        let models = planned.plan.modules.iter().filter_map(|it| it.model());
        let listings: BTreeSet<_> = models
            .filter(|model| {
                let mut paging = model.paging.iter();
                paging.any(|it| it.implements == PagingTrait::Listing)
            })
            .map(|model| model.wire_name.as_str())
            .collect();
        let definitions = planned.schema.definitions.iter();
        let expected = definitions.filter(|definition| {
            let ty = |name| definition.property(name).map(|it| it.ty.to_string());
            ty("nextUri").as_deref() == Some("string")
                && ty("entities").is_some_and(|ty| ty.ends_with("[]"))
        });
        let expected: BTreeSet<_> = expected.map(|it| it.name.as_str()).collect();
        assert_eq!(listings, expected);
    });
}
