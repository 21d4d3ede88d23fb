//! Any text is parsed as an OpenAPI file without a panic, and becomes a schema without dangling references unless there are
//! errors.

use std::sync::Arc;

use genesys_modelgen::{
    diagnostic::any_error,
    openapi,
    schema::{Origin, Schema, Type, from_json, lower_openapi, print::json},
    span::SourceFile,
};

use super::{check_diagnostics, check_span};
use crate::archive::source;

/// Checks the invariants of parsing and lowering an OpenAPI file.
///
/// # Panics
///
/// If an invariant is violated.
pub fn check(bytes: &[u8]) {
    let source = Arc::new(SourceFile {
        path: "spec/openapi.json".into(),
        text: String::from_utf8_lossy(bytes).into_owned(),
    });
    let (file, mut diagnostics) = openapi::parse(&source);
    if let Some(file) = file {
        let (schema, found) = lower_openapi(&file);
        diagnostics.extend(found);
        check_origins(&schema, &source.text);
        if !any_error(&diagnostics) {
            check_schema(&schema);
        }
        let (again, _) = lower_openapi(&file);
        assert_eq!(json(&again), json(&schema));
    } else {
        assert!(any_error(&diagnostics));
    }
    check_diagnostics(&diagnostics);
}

fn check_origins(schema: &Schema, text: &str) {
    let check = |origin: &Origin| check_span(text, &origin.span);
    for definition in &schema.definitions {
        check(&definition.origin);
        { definition.properties.iter() }.for_each(|property| check(&property.origin));
    }
    for api in &schema.apis {
        check(&api.origin);
        { api.methods.iter() }.for_each(|method| check(&method.origin));
    }
}

/// Checks that names are sorted and unique, that references lead to definitions, and that the JSON form is read back.
fn check_schema(schema: &Schema) {
    let is_before = |a: &str, b: &str| a < b;
    let definitions = &schema.definitions;
    assert!(definitions.is_sorted_by(|a, b| is_before(a.name.as_str(), b.name.as_str())));
    assert!({ &schema.apis }.is_sorted_by(|a, b| is_before(a.name.as_str(), b.name.as_str())));
    let properties = definitions.iter().flat_map(|it| &it.properties);
    properties.for_each(|property| check_type(&property.ty, schema));
    for method in schema.apis.iter().flat_map(|api| &api.methods) {
        { method.parameters.iter() }.for_each(|it| check_type(&it.ty, schema));
        let types = method.responses.iter().filter_map(|it| it.ty.as_ref());
        types.for_each(|ty| check_type(ty, schema));
    }
    let text = json(schema);
    let read = from_json(&source("schema.json", &text)).expect("a printed schema");
    assert_eq!(json(&read), text);
}

fn check_type(ty: &Type, schema: &Schema) {
    if let Some(name) = ty.reference() {
        assert!(schema.definition(name.as_str()).is_some(), "{name}");
    }
    let values = ty.listed_values();
    assert!(values.is_none_or(|listed| !listed.values.is_empty()));
}
