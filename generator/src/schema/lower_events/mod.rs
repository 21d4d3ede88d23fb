//! Lowers files of topics and schemas to [`Events`].
//!
//! `inline` moves the schemas that are part of topics to definitions, which `definition_names` names after their `id`s.

mod definition_names;
mod inline;
mod topics;

#[cfg(test)]
mod tests;

use self::{inline::move_to_definitions, topics::lower_topics};
use super::{
    DefinitionName, Events, Schema, lower_openapi::lower_schema_objects,
    reach::restrict_to_reachable,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    events::EventsFile,
};

/// Lowers files to topics and the definitions that their events reach.
///
/// The events are incomplete if a diagnostic is an error.
#[must_use]
pub fn lower_events(files: Vec<EventsFile<'_>>) -> (Events, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut schema = Schema::default();
    let mut objects = Vec::new();
    for mut file in files {
        let (inline, found) = move_to_definitions(file.source, &mut file.topics);
        diagnostics.extend(found);
        file.definitions.extend(inline);
        let (definitions, found) = lower_schema_objects(file.source, &file.definitions);
        diagnostics.extend(found);
        schema.definitions.extend(definitions);
        objects.push(file);
    }
    diagnostics.extend(remove_duplicates(&mut schema));
    let (mut topics, found) = lower_topics(&objects, &schema);
    diagnostics.extend(found);
    topics.sort_by(|a, b| a.name.cmp(&b.name));
    let roots = topics.iter().filter_map(|topic| topic.ty.reference());
    restrict_to_reachable(&mut schema, roots.map(DefinitionName::as_str));
    let events = Events {
        definitions: schema,
        topics,
    };
    (events, diagnostics)
}

/// Sorts the definitions, and reports and removes those that have the name of an earlier one.
fn remove_duplicates(schema: &mut Schema) -> Vec<Diagnostic> {
    schema.definitions.sort_by(|a, b| a.name.cmp(&b.name));
    let mut diagnostics = Vec::new();
    schema.definitions.dedup_by(|second, first| {
        let is_repeated = second.name == first.name;
        if is_repeated {
            let message = format!("`{}` is defined more than once", first.name);
            let (second, first) = (&second.origin, &first.origin);
            let diagnostic = Diagnostic::new(Code::DuplicateInEvents, message)
                .label(&second.source, second.span.clone(), "defined again here")
                .label(&first.source, first.span.clone(), "first defined here")
                .help("remove or rename one of the two");
            diagnostics.push(diagnostic);
        }
        is_repeated
    });
    diagnostics
}
