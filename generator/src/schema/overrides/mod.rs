//! Overrides: what a person says of the schema beyond the docs, in a file beside the spec.
//!
//! The file is read whole, then applied entry by entry. An entry has to name something that is there and to
//! change something about it: no override outlives its cause.

mod definition;
mod file;
mod property;
mod read;
mod refine;
mod report;
mod secret;
mod spelling;
mod type_name;
mod value;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::model::Schema;
use crate::{diagnostic::Diagnostic, span::Source};

use file::{DefinitionOverride, Overrides};
use report::Report;

/// Applies an overrides file to a whole schema, and tells what is wrong with the file.
///
/// The schema that comes back is whole only where there are no diagnostics. It must not be narrowed before: an
/// override may name a definition that no root reaches, or lead to one that no other property does.
///
/// ```
/// use genesys_modelgen::{schema::{Schema, overrides}, span::SourceFile};
///
/// let text = "[definitions.Ant]\nrename = 'Formic'\n".to_owned();
/// let file = SourceFile { path: "spec/overrides.toml".into(), text }.into();
/// let (_, diagnostics) = overrides::apply(Schema::default(), &file);
/// assert_eq!(diagnostics[0].message, "there is no definition `Ant`");
/// ```
#[must_use]
pub fn apply(mut schema: Schema, file: &Source) -> (Schema, Vec<Diagnostic>) {
    let mut report = Report::new(file);
    let overrides = read::read(file, &mut report);
    let known = Known::new(&schema, &overrides);
    for entry in &overrides.definitions {
        apply_entry(&mut schema, entry, &known, &mut report);
    }
    schema.secrets = secret::apply(&mut schema, &overrides.secrets, &mut report);
    (schema, report.diagnostics)
}

fn apply_entry(
    schema: &mut Schema,
    entry: &DefinitionOverride,
    known: &Known,
    report: &mut Report,
) {
    let name = entry.name.value.as_str();
    match schema.definition_mut(name) {
        Some(definition) => definition::apply(definition, entry, known, report),
        None => report.unmatched(
            &entry.name.span,
            format!("there is no definition `{name}`"),
            name,
            known.definitions.iter().map(String::as_str),
        ),
    }
}

/// What an entry has to know beside what it is about.
struct Known {
    /// The definitions' names.
    definitions: BTreeSet<String>,
    /// The names that are secrets in every definition.
    secrets: BTreeSet<String>,
}

impl Known {
    fn new(schema: &Schema, overrides: &Overrides) -> Self {
        let definitions = schema.definitions.iter();
        let secrets = overrides.secrets.iter();
        Self {
            definitions: definitions.map(|it| it.name.to_string()).collect(),
            secrets: secrets.map(|name| name.value.clone()).collect(),
        }
    }
}
