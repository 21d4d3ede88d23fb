//! Lowering parsed documents to definitions.

use genesys_runtime::Scalar;
use rayon::prelude::*;

use super::{
    api::lower_apis,
    index::DefinitionIndex,
    model::{Definition, Input, Property, PropertyName, RustType, Schema},
    resolve::{FileLowering, duplicates},
    types::Type,
    unreadable::UnreadableTypes,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    markdown::{ApiPage, Document, Row},
};

/// Lowers all documents and pages of a spec to a schema, and resolves the references between them.
///
/// The schema is incomplete if a diagnostic is an error. The errors of types that cannot be read are in the schema, because
/// an override or an OpenAPI file can replace them; [`check_types`](super::check_types) returns them.
#[must_use]
pub fn lower(documents: &[Document], pages: &[ApiPage]) -> (Schema, Vec<Diagnostic>) {
    let index = DefinitionIndex::new(documents, pages);
    let lowered: Vec<_> = documents
        .par_iter()
        .map(|document| lower_definition(document, &index))
        .collect();
    let mut unreadable = UnreadableTypes::default();
    let (mut definitions, mut found) = (Vec::new(), Vec::new());
    for (definition, diagnostics, errors) in lowered {
        for (property, error) in errors {
            unreadable.insert(&definition.name, &property, error);
        }
        definitions.push(definition);
        found.extend(diagnostics);
    }
    let titles = { documents.iter() }.map(|document| (&document.source, &document.title));
    let mut diagnostics = duplicates(Code::DuplicateDefinition, titles, |name| {
        format!("`{name}` is defined more than once")
    });
    diagnostics.append(&mut found);
    definitions.sort_by(|a, b| a.name.cmp(&b.name));
    let (apis, found) = lower_apis(pages, &index);
    diagnostics.extend(found);
    let schema = Schema {
        definitions,
        apis,
        unreadable,
        ..Schema::default()
    };
    (schema, diagnostics)
}

/// A definition, the diagnostics of its file, and the errors of types that cannot be read.
type LoweredDefinition = (Definition, Vec<Diagnostic>, Vec<(PropertyName, Diagnostic)>);

fn lower_definition(document: &Document, index: &DefinitionIndex<'_>) -> LoweredDefinition {
    let mut lowering = FileLowering::new(&document.source, index);
    let owner = (document.title.value.as_str(), "property");
    let names = document.rows.iter().map(|row| &row.name);
    lowering.report_duplicates(Code::DuplicateProperty, owner, names);
    let mut errors = Vec::new();
    let properties = document.rows.iter().map(|row| {
        let (property, error) = lower_property(row, &mut lowering);
        errors.extend(error.map(|error| (property.name.clone(), error)));
        property
    });
    let definition = Definition {
        name: document.title.value.clone().into(),
        description: document.description.as_ref().map(|text| text.value.clone()),
        properties: properties.collect(),
        described_by: Input::Docs,
        rust: RustType::default(),
        origin: lowering.origin(&document.title),
    };
    (definition, lowering.diagnostics, errors)
}

/// Lowers a row to a property, which has any JSON value as its type if the docs' type cannot be read.
fn lower_property(row: &Row, lowering: &mut FileLowering<'_>) -> (Property, Option<Diagnostic>) {
    let description = row.description.as_ref().map(|text| text.value.clone());
    let depth = row.ty.as_ref().map_or(0, |cell| cell.value.depth);
    let resolved = row.ty.as_ref().map_err(Diagnostic::clone).and_then(|cell| {
        lowering.resolve(
            cell,
            &row.name.value,
            description.as_deref().unwrap_or_default(),
        )
    });
    let (ty, error) = match resolved {
        Ok(ty) => (ty, None),
        Err(error) => (Type::Scalar(Scalar::Any).in_lists(depth), Some(error)),
    };
    let property = Property {
        name: row.name.value.clone().into(),
        ty,
        read_only: false,
        required: row.required.value,
        description,
        rust_name: None,
        secret: None,
        origin: lowering.origin(&row.name),
    };
    (property, error)
}
