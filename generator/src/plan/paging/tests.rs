use std::sync::Arc;

use serde_json::{Value, json};

use super::{Paging, PagingTrait::*, paging};
use crate::{
    plan::types::{Types, type_ident},
    schema::from_json,
    span::SourceFile,
};

/// Plans the definition `Page` with properties of these types, beside `Ant` and two definitions that may contain a cursor.
fn impls(properties: &[(&str, &str)]) -> Vec<Paging> {
    let definition = |properties: &[(&str, &str)]| {
        let property = |(name, ty): &(&str, &str)| json!({"description": null, "name": name, "required": false, "type": type_json(ty)});
        json!({"description": null, "properties": properties.iter().map(property).collect::<Value>()})
    };
    let definitions = json!({
        "Ant": definition(&[("id", "string")]),
        "Cursors": definition(&[("after", "string")]),
        "Numbers": definition(&[("after", "number")]),
        "Page": definition(properties),
    });
    let text = json!({"version": 1, "definitions": definitions}).to_string();
    let path = "schema.json".into();
    let schema = from_json(&Arc::new(SourceFile { path, text })).unwrap();
    let page = schema.definition("Page").unwrap();
    paging(page, &type_ident(page), &schema, &Types::new(&schema))
}

/// Returns the JSON form of a type, such as `string`, `Ant` or `Ant[]`.
fn type_json(ty: &str) -> Value {
    match ty.strip_suffix("[]") {
        Some(items) => json!({"kind": "array", "items": type_json(items)}),
        None if ty.starts_with(char::is_uppercase) => json!({"kind": "ref", "name": ty}),
        None => json!({"kind": ty}),
    }
}

/// Describes the impls of `Page`, such as `Cursored Ant entities cursors.after`.
fn described(properties: &[(&str, &str)]) -> Vec<String> {
    let impls = impls(properties).into_iter();
    impls
        .map(|it| {
            let next: Vec<_> = it.next.iter().map(ToString::to_string).collect();
            let (implements, next) = (it.implements, next.join("."));
            format!("{implements:?} {} {} {next}", it.entity, it.entities)
        })
        .collect()
}

#[test]
fn a_list_of_entities_with_the_next_uri_is_a_listing() {
    assert_eq!(
        described(&[("entities", "Ant[]"), ("nextUri", "string")]),
        ["Listing Ant entities next_uri"]
    );
    assert_eq!(
        described(&[("entities", "string[]"), ("nextUri", "string")]),
        ["Listing String entities next_uri"]
    );
}

#[test]
fn only_a_list_can_be_the_entities() {
    for ty in ["Ant", "number", "object"] {
        assert_eq!(
            described(&[("entities", ty), ("nextUri", "string")]),
            [""; 0]
        );
    }
    let other_list = [("ants", "Ant[]"), ("nextUri", "string")];
    assert_eq!(described(&other_list), [""; 0]);
}

#[test]
fn the_next_uri_must_be_a_string() {
    let dated = [("entities", "Ant[]"), ("nextUri", "dateTime")];
    assert_eq!(described(&dated), [""; 0]);
}

#[test]
fn a_cursor_can_be_nested_or_called_after() {
    let entities = ("entities", "Ant[]");
    assert_eq!(
        described(&[entities, ("cursor", "string")]),
        ["Cursored Ant entities cursor"]
    );
    assert_eq!(
        described(&[entities, ("after", "string"), ("cursors", "Cursors")]),
        ["Cursored Ant entities cursors.after"]
    );
    assert_eq!(
        described(&[entities, ("after", "string"), ("cursors", "Numbers")]),
        ["Cursored Ant entities after"]
    );
    assert_eq!(described(&[entities, ("cursors", "Cursors[]")]), [""; 0]);
}

#[test]
fn a_single_list_of_models_can_replace_the_entities_of_a_cursor() {
    let cursor = ("cursor", "string");
    assert_eq!(
        described(&[("ants", "Ant[]"), cursor]),
        ["Cursored Ant ants cursor"]
    );
    assert_eq!(described(&[("types", "string[]"), cursor]), [""; 0]);
    assert_eq!(
        described(&[("ants", "Ant[]"), ("eggs", "Ant[]"), cursor]),
        [""; 0]
    );
}

#[test]
fn a_model_can_have_both_kinds_of_pages() {
    let properties = [
        ("entities", "Ant[]"),
        ("nextUri", "string"),
        ("cursor", "string"),
    ];
    let implemented: Vec<_> = impls(&properties).iter().map(|it| it.implements).collect();
    assert_eq!(implemented, [Listing, Cursored]);
}
