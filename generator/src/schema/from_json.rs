//! Reading the schema back from its JSON form.

use super::{
    model::{Origin, Schema},
    wire::{SchemaForm, VersionForm},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    json_error,
    span::Source,
};

/// Parses the output of [`json`](super::print::json) or [`compact`](super::print::compact). Unknown keys are ignored.
///
/// The origin of everything in the schema is the start of the file.
///
/// # Errors
///
/// Returns one diagnostic, with its location, if the file is not JSON, has another version, or does not match the form.
///
/// ```
/// use genesys_modelgen::{schema::{Schema, from_json, print::json}, span::SourceFile};
///
/// let file = SourceFile { path: "schema.json".into(), text: json(&Schema::default()) };
/// assert_eq!(from_json(&file.into()).unwrap().definitions.len(), 0);
/// ```
pub fn from_json(file: &Source) -> Result<Schema, Diagnostic> {
    let invalid = |error| invalid_schema(file, &error);
    // The version comes last in the document, but decides how the rest is read.
    let _: VersionForm = serde_json::from_str(&file.text).map_err(invalid)?;
    let form: SchemaForm<'_> = serde_json::from_str(&file.text).map_err(invalid)?;
    Ok(form.into_schema(&Origin {
        source: file.clone(),
        span: 0..0,
    }))
}

fn invalid_schema(file: &Source, error: &serde_json::Error) -> Diagnostic {
    let (message, span) = json_error::locate(&file.text, error);
    Diagnostic::new(
        Code::InvalidSchema,
        format!("`{}` is not a schema: {message}", file.path.display()),
    )
    .label(file, span, "")
    .help("`genesys-modelgen schema --format json` prints a schema")
}
