//! Small schemas for the printers' tests.

use std::sync::Arc;

use crate::{
    markdown,
    schema::{Schema, Type, lower},
    span::SourceFile,
};

/// The schema of these files, which must be free of faults.
fn schema(files: &[(&str, String)]) -> Schema {
    let documents = files.iter().map(|(path, text)| {
        let source = Arc::new(SourceFile {
            path: path.into(),
            text: text.clone(),
        });
        let parsed = markdown::parse(&source);
        assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
        parsed.page.expect("a text without faults is a document")
    });
    let lowered = lower(&documents.collect::<Vec<_>>(), &[]);
    assert!(lowered.diagnostics.is_empty(), "{:?}", lowered.diagnostics);
    lowered.schema
}

fn file(name: &str, description: &str, rows: &str) -> (String, String) {
    let text = format!(
        "# `{name}` Definition\n\n{description}\n\n| Property | Type | Required | Description |\n|---|---|---|---|\n{rows}\n"
    );
    (format!("{}-definition.md", name.to_lowercase()), text)
}

/// A schema with one definition, `Bed`, of these rows.
pub fn one(rows: &str) -> Schema {
    let (path, text) = file("Bed", "", rows);
    schema(&[(&path, text)])
}

/// A schema with references of all sorts, a list of any values and an empty definition.
pub fn garden() -> Schema {
    let bed = "| plants | [`Plant[]`](plant-definition.md) | Yes | What grows here. |\n\
               | $ref | [`Bed`](bed-definition.md) | No | |\n\
               | notes | `object` | No | |";
    let plant = "| id | `string` | Yes | |\n\
                 | height | `number` | No | In metres. |\n\
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

/// Gives a property another type, as an override does.
pub fn refine(schema: &mut Schema, name: &str, ty: Type) {
    let properties = schema
        .definitions
        .iter_mut()
        .flat_map(|definition| &mut definition.properties);
    let property = { properties }.find(|property| property.name.as_str() == name);
    property.expect("there is such a property").ty = ty;
}
