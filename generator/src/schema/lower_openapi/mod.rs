//! Lowers an OpenAPI file to a [`Schema`].
//!
//! A definition with properties becomes a definition of the schema. So does a definition whose type is at most described as
//! `object`, which is any JSON value. Every other definition, such as a bare enum or map, is inlined: its type replaces the
//! references to it ([`types`]). The tags of operations become APIs ([`apis`]). For example, the tag
//! `Telephony Providers Edge` becomes the API `TelephonyProvidersEdgeAPI`, as in the docs.

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
