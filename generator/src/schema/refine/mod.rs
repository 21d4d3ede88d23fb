//! Refining the docs' schema with the more exact one of the platform's OpenAPI file.
//!
//! The docs say what exists, in which order and in which words; the file makes types exact and knows what the docs do not:
//! formats, complete enums, maps, read-only properties, permissions, defaults and error codes. [`refine`] first checks with
//! `same_api` that both describe the same API. `types` merges two types, `definitions` and `methods` apply that to
//! everything that both describe, and `undocumented` adds what only the file has. Where the two contradict each other, the
//! docs' type is kept, and `disagreement` reports both places.

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

/// What happens to definitions and methods that only the OpenAPI file has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Undocumented {
    /// They are left out, with a warning.
    #[default]
    Omit,
    /// They are added.
    Include,
}

/// Refines the docs' schema with the one of an OpenAPI file, and returns it with a warning for each disagreement.
///
/// A refinement never makes a type less exact: a date or a list of values that only the docs have is kept.
///
/// # Errors
///
/// Returns an error if the file describes another API than the docs.
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
