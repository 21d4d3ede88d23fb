//! Schemas to compare, written as definition pages.

use std::sync::Arc;

use genesys_modelgen::{
    diff::{Change, Changes, compare},
    markdown,
    schema::{DefinitionName, PropertyName, Schema, lower},
    span::SourceFile,
};

/// A definition: its name and the cells of its table's rows (property, type, `Yes` or `No`, description).
pub type DefinitionRows<'a> = (&'a str, &'a [[&'a str; 4]]);

/// Returns the schema of these definitions.
///
/// # Panics
///
/// Panics if a definition has diagnostics.
pub fn schema(definitions: &[DefinitionRows<'_>]) -> Schema {
    let documents = definitions.iter().map(|(name, rows)| {
        let rows = rows.iter().map(|row| format!("| {} |\n", row.join(" | ")));
        let rows: String = rows.collect();
        let head = "| Property | Type | Required | Description |\n|---|---|---|---|\n";
        let source = Arc::new(SourceFile {
            path: format!("{}-definition.md", name.to_lowercase()).into(),
            text: format!("# `{name}` Definition\n\n{head}{rows}"),
        });
        markdown::parse(&source).page.unwrap()
    });
    let (schema, diagnostics) = lower(&documents.collect::<Vec<_>>(), &[]);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    schema
}

/// Returns the changes between two versions of the definition `Ant`.
pub fn compare_ants(old: &[[&str; 4]], new: &[[&str; 4]]) -> Changes {
    compare(&schema(&[("Ant", old)]), &schema(&[("Ant", new)]))
}

/// Formats a change as its level, definition, property, kind, old and new value.
fn line(change: &Change) -> String {
    let or_dash = |text: Option<&str>| text.unwrap_or("-").to_owned();
    [
        change.level.to_string(),
        or_dash(change.definition().map(DefinitionName::as_str)),
        or_dash(change.property().map(PropertyName::as_str)),
        change.kind.as_str().to_owned(),
        or_dash(change.from.as_deref()),
        or_dash(change.to.as_deref()),
    ]
    .join(" ")
}

pub fn lines(changes: &Changes) -> Vec<String> {
    changes.iter().map(line).collect()
}
