//! A JSON Schema validator.

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;

/// A compiled JSON Schema.
pub struct Validator {
    schemas: Schemas,
    schema: SchemaIndex,
}

impl Validator {
    /// Compiles a JSON Schema, which must be valid in its dialect.
    pub fn new(document: &str) -> Self {
        let document = parse(document);
        let dialect = document
            .get("$schema")
            .and_then(Value::as_str)
            .expect("a dialect");
        let (mut compiler, mut schemas) = (Compiler::new(), Schemas::new());
        let metaschema = compiler
            .compile(dialect, &mut schemas)
            .expect("a known dialect");
        schemas
            .validate(&document, metaschema)
            .unwrap_or_else(|error| panic!("not a JSON Schema: {error:#}"));
        compiler
            .add_resource("test:document", document)
            .expect("a document");
        let schema = compiler
            .compile("test:document", &mut schemas)
            .unwrap_or_else(|error| panic!("{error:#}"));
        Self { schemas, schema }
    }

    /// Validates a JSON document.
    pub fn validate(&self, text: &str) -> Result<(), String> {
        self.schemas
            .validate(&parse(text), self.schema)
            .map_err(|error| format!("{error:#}"))
    }
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("not JSON: {error}"))
}
