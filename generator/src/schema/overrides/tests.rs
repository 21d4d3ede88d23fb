mod additions;
mod form;
mod mistakes;
mod pipeline;
mod refinements;

use std::{fmt::Write as _, sync::Arc};

use super::apply;
use crate::{
    diagnostic::{Diagnostic, LineIndex, sort},
    markdown,
    schema::{Property, Schema, lower},
    span::{Source, SourceFile},
};

/// The rows of `Ant`, with a property of every type.
const ANT: &str = "\
| size | `number` | No | How long it is. |
| sizes | `number[]` | No | How long it has been. |
| walks | `number[][]` | No | Where it has been. |
| caste | `string` | No | What it does. |
| mood | `string` | No | Values can be: 'busy', 'idle' |
| born | `string` | No | Dates are represented as an ISO-8601 string. |
| names | `string[]` | No | What it is called. |
| alive | `boolean` | No | Whether it lives. |
| scents | `object` | No | What it smells of. |
| trails | `object[]` | No | Where it went. |
| nest | [`Nest`](nest-definition.md) | No | Where it lives. |
| doorCode | `string` | No | How it gets in. |
| password | `string` | No | How its friends get in. |
| pinCode | `number` | No | How it gets in at night. |
";

const NEST: &str =
    "| doorWord | `string` | No | How all get in. |\n| size | `number` | No | How big. |\n";

fn source(path: &str, text: String) -> Source {
    Arc::new(SourceFile {
        path: path.into(),
        text,
    })
}

/// Returns the schema of `Ant`, `Nest` and `Void`, which has no properties.
fn schema() -> Schema {
    let documents = [("Ant", ANT), ("Nest", NEST), ("Void", "")].map(|(name, rows)| {
        let path = format!("{}-definition.md", name.to_lowercase());
        let source = source(&path, page(name, rows));
        markdown::parse(&source).page.unwrap()
    });
    let (schema, diagnostics) = lower(&documents, &[]);
    assert_eq!(diagnostics, []);
    schema
}

/// Returns the page of a definition.
fn page(name: &str, rows: &str) -> String {
    format!(
        "# `{name}` Definition\n\n| Property | Type | Required | Description |\n|---|---|---|---|\n{rows}"
    )
}

/// Applies overrides that must have no errors.
#[track_caller]
fn overridden(text: &str) -> Schema {
    let (schema, diagnostics) = apply(schema(), &source("overrides.toml", text.to_owned()));
    assert_eq!(diagnostics, [], "{text}");
    schema
}

fn property<'a>(schema: &'a Schema, definition: &str, name: &str) -> &'a Property {
    let mut properties = schema.definition(definition).unwrap().properties.iter();
    properties
        .find(|property| property.name.as_str() == name)
        .unwrap()
}

/// Formats the errors as `code line:column message; help`, one per line.
fn formatted_errors(text: &str) -> String {
    let file = source("overrides.toml", text.to_owned());
    let (_, mut diagnostics) = apply(schema(), &file);
    sort(&mut diagnostics);
    let index = LineIndex::new(&file);
    diagnostics.iter().fold(String::new(), |mut all, finding| {
        let Diagnostic {
            code,
            message,
            labels,
            help,
        } = finding;
        let place = index.location(labels[0].span.start);
        assert!(Arc::ptr_eq(&labels[0].source, &file));
        writeln!(
            all,
            "{code} {}:{} {message}; {}",
            place.line,
            place.column,
            help.join("; ")
        )
        .unwrap();
        all
    })
}

/// Asserts that an overrides file has exactly these errors.
#[track_caller]
fn expect(text: &str, expected: &[&str]) {
    let found = formatted_errors(text);
    assert_eq!(found.lines().collect::<Vec<_>>(), expected, "{text}");
}
