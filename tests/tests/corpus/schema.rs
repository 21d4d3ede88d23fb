//! The schemas of all editions, and their conversion to pages.

use genesys_runtime::Scalar;
use std::{
    path::{Path, PathBuf},
    sync::LazyLock,
};

use genesys_modelgen::{
    pipeline,
    schema::{Definition, Property, Schema, Selection, Type},
};
use genesys_tests::corpus::editions;

use crate::page::{Page, Row};

/// The editions and their schemas.
pub static SCHEMAS: LazyLock<Vec<(PathBuf, Schema)>> = LazyLock::new(|| {
    let editions = editions().into_iter();
    editions
        .map(|edition| (edition.clone(), read(&edition)))
        .collect()
});

/// Reads the schema of an edition, which must have no errors.
fn read(edition: &Path) -> Schema {
    let outcome = pipeline::read_schema(edition, &Selection::default());
    outcome
        .value
        .unwrap_or_else(|| panic!("{:?}", outcome.diagnostics))
}

/// Returns the expected page of a definition.
pub fn page(schema: &Schema, definition: &Definition) -> Page {
    let rows = definition.properties.iter();
    Page {
        title: definition.name.to_string(),
        description: definition.description.clone().unwrap_or_default(),
        rows: rows.map(|property| row(schema, property)).collect(),
    }
}

fn row(schema: &Schema, property: &Property) -> Row {
    Row {
        name: property.name.to_string(),
        ty: cell(schema, &property.ty),
        required: property.required,
        description: property.description.clone().unwrap_or_default(),
    }
}

/// Returns the expected text of a type cell.
fn cell(schema: &Schema, ty: &Type) -> String {
    let shown = format!("`{}{}`", word(ty.innermost()), "[]".repeat(depth(ty)));
    let Some(name) = ty.reference() else {
        return shown;
    };
    let target = schema.definition(name.as_str()).unwrap();
    let file = target.origin.source.path.file_name().unwrap();
    format!("[{shown}]({})", file.to_str().unwrap())
}

fn depth(ty: &Type) -> usize {
    if let Type::Array(items) = ty {
        1 + depth(items)
    } else {
        0
    }
}

/// Returns the name in the docs for a type that is not a list.
fn word(ty: &Type) -> &str {
    match ty {
        Type::Number(_) | Type::Scalar(Scalar::Number | Scalar::Integer | Scalar::Float) => {
            "number"
        }
        Type::Scalar(Scalar::Boolean) => "boolean",
        Type::Scalar(Scalar::Any) | Type::Map(_) => "object",
        Type::Ref(name) => name.as_str(),
        Type::Array(_) => unreachable!("the innermost type is not a list"),
        // The cell does not have the refinements from descriptions.
        Type::Scalar(
            Scalar::Text
            | Scalar::DateTime
            | Scalar::LocalDateTime
            | Scalar::Date
            | Scalar::Interval
            | Scalar::Duration,
        )
        | Type::Enum(_) => "string",
    }
}
