//! Schemas to compare, written as pages of the docs.

use std::sync::Arc;

use genesys_modelgen::{
    diff::{Change, Changes, compare},
    markdown,
    schema::{PropertyName, Schema, lower},
    span::SourceFile,
};

/// A definition: its name, and its table's rows of property, type, `Yes` or `No`, and description.
pub type Page<'a> = (&'a str, &'a [[&'a str; 4]]);

/// The schema of these definitions, which must be free of faults.
pub fn schema(pages: &[Page<'_>]) -> Schema {
    let documents = pages.iter().map(|(name, rows)| {
        let rows = rows.iter().map(|row| format!("| {} |\n", row.join(" | ")));
        let rows: String = rows.collect();
        let head = "| Property | Type | Required | Description |\n|---|---|---|---|\n";
        let source = Arc::new(SourceFile {
            path: format!("{}-definition.md", name.to_lowercase()).into(),
            text: format!("# `{name}` Definition\n\n{head}{rows}"),
        });
        markdown::parse(&source).page.unwrap()
    });
    let lowered = lower(&documents.collect::<Vec<_>>(), &[]);
    assert!(lowered.diagnostics.is_empty(), "{:?}", lowered.diagnostics);
    lowered.schema
}

/// What changed from one `Ant` to another.
pub fn ant(old: &[[&str; 4]], new: &[[&str; 4]]) -> Changes {
    compare(&schema(&[("Ant", old)]), &schema(&[("Ant", new)]))
}

/// A change in one line, as programs read it.
pub fn line(change: &Change) -> String {
    let part = |text: Option<&str>| text.unwrap_or("-").to_owned();
    [
        change.level.to_string(),
        change.definition.to_string(),
        part(change.property.as_ref().map(PropertyName::as_str)),
        change.kind.as_str().to_owned(),
        part(change.from.as_deref()),
        part(change.to.as_deref()),
    ]
    .join(" ")
}

/// All changes, a line each.
pub fn lines(changes: &Changes) -> Vec<String> {
    changes.iter().map(line).collect()
}
