//! Definitions and properties that are there twice.

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Code, Diagnostic},
    markdown::Document,
    span::Spanned,
};

/// An error for each definition whose name an earlier file has.
pub fn duplicate_definitions(documents: &[Document]) -> Vec<Diagnostic> {
    let mut first: BTreeMap<&str, &Document> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for document in documents {
        let name = document.title.value.as_str();
        match first.get(name) {
            Some(earlier) => diagnostics.push(duplicate_definition(name, document, earlier)),
            None => drop(first.insert(name, document)),
        }
    }
    diagnostics
}

fn duplicate_definition(name: &str, document: &Document, earlier: &Document) -> Diagnostic {
    Diagnostic::new(
        Code::DuplicateDefinition,
        format!("`{name}` is defined twice"),
    )
    .label(
        &document.source,
        document.title.span.clone(),
        "defined again here",
    )
    .label(
        &earlier.source,
        earlier.title.span.clone(),
        "first defined here",
    )
    .help("remove one of the two files, or give one of the definitions another name")
}

/// An error for each property whose name an earlier row has.
pub fn duplicate_properties(document: &Document) -> Vec<Diagnostic> {
    let mut first: BTreeMap<&str, &Spanned<String>> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for row in &document.rows {
        match first.get(row.name.value.as_str()) {
            Some(earlier) => diagnostics.push(duplicate_property(document, &row.name, earlier)),
            None => drop(first.insert(&row.name.value, &row.name)),
        }
    }
    diagnostics
}

fn duplicate_property(
    document: &Document,
    name: &Spanned<String>,
    earlier: &Spanned<String>,
) -> Diagnostic {
    Diagnostic::new(
        Code::DuplicateProperty,
        format!(
            "`{}` has two properties `{}`",
            document.title.value, name.value
        ),
    )
    .label(&document.source, name.span.clone(), "again here")
    .label(&document.source, earlier.span.clone(), "first here")
    .help("remove one of the two rows")
}
