//! Tests of lowering, with files about ants and ships.

mod diagnostics;
mod operations;
mod types;

use std::sync::Arc;

use crate::{
    diagnostic::Diagnostic,
    openapi,
    schema::{Method, Schema, lower_openapi},
    span::SourceFile,
};

/// Parses and lowers a file.
fn lower(text: &str) -> (Schema, Vec<Diagnostic>) {
    let source = Arc::new(SourceFile {
        path: "spec/openapi.json".into(),
        text: text.to_owned(),
    });
    let (file, mut diagnostics) = openapi::parse(&source);
    let (schema, found) = lower_openapi(&file.unwrap());
    diagnostics.extend(found);
    (schema, diagnostics)
}

/// Lowers a file with these members and without diagnostics.
#[track_caller]
fn valid(members: &str) -> Schema {
    let (schema, diagnostics) = lower(&swagger(members));
    assert_eq!(diagnostics, []);
    schema
}

fn swagger(members: &str) -> String {
    format!(r#"{{"swagger": "2.0", {members}}}"#)
}

/// Returns the member with the definition `Ant`, which has one property of this schema, and more definitions.
fn ant(schema: &str, more: &str) -> String {
    let comma = if more.is_empty() { "" } else { ", " };
    format!(r#""definitions": {{"Ant": {{"properties": {{"it": {schema}}}}}{comma}{more}}}"#)
}

/// Returns the type of the property of `Ant` in a file without diagnostics.
#[track_caller]
fn ty(schema: &str, more: &str) -> String {
    let schema = valid(&ant(schema, more));
    let ty = &schema.definition("Ant").unwrap().properties[0].ty;
    match ty.listed_values() {
        Some(listed) => format!("{ty} {}", listed.values.join(" ")),
        None => ty.to_string(),
    }
}

/// Returns the members of a file with one operation, `GET /ants/{antId}`, with these members.
fn operation(members: &str) -> String {
    format!(
        r#""paths": {{"/ants/{{antId}}": {{
          "parameters": [{{"in": "path", "name": "antId", "type": "string", "required": true}}],
          "get": {{"operationId": "getAnt", {members}}}
        }}}}"#
    )
}

/// Returns the only method of a file without diagnostics.
#[track_caller]
fn method(members: &str) -> Method {
    let schema = valid(members);
    assert_eq!(schema.method_count(), 1);
    schema.apis[0].methods[0].clone()
}
