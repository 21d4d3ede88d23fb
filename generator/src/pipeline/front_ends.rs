//! From the files of a spec to its whole schema: both front ends, and what changes their result.

use rayon::prelude::*;

use super::StageResult;
use crate::{
    diagnostic::{Code, Diagnostic, any_error},
    events, markdown, openapi,
    schema::{
        Events, Schema, Undocumented, check_types, lower, lower_events, lower_openapi, overrides,
        refine,
    },
    settings::Settings,
    source::Spec,
    span::Source,
};

/// Parses all files of a spec, and lowers, refines and corrects the schema.
pub fn whole_schema(spec: Spec) -> StageResult<Schema> {
    let ((mut docs, mut diagnostics), (exact, events)) = rayon::join(
        || lower_docs(&spec),
        || {
            (
                spec.openapi.as_ref().map(lower_file),
                lower_event_files(&spec),
            )
        },
    );
    let (events, found) = events;
    diagnostics.extend(found);
    let (undocumented, found) = read_settings(&spec);
    diagnostics.extend(found);
    let exact = exact.map(|(schema, found)| {
        diagnostics.extend(found);
        schema
    });
    if any_error(&diagnostics) {
        diagnostics.extend(check_types(&mut docs));
    }
    let docs = (!is_openapi_alone(&spec)).then_some(docs);
    diagnostics.extend(spec.warnings);
    let overridden = spec.overrides;
    let mut lowered = StageResult::new(Some((docs, exact)), diagnostics, spec.watch);
    lowered.openapi = spec.openapi.map(|file| file.path.clone());
    lowered
        .and_then(|schemas| match schemas {
            (Some(docs), Some(exact)) => refine(docs, &exact, undocumented),
            (docs, exact) => Ok((docs.or(exact).unwrap_or_default(), Vec::new())),
        })
        // An override is checked against the whole schema, so overrides come before the selection.
        .and_then(|schema| {
            let (mut schema, mut diagnostics) = match &overridden {
                Some(file) => overrides::apply(schema, file),
                None => (schema, Vec::new()),
            };
            diagnostics.extend(check_types(&mut schema));
            // Overrides apply to the docs, whose names can be those of events too.
            schema.events = events.map(Box::new);
            Ok((schema, diagnostics))
        })
}

/// Checks whether a spec has no docs, so that the OpenAPI file alone describes the schema.
fn is_openapi_alone(spec: &Spec) -> bool {
    spec.openapi.is_some() && spec.definitions.is_empty() && spec.classes.is_empty()
}

/// Parses and lowers the pages.
fn lower_docs(spec: &Spec) -> (Schema, Vec<Diagnostic>) {
    let definitions: Vec<_> = spec.definitions.par_iter().map(markdown::parse).collect();
    let classes: Vec<_> = spec.classes.par_iter().map(markdown::parse_api).collect();
    let mut diagnostics = Vec::new();
    let mut documents = Vec::with_capacity(definitions.len());
    for parsed in definitions {
        diagnostics.extend(parsed.diagnostics);
        documents.extend(parsed.page);
    }
    let mut apis = Vec::with_capacity(classes.len());
    for parsed in classes {
        diagnostics.extend(parsed.diagnostics);
        apis.extend(parsed.page);
    }
    let (schema, found) = lower(&documents, &apis);
    diagnostics.extend(found);
    (schema, diagnostics)
}

/// Parses and lowers an OpenAPI file.
fn lower_file(source: &Source) -> (Schema, Vec<Diagnostic>) {
    let (file, mut diagnostics) = openapi::parse(source);
    let schema = file.map(|file| {
        let (schema, found) = lower_openapi(&file);
        diagnostics.extend(found);
        schema
    });
    (schema.unwrap_or_default(), diagnostics)
}

/// Parses and lowers the files of notification topics. Returns `None` without such files.
fn lower_event_files(spec: &Spec) -> (Option<Events>, Vec<Diagnostic>) {
    let (mut files, mut diagnostics) = (Vec::new(), Vec::new());
    for source in &spec.events {
        let (file, found) = events::parse(source);
        diagnostics.extend(found);
        files.extend(file);
    }
    if files.is_empty() {
        return (None, diagnostics);
    }
    let (events, found) = lower_events(files);
    diagnostics.extend(found);
    (Some(events), diagnostics)
}

/// Decides what happens to definitions and methods that only the OpenAPI file describes.
fn read_settings(spec: &Spec) -> (Undocumented, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut included = None;
    if let Some(file) = &spec.settings {
        match Settings::read(file) {
            Ok(settings) => included = settings.undocumented.map(|span| (file, span)),
            Err(errors) => diagnostics.extend(errors),
        }
    }
    if included.is_none() && !spec.undocumented {
        return (Undocumented::Omit, diagnostics);
    }
    if spec.openapi.is_none() {
        let option = if spec.undocumented {
            "--undocumented"
        } else {
            "include"
        };
        let message = format!("`{option}` has no effect without an OpenAPI file");
        let mut error = Diagnostic::new(Code::UnusedInput, message);
        if let Some((file, span)) = included {
            error = error.label(file, span, "");
        }
        diagnostics.push(error.help("add `openapi.json` to the spec, or use `--openapi FILE`"));
    }
    (Undocumented::Include, diagnostics)
}
