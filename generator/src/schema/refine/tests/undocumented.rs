//! Definitions and methods on one side only.

use serde_json::{Value, json};

use super::{definition, formatted, kind, reference, schema};
use crate::schema::{Input, Schema, Undocumented, refine};

fn method(name: &str, path: &str) -> Value {
    json!({
        "name": name, "httpMethod": "GET", "path": path, "parameters": [], "summary": null, "description": null,
        "deprecated": null, "responses": [],
    })
}

/// Returns a schema of definitions and of methods with their API.
fn ships(path: &str, definitions: &[(&str, Value)], methods: &[(&str, &str)]) -> Schema {
    let definitions: Value = definitions
        .iter()
        .cloned()
        .map(|(name, it)| (name.to_owned(), it))
        .collect();
    let mut apis = json!({});
    for (api, name) in methods {
        let api = &mut apis[*api];
        if api.is_null() {
            *api = json!({"description": null, "methods": []});
        }
        let method = method(name, &format!("/{name}"));
        api["methods"].as_array_mut().unwrap().push(method);
    }
    schema(path, &definitions, &apis)
}

fn docs() -> Schema {
    let ship = definition(&[("cargo", kind("object"))]);
    let port = definition(&[("name", kind("string"))]);
    ships(
        "docs",
        &[("Port", port), ("Ship", ship)],
        &[("ShipsAPI", "getShip"), ("ShipsAPI", "getPort")],
    )
}

/// Returns a file without `Port`, but with `Cargo`, which a property of `Ship` has.
fn file() -> Schema {
    let ship = definition(&[("cargo", reference("Cargo"))]);
    let cargo = definition(&[("tons", kind("number"))]);
    ships(
        "openapi.json",
        &[("Cargo", cargo), ("Ship", ship)],
        &[
            ("ShipsAPI", "getShip"),
            ("ShipsAPI", "getCargo"),
            ("WindAPI", "getWind"),
        ],
    )
}

#[test]
fn what_is_on_one_side_only_is_reported() {
    let (schema, warnings) = refine(docs(), &file(), Undocumented::Omit).unwrap();
    let expected = [
        "M0861 `Ship.cargo` is `object` in the docs, but `Cargo` in the OpenAPI file",
        "M0865 `Port` is not in the OpenAPI file",
        "M0865 the method `getPort` is not in the OpenAPI file",
        "M0866 `Cargo` is only in the OpenAPI file",
        "M0866 the method `getCargo` is only in the OpenAPI file",
        "M0866 the method `getWind` is only in the OpenAPI file",
    ];
    assert_eq!(formatted(&warnings), expected);
    assert_eq!((schema.definitions.len(), schema.method_count()), (2, 2));
}

#[test]
fn undocumented_definitions_and_methods_are_included() {
    let (schema, warnings) = refine(docs(), &file(), Undocumented::Include).unwrap();
    let expected = [
        "M0865 `Port` is not in the OpenAPI file",
        "M0865 the method `getPort` is not in the OpenAPI file",
    ];
    assert_eq!(formatted(&warnings), expected);
    let origins = schema
        .definitions
        .iter()
        .map(|it| (it.name.as_str(), it.described_by));
    let expected = [
        ("Cargo", Input::OpenApi),
        ("Port", Input::Docs),
        ("Ship", Input::Docs),
    ];
    assert!(origins.eq(expected));
    let cargo = schema.definition("Ship").unwrap().properties[0]
        .ty
        .to_string();
    assert_eq!(cargo, "Cargo");
    let methods = schema.apis.iter().flat_map(|api| {
        let methods = api.methods.iter();
        methods.map(|it| format!("{} {} {:?}", api.name, it.name, it.described_by))
    });
    let expected = [
        "ShipsAPI getShip Docs",
        "ShipsAPI getPort Docs",
        "ShipsAPI getCargo OpenApi",
        "WindAPI getWind OpenApi",
    ];
    assert!(methods.eq(expected));
}

#[test]
fn what_a_part_of_the_api_lacks_is_not_reported() {
    let names = ["Mast", "Port", "Sailor", "Ship", "Wind"];
    let of = |names: &[&'static str]| -> Vec<(&str, Value)> {
        { names.iter() }
            .map(|name| (*name, definition(&[("id", kind("string"))])))
            .collect()
    };
    let docs = ships(
        "docs",
        &of(&names),
        &[("ShipsAPI", "getShip"), ("ShipsAPI", "getPort")],
    );
    let exact = ships(
        "openapi.json",
        &of(&["Port", "Ship"]),
        &[("ShipsAPI", "getShip")],
    );
    let (_, warnings) = refine(docs, &exact, Undocumented::Omit).unwrap();
    assert_eq!(warnings, []);
}
