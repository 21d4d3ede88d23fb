//! Lowering parsed documents to definitions.

use rayon::prelude::*;

use super::{
    api::lower_apis,
    index::DefinitionIndex,
    model::{Definition, Input, Property, RustType, Schema},
    resolve::{FileLowering, duplicates},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    markdown::{ApiPage, Document, Row},
};

/// Lowers all documents and pages of a spec to a schema, and resolves the references between them.
///
/// The schema is incomplete if a diagnostic is an error.
#[must_use]
pub fn lower(documents: &[Document], pages: &[ApiPage]) -> (Schema, Vec<Diagnostic>) {
    let index = DefinitionIndex::new(documents, pages);
    let lowered: Vec<_> = documents
        .par_iter()
        .map(|document| lower_definition(document, &index))
        .collect();
    let (mut definitions, found): (Vec<_>, Vec<_>) = lowered.into_iter().unzip();
    let titles = { documents.iter() }.map(|document| (&document.source, &document.title));
    let mut diagnostics = duplicates(Code::DuplicateDefinition, titles, |name| {
        format!("`{name}` is defined more than once")
    });
    diagnostics.extend(found.into_iter().flatten());
    definitions.sort_by(|a, b| a.name.cmp(&b.name));
    let (apis, found) = lower_apis(pages, &index);
    diagnostics.extend(found);
    let schema = Schema {
        definitions,
        apis,
        ..Schema::default()
    };
    (schema, diagnostics)
}

fn lower_definition(
    document: &Document,
    index: &DefinitionIndex<'_>,
) -> (Definition, Vec<Diagnostic>) {
    let mut lowering = FileLowering::new(&document.source, index);
    let owner = (document.title.value.as_str(), "property");
    let names = document.rows.iter().map(|row| &row.name);
    lowering.report_duplicates(Code::DuplicateProperty, owner, names);
    let properties = { document.rows.iter() }
        .filter_map(|row| lower_property(row, &mut lowering))
        .collect();
    let definition = Definition {
        name: document.title.value.clone().into(),
        description: document.description.as_ref().map(|text| text.value.clone()),
        properties,
        described_by: Input::Docs,
        rust: RustType::default(),
        origin: lowering.origin(&document.title),
    };
    (definition, lowering.diagnostics)
}

fn lower_property(row: &Row, lowering: &mut FileLowering<'_>) -> Option<Property> {
    let description = row.description.as_ref().map(|text| text.value.clone());
    let ty = lowering.resolve(
        &row.ty,
        &row.name.value,
        description.as_deref().unwrap_or_default(),
    )?;
    Some(Property {
        name: row.name.value.clone().into(),
        ty,
        read_only: false,
        required: row.required.value,
        description,
        rust_name: None,
        secret: None,
        origin: lowering.origin(&row.name),
    })
}
