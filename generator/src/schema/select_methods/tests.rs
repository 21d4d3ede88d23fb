use std::sync::Arc;

use serde_json::{Value, json};

use crate::{
    schema::{Root, Schema, Selection, Type, from_json, names_reachable_from_api},
    span::SourceFile,
};

fn reference(name: &str) -> Value {
    json!({"kind": "ref", "name": name})
}

fn method(name: &str, path: &str, body: Option<&str>, responses: &[(&str, Option<&str>)]) -> Value {
    let body = body.map(|name| {
        json!({"description": null, "in": "body", "name": "body", "required": true, "type": reference(name)})
    });
    let responses = responses.iter().map(|(status, name)| {
        json!({"description": null, "status": status, "type": name.map(reference)})
    });
    json!({
        "deprecated": null,
        "description": null,
        "httpMethod": "GET",
        "name": name,
        "parameters": body.into_iter().collect::<Value>(),
        "path": path,
        "responses": responses.collect::<Value>(),
        "summary": null,
    })
}

/// Returns a schema with methods that differ in the types that they need.
fn zoo() -> Schema {
    let definition = |rows: Value| json!({"description": null, "properties": rows});
    let owner = json!([{"description": null, "name": "owner", "required": false, "type": reference("Keeper")}]);
    let methods = [
        method(
            "getAnimal",
            "/animals/{id}",
            None,
            &[("200", Some("Animal")), ("404", Some("Error"))],
        ),
        method("deleteAnimal", "/animals/{id}", None, &[("204", None)]),
        method("feedAnimal", "/animals/{id}/feed", None, &[("202", None)]),
        method("deleteAnimals", "/animals", None, &[("204", None)]),
        method("deleteAnimals2", "/animals2", None, &[("204", None)]),
        method(
            "postAnimal",
            "/animals",
            Some("CreateAnimal"),
            &[("200", Some("Animal"))],
        ),
        method(
            "moveAnimal",
            "/moves",
            Some("Animal"),
            &[
                ("200", Some("Move")),
                ("202", Some("Job")),
                ("default", None),
            ],
        ),
        method("getErrors", "/errors", None, &[("200", Some("Error"))]),
    ];
    let schema = json!({
        "version": 1,
        "apis": {"ZooAPI": {"description": null, "methods": methods}},
        "definitions": {
            "Animal": definition(owner),
            "CreateAnimal": definition(json!([])),
            "Error": definition(json!([])),
            "Job": definition(json!([])),
            "Keeper": definition(json!([])),
            "Move": definition(json!([])),
        },
    });
    let file = SourceFile {
        path: "schema.json".into(),
        text: schema.to_string(),
    };
    from_json(&Arc::new(file)).unwrap()
}

fn select(roots: &[&str], without: &[&str]) -> Schema {
    let to_roots = |names: &[&str]| names.iter().map(|name| Root::from(*name)).collect();
    let selection = Selection {
        roots: to_roots(roots),
        without: to_roots(without),
        ..Selection::default()
    };
    selection.apply(zoo()).unwrap()
}

fn methods(schema: &Schema) -> Vec<&str> {
    let methods = schema.apis.iter().flat_map(|api| &api.methods);
    methods.map(|method| method.name.as_str()).collect()
}

fn omitted(schema: &Schema) -> Vec<(&str, String)> {
    let omitted = schema.omitted_methods.iter();
    let describe = |missing: &[_]| missing.iter().map(ToString::to_string).collect::<Vec<_>>();
    omitted
        .map(|it| (it.name.as_str(), describe(&it.missing).join(" ")))
        .collect()
}

#[test]
fn without_roots_every_method_is_in() {
    let schema = select(&[], &[]);
    assert_eq!(schema.method_count(), zoo().method_count());
    assert_eq!(schema.omitted_methods, []);
}

#[test]
fn a_method_is_in_if_its_body_and_success_types_are() {
    let schema = select(&["Animal"], &[]);
    assert_eq!(
        methods(&schema),
        ["getAnimal", "deleteAnimal", "feedAnimal"]
    );
    let schema = select(&["Animal", "CreateAnimal"], &[]);
    assert!(methods(&schema).contains(&"postAnimal"));
}

#[test]
fn a_method_without_types_is_in_if_it_extends_the_path_of_another() {
    let schema = select(&["Animal", "CreateAnimal"], &[]);
    let expected = [
        "getAnimal",
        "deleteAnimal",
        "feedAnimal",
        "deleteAnimals",
        "postAnimal",
    ];
    assert_eq!(methods(&schema), expected);
    assert_eq!(methods(&select(&["Keeper"], &[])), [""; 0]);
}

#[test]
fn only_methods_with_a_selected_type_are_reported_as_omitted() {
    let of_animal = [
        ("postAnimal", "CreateAnimal".to_owned()),
        ("moveAnimal", "Job Move".to_owned()),
    ];
    assert_eq!(omitted(&select(&["Animal"], &[])), of_animal);
    assert_eq!(omitted(&select(&["Keeper"], &[])), []);
}

#[test]
fn an_error_type_selects_no_method() {
    let schema = select(&["Error"], &[]);
    assert_eq!(methods(&schema), ["getErrors"]);
    assert_eq!(omitted(&schema), []);
}

#[test]
fn a_method_elsewhere_can_need_types_of_roots_and_areas() {
    let mut schema = zoo();
    let mut farm = schema.apis[0].clone();
    farm.name = "FarmAPI".to_owned().into();
    farm.methods
        .retain(|method| method.name.as_str() == "getErrors");
    farm.methods[0].responses[0].ty = Some(Type::Ref("CreateAnimal".to_owned().into()));
    schema.apis.push(farm);
    let selection = Selection {
        roots: vec![Root::from("Animal")],
        areas: vec!["farm".to_owned()],
        ..Selection::default()
    };
    let schema = selection.apply(schema).unwrap();
    assert!(
        methods(&schema).contains(&"postAnimal"),
        "{:?}",
        methods(&schema)
    );
    assert!(methods(&schema).contains(&"getErrors"));
}

#[test]
fn a_type_that_is_replaced_is_not_needed() {
    let schema = select(&["Animal"], &["CreateAnimal"]);
    assert!(methods(&schema).contains(&"postAnimal"));
    assert_eq!(schema.definitions.len(), 2);
}

#[test]
fn an_area_has_only_definitions_of_the_schema() {
    let reached = |schema: &Schema| {
        let names = names_reachable_from_api(schema, &schema.apis[0]).into_iter();
        names.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(reached(&select(&["Animal"], &[])), ["Animal", "Keeper"]);
    assert_eq!(
        reached(&zoo()),
        ["Animal", "CreateAnimal", "Error", "Job", "Keeper", "Move"]
    );
}
