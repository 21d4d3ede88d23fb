use std::sync::Arc;

use serde_json::{Value, json};

use crate::{
    plan::{Field, plan},
    schema::from_json,
    span::SourceFile,
};

/// Plans a model with one property that has these additional keys.
fn field(keys: &Value) -> Field {
    let mut property =
        json!({"description": "Where it is.", "name": "uri", "type": {"kind": "string"}});
    let entries = property.as_object_mut().into_iter().zip(keys.as_object());
    for (property, keys) in entries {
        property.extend(keys.clone());
    }
    let schema = json!({
        "version": 1,
        "apis": {},
        "definitions": {"Ant": {"description": null, "properties": [property]}},
    });
    let (path, text) = ("schema.json".into(), schema.to_string());
    let schema = from_json(&Arc::new(SourceFile { path, text })).unwrap();
    let (plan, diagnostics) = plan(&schema);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    plan.models().next().unwrap().fields[0].clone()
}

#[test]
fn a_read_only_property_is_marked_and_documented() {
    let field = field(&json!({"required": false, "readOnly": true}));
    assert!(field.read_only && !field.required);
    assert_eq!(
        field.doc,
        ["Where it is.", "", "Read-only: only the platform sets it."]
    );
}

#[test]
fn requests_need_no_read_only_property() {
    let read_only = field(&json!({"required": true, "readOnly": true}));
    assert!(read_only.read_only && !read_only.required);
    assert!(!read_only.doc.contains(&"Required in requests.".to_owned()));
    let writable = field(&json!({"required": true}));
    assert!(writable.required && !writable.read_only);
    assert!(writable.doc.contains(&"Required in requests.".to_owned()));
}
