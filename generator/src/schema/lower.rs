//! From documents to definitions.

use rayon::prelude::*;

use super::{
    api::lower_apis,
    duplicate::{duplicate_definitions, duplicate_properties},
    index::{Index, definition_name},
    model::{Definition, Origin, Property, RustType, Schema},
    resolve::{Mention, resolve},
};
use crate::{
    diagnostic::Diagnostic,
    markdown::{ApiPage, Document, Row},
};

/// What came of the documents.
#[derive(Debug)]
pub struct Lowered {
    /// The schema; whole only where no diagnostic is an error.
    pub schema: Schema,
    /// What is wrong, or looks wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Makes the schema of all documents and pages, and finds what is wrong between them.
#[must_use]
pub fn lower(documents: &[Document], pages: &[ApiPage]) -> Lowered {
    let index = Index::new(documents, pages);
    let lowered: Vec<_> = documents
        .par_iter()
        .map(|document| definition(document, &index))
        .collect();
    let (mut definitions, found): (Vec<_>, Vec<_>) = lowered.into_iter().unzip();
    let mut diagnostics = duplicate_definitions(documents);
    diagnostics.extend(found.into_iter().flatten());
    definitions.sort_by(|a, b| a.name.cmp(&b.name));
    let (apis, found) = lower_apis(pages, &index);
    diagnostics.extend(found);
    Lowered {
        schema: Schema {
            definitions,
            apis,
            secrets: Vec::new(),
        },
        diagnostics,
    }
}

fn definition(document: &Document, index: &Index<'_>) -> (Definition, Vec<Diagnostic>) {
    let mut diagnostics = duplicate_properties(document);
    let properties = document
        .rows
        .iter()
        .filter_map(|row| property(document, row, index, &mut diagnostics));
    let definition = Definition {
        name: definition_name(document),
        description: document.description.as_ref().map(|text| text.value.clone()),
        properties: properties.collect(),
        rust: RustType::default(),
        origin: Origin {
            source: document.source.clone(),
            span: document.title.span.clone(),
        },
    };
    (definition, diagnostics)
}

fn property(
    document: &Document,
    row: &Row,
    index: &Index<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Property> {
    let mention = Mention {
        source: &document.source,
        cell: &row.ty,
        of: &row.name.value,
        description: row.description.as_ref().map_or("", |text| &text.value),
    };
    let resolved = resolve(&mention, index);
    diagnostics.extend(resolved.diagnostic);
    Some(Property {
        name: row.name.value.clone().into(),
        ty: resolved.ty?,
        required: row.required.value,
        description: row.description.as_ref().map(|text| text.value.clone()),
        rust_name: None,
        secret: None,
        origin: Origin {
            source: document.source.clone(),
            span: row.name.span.clone(),
        },
    })
}
