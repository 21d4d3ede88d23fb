//! Schemas that are printed as OpenAPI files are read back unchanged.

use std::sync::Arc;

use genesys_modelgen::{
    openapi,
    pipeline::read_schema,
    schema::{Schema, Selection, lower_openapi, print::json},
    span::SourceFile,
};
use genesys_tests::{
    dice::Dice,
    openapi::{make_exact, print, random_schema},
    seeds::specs,
};
use proptest::prelude::*;

/// Lowers a file that causes no diagnostics.
fn read(text: String) -> Schema {
    let path = "openapi.json".into();
    let source = Arc::new(SourceFile { path, text });
    let (file, mut diagnostics) = openapi::parse(&source);
    let (schema, found) = lower_openapi(&file.unwrap());
    diagnostics.extend(found);
    assert_eq!(diagnostics, []);
    schema
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_printed_schema_is_read_back_unchanged(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let schema = random_schema(&mut Dice::new(&bytes));
        let text = print(&schema);
        prop_assert_eq!(json(&read(text.clone())), json(&schema), "{}", text);
    }
}

#[test]
fn the_exact_schema_of_the_docs_is_read_back_unchanged() {
    let spec = &specs().unwrap()[0];
    let mut schema = read_schema(spec, &Selection::default()).value.unwrap();
    make_exact(&mut schema);
    let read = read(print(&schema));
    assert_eq!(read.definitions.len(), schema.definitions.len());
    let types = |schema: &Schema| {
        let properties = { schema.definitions.iter() }.flat_map(|it| it.properties.clone());
        properties.map(|it| it.ty).collect::<Vec<_>>()
    };
    assert_eq!(types(&read), types(&schema));
    assert_eq!(read.method_count(), schema.method_count());
}
