//! Small schemas for the tests of printing.

use std::sync::Arc;

use crate::{
    markdown,
    schema::{Schema, Type, lower},
    span::SourceFile,
};

/// Lowers files without errors and warnings.
fn schema(files: &[(&str, String)]) -> Schema {
    let documents = files.iter().map(|(path, text)| {
        let source = Arc::new(SourceFile {
            path: path.into(),
            text: text.clone(),
        });
        let parsed = markdown::parse(&source);
        assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
        parsed.page.expect("a document without diagnostics")
    });
    let (schema, diagnostics) = lower(&documents.collect::<Vec<_>>(), &[]);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    schema
}

fn file(name: &str, description: &str, rows: &str) -> (String, String) {
    let text = format!(
        "# `{name}` Definition\n\n{description}\n\n| Property | Type | Required | Description |\n|---|---|---|---|\n{rows}\n"
    );
    (format!("{}-definition.md", name.to_lowercase()), text)
}

/// Returns a schema with one definition, `Bed`, with these rows.
pub fn one(rows: &str) -> Schema {
    let (path, text) = file("Bed", "", rows);
    schema(&[(&path, text)])
}

/// Returns a schema with references inside lists and maps, and a definition without properties.
pub fn garden() -> Schema {
    let bed = "| plants | [`Plant[]`](plant-definition.md) | Yes | What grows here. |\n\
               | $ref | [`Bed`](bed-definition.md) | No | |\n\
               | notes | `object` | No | |";
    let plant = "| id | `string` | Yes | |\n\
                 | height | `number` | No | In meters. |\n\
                 | state | `string` | No | Values can be: 'seed', 'sprout' |";
    let files = [
        file("Plant", "Something \"green\".", plant),
        file("Bed", "", bed),
        file("Anything", "", ""),
    ];
    let files: Vec<_> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.clone()))
        .collect();
    let mut schema = schema(&files);
    let notes = Type::Map(Box::new(Type::Array(Box::new(Type::Ref(
        "Anything".to_owned().into(),
    )))));
    refine(&mut schema, "notes", notes);
    schema
}

/// Changes the type of a property, as an override does.
pub fn refine(schema: &mut Schema, name: &str, ty: Type) {
    let properties = schema
        .definitions
        .iter_mut()
        .flat_map(|definition| &mut definition.properties);
    let property = { properties }.find(|property| property.name.as_str() == name);
    property.expect("a known property").ty = ty;
}
