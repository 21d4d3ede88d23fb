//! Lowering an OpenAPI file to a schema of its own.
//!
//! A definition with properties becomes a definition. So does one that says nothing else about its type: it is any JSON
//! value. Every other definition, such as a bare enum or map, has no definition in the schema: a reference to it has its
//! type ([`types`]). The tags of operations become APIs ([`apis`]): the tag `Telephony Providers Edge` is the API
//! `TelephonyProvidersEdgeAPI`, as in the docs.

mod apis;
mod definitions;
mod lowering;
mod methods;
mod parameters;
mod references;
mod scalars;
mod types;

#[cfg(test)]
mod tests;

use super::model::Schema;
use crate::{diagnostic::Diagnostic, openapi::OpenApiFile};

pub use definitions::lower_schema_objects;

/// Lowers an OpenAPI file to a complete schema, and resolves its references.
///
/// The schema is incomplete if a diagnostic is an error.
#[must_use]
pub fn lower_openapi(file: &OpenApiFile<'_>) -> (Schema, Vec<Diagnostic>) {
    let index = lowering::SchemaIndex::new(file.source, &file.definitions);
    let (definitions, mut diagnostics) = definitions::lower_definitions(&index);
    let (apis, found) = apis::lower_apis(file, &index);
    diagnostics.extend(found);
    diagnostics.extend(index.report_repeated());
    let schema = Schema {
        definitions,
        apis,
        ..Schema::default()
    };
    (schema, diagnostics)
}
