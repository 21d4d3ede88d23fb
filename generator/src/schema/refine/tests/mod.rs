//! Tests of the refinement of whole schemas.

mod law;
mod methods;
mod properties;
mod same_api;
mod undocumented;

use std::sync::Arc;

use serde_json::{Value, json};

use super::{Undocumented, refine};
use crate::{
    diagnostic::Diagnostic,
    schema::{Schema, Type, from_json},
    span::SourceFile,
};

/// Returns the schema with these definitions, whose properties are pairs of a name and a type, and these APIs.
fn schema(path: &str, definitions: &Value, apis: &Value) -> Schema {
    let file = SourceFile {
        path: path.into(),
        text: json!({"version": 1, "definitions": definitions, "apis": apis}).to_string(),
    };
    from_json(&Arc::new(file)).unwrap()
}

/// Returns a definition with these optional properties.
fn definition(properties: &[(&str, Value)]) -> Value {
    let properties = properties.iter().map(
        |(name, ty)| json!({"name": name, "type": ty, "required": false, "description": null}),
    );
    json!({"description": null, "properties": properties.collect::<Vec<_>>()})
}

/// The definitions to which the types of `Ship.cargo` can refer: `Void` has no properties.
fn with_ship(cargo: &Value) -> Value {
    let text = json!({"kind": "string"});
    json!({
        "Port": definition(&[("name", text.clone())]),
        "Sailor": definition(&[("name", text.clone())]),
        "Ship": definition(&[("cargo", cargo.clone()), ("id", text.clone()), ("name", text)]),
        "Void": definition(&[]),
    })
}

/// Refines the type of `Ship.cargo`.
fn refined(documented: &Value, exact: &Value) -> (Type, Vec<Diagnostic>) {
    let docs = schema("docs", &with_ship(documented), &json!({}));
    let exact = schema("openapi.json", &with_ship(exact), &json!({}));
    let (schema, warnings) = refine(docs, &exact, Undocumented::Omit).unwrap();
    let ship = schema.definition("Ship").unwrap();
    (ship.property("cargo").unwrap().ty.clone(), warnings)
}

/// Formats warnings as `code message`.
fn formatted(warnings: &[Diagnostic]) -> Vec<String> {
    let format = |it: &Diagnostic| format!("{} {}", it.code, it.message);
    warnings.iter().map(format).collect()
}

fn kind(name: &str) -> Value {
    json!({"kind": name})
}

fn number(format: &str) -> Value {
    json!({"kind": "number", "format": format})
}

fn list(items: &Value) -> Value {
    json!({"kind": "array", "items": items})
}

fn map(values: &Value) -> Value {
    json!({"kind": "object", "values": values})
}

fn reference(name: &str) -> Value {
    json!({"kind": "ref", "name": name})
}

fn one_of(values: &[&str]) -> Value {
    json!({"kind": "enum", "values": values})
}

fn cut_short(values: &[&str]) -> Value {
    json!({"kind": "enum", "values": values, "cutShort": true})
}

fn parsed(ty: &Value) -> Type {
    serde_json::from_value(ty.clone()).unwrap()
}
