//! Checks that the docs and an OpenAPI file describe the same API.
//!
//! The platform's other APIs use some of the same names with other meanings. At least half of each of these must be in both
//! the docs and the file:
//!
//! - the definitions;
//! - the properties of the common definitions, with the same name and compatible types;
//! - the endpoints.
//!
//! The share is relative to the smaller side, because the docs and the file may each describe only a part of the API. A file
//! of the whole platform that is seven years older than the docs has shares of 87, 96 and 91 percent. A file of the
//! platform's notifications, which are another API, has 3 percent of the definitions.

use super::{
    Undocumented, definitions::properties_by_name, method_index::MethodIndex, types::TypeRefiner,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    schema::{Definition, Schema},
};

/// The common part of two descriptions, relative to the smaller one.
#[derive(Debug, Clone, Copy, Default)]
struct Share {
    common: usize,
    smaller: usize,
}

impl Share {
    /// Checks whether less than half is common. If the smaller side is empty, the share is not minor.
    const fn is_minor(self) -> bool {
        2 * self.common < self.smaller
    }
}

/// Checks that the docs and the file describe the same API.
///
/// # Errors
///
/// Returns an error with the three shares if they do not.
pub fn check(docs: &Schema, exact: &Schema) -> Result<(), Vec<Diagnostic>> {
    // A reference to an undocumented definition does not contradict the docs.
    let types = TypeRefiner::new(docs, exact, Undocumented::Include);
    let common: Vec<_> = { exact.definitions.iter() }
        .filter_map(|exact| Some((docs.definition(exact.name.as_str())?, exact)))
        .collect();
    let definitions = Share {
        common: common.len(),
        smaller: docs.definitions.len().min(exact.definitions.len()),
    };
    let mut properties = Share::default();
    for (definition, exact) in common {
        let agreeing = count_agreeing(definition, exact, &types);
        properties.common += agreeing;
        properties.smaller += definition.properties.len().min(exact.properties.len());
    }
    let [documented, described] = [docs, exact].map(MethodIndex::new);
    let endpoints = Share {
        common: described.count_common(&documented),
        smaller: described.endpoint_count().min(documented.endpoint_count()),
    };
    let shares = [
        (definitions, "definitions are in both"),
        (properties, "properties of common definitions agree"),
        (endpoints, "endpoints are in both"),
    ];
    if shares.iter().all(|(share, _)| !share.is_minor()) {
        return Ok(());
    }
    let figures = { shares.iter().filter(|(share, _)| share.smaller > 0) }
        .map(|(share, what)| format!("{} of {} {what}", share.common, share.smaller));
    let figures: Vec<_> = figures.collect();
    let message = "the OpenAPI file describes another API than the docs";
    let definition = exact.definitions.first().map(|it| &it.origin);
    let origin = definition.or_else(|| Some(&exact.apis.first()?.origin));
    let diagnostic = Diagnostic::new(Code::OtherApi, message);
    let diagnostic = match origin {
        Some(origin) => diagnostic.label(&origin.source, 0..0, ""),
        None => diagnostic,
    };
    let shares = figures.join(", ");
    Err(vec![
        diagnostic.help(format!("{shares}: at least half are expected")),
    ])
}

/// Counts the properties that two definitions have under the same name with compatible types.
fn count_agreeing(documented: &Definition, exact: &Definition, types: &TypeRefiner) -> usize {
    let by_name = properties_by_name(exact);
    let agrees = |property: &&crate::schema::Property| {
        let exact = by_name.get(property.name.as_str());
        exact.is_some_and(|exact| types.agree(&property.ty, &exact.ty))
    };
    documented.properties.iter().filter(agrees).count()
}
