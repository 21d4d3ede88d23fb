//! The APIs and methods in the schema and in the plan match those on the pages.

use genesys_runtime::Scalar;
use std::sync::Arc;

use genesys_modelgen::{
    pipeline,
    schema::{self, Api, Selection, Type, from_json, names_reachable_from_api, print::json},
    span::SourceFile,
};

use crate::{
    api_page::{self, Method, Parameter, Response},
    schema::SCHEMAS,
};

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn every_method_matches_its_page() {
    for (edition, schema) in SCHEMAS.iter() {
        let found: Vec<_> = schema
            .apis
            .iter()
            .flat_map(|api| api.methods.iter().map(|method| page_method(api, method)))
            .collect();
        let expected = api_page::methods(edition);
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found, expected);
        }
        assert_eq!(found.len(), expected.len());
    }
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn every_method_becomes_an_endpoint() {
    for (edition, schema) in SCHEMAS.iter() {
        let pages = api_page::pages(edition);
        let count = |heading| {
            let lines = pages.iter().flat_map(|page| page.lines());
            lines.filter(|line| *line == heading).count()
        };
        assert_eq!(schema.apis.len(), pages.len());
        assert_eq!(schema.method_count(), count("#### Endpoint"));
        let planned = pipeline::plan_crate(edition, &Selection::default());
        let Some(planned) = planned.value else {
            panic!("{:?}", planned.diagnostics)
        };
        let endpoints = planned.plan.apis.iter().map(|api| api.endpoints.len());
        assert_eq!(endpoints.sum::<usize>(), count("#### Endpoint"));
    }
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn an_api_reaches_all_types_that_it_refers_to() {
    for (_, schema) in SCHEMAS.iter() {
        for api in &schema.apis {
            let reached = names_reachable_from_api(schema, api);
            let mut named = api.methods.iter().flat_map(schema::Method::references);
            assert!(named.all(|name| reached.contains(name.as_str())));
            for name in &reached {
                let definition = schema.definition(name).unwrap();
                let mut next = definition
                    .properties
                    .iter()
                    .filter_map(|property| property.ty.reference());
                assert!(next.all(|name| reached.contains(name.as_str())));
            }
        }
    }
}

#[test]
#[ignore = "needs the docs: run scripts/corpus-tests"]
fn a_printed_schema_is_read_back_unchanged() {
    for (_, schema) in SCHEMAS.iter() {
        let file = Arc::new(SourceFile {
            path: "schema.json".into(),
            text: json(schema),
        });
        let read = from_json(&file).unwrap();
        assert_eq!(read.method_count(), schema.method_count());
        assert!(json(&read) == file.text, "the text differs");
    }
}

/// Converts a method of the schema to the form of its page.
fn page_method(api: &Api, method: &schema::Method) -> Method {
    Method {
        api: api.name.to_string(),
        name: method.name.to_string(),
        summary: method.summary.clone().unwrap_or_default(),
        is_deprecated: method.deprecated.is_some(),
        endpoint: format!("{} {}", method.http_method.as_str(), method.path.as_str()),
        parameters: method
            .parameters
            .iter()
            .map(|parameter| Parameter {
                location: parameter.place.as_str().to_owned(),
                name: parameter.name.clone(),
                ty: type_text(&parameter.ty),
                required: parameter.required,
                description: parameter.description.clone().unwrap_or_default(),
            })
            .collect(),
        responses: method
            .responses
            .iter()
            .map(|response| Response {
                status: response.status.to_string(),
                ty: response.ty.as_ref().map(type_text).unwrap_or_default(),
                description: response.description.clone().unwrap_or_default(),
            })
            .collect(),
    }
}

/// Returns the type on a page, which does not have the refinements from descriptions.
fn type_text(ty: &Type) -> String {
    match ty {
        Type::Array(items) => type_text(items) + "[]",
        Type::Ref(name) => name.to_string(),
        Type::Number(_) | Type::Scalar(Scalar::Number | Scalar::Integer | Scalar::Float) => {
            "number".to_owned()
        }
        Type::Scalar(Scalar::Boolean) => "boolean".to_owned(),
        Type::Scalar(Scalar::Any) | Type::Map(_) => "object".to_owned(),
        Type::Scalar(
            Scalar::Text
            | Scalar::DateTime
            | Scalar::LocalDateTime
            | Scalar::Date
            | Scalar::Interval
            | Scalar::Duration,
        )
        | Type::Enum(_) => "string".to_owned(),
    }
}
