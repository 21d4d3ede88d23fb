//! Refines the docs' schema with the more exact types of the platform's OpenAPI file.
//!
//! The docs determine which definitions, properties and methods exist, their order and their descriptions. The file
//! contributes what the docs lack: number formats, complete enums, maps, read-only properties, permissions, previews,
//! defaults and error codes.
//!
//! [`refine`] first checks with `same_api` that both describe the same API. `definitions` and `methods` refine what both
//! describe, with the types that `types` merges. `undocumented` reports or adds what only the file describes. If two types
//! contradict each other, the docs' type is kept; of two enums without a common value, the file's is used. `disagreement`
//! reports both places.

mod definitions;
mod disagreement;
mod method_index;
mod methods;
mod same_api;
mod types;
mod undocumented;

#[cfg(test)]
mod tests;

use self::{
    definitions::refine_definitions, disagreement::Disagreements, methods::refine_methods,
    types::TypeRefiner,
};
use super::model::Schema;
use crate::diagnostic::Diagnostic;

/// The treatment of definitions and methods that are only in the OpenAPI file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Undocumented {
    /// They are left out, with a warning.
    #[default]
    Omit,
    /// They are added.
    Include,
}

/// Refines the docs' schema with the schema of an OpenAPI file. Returns it with a warning for each disagreement.
///
/// A type never becomes less exact: if the docs describe a date or an enum and the file only a string, the docs' type is
/// kept.
///
/// # Errors
///
/// Returns an error if the file and the docs describe different APIs.
///
/// ```
/// use genesys_modelgen::schema::{Schema, Undocumented, refine};
///
/// let (_, warnings) = refine(Schema::default(), &Schema::default(), Undocumented::Omit).unwrap();
/// assert_eq!(warnings, []);
/// ```
pub fn refine(
    mut docs: Schema,
    exact: &Schema,
    undocumented: Undocumented,
) -> Result<(Schema, Vec<Diagnostic>), Vec<Diagnostic>> {
    same_api::check(&docs, exact)?;
    let types = TypeRefiner::new(&docs, exact, undocumented);
    let mut disagreements = Disagreements::default();
    refine_definitions(&mut docs, exact, &types, &mut disagreements);
    refine_methods(&mut docs, exact, &types, &mut disagreements);
    undocumented::report_missing(&docs, exact, &mut disagreements);
    let refined = match undocumented {
        Undocumented::Omit => {
            undocumented::report(&docs, exact, &mut disagreements);
            docs
        }
        Undocumented::Include => undocumented::add(docs, exact),
    };
    Ok((refined, disagreements.diagnostics))
}
