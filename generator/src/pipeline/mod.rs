//! The sequence of the generator's stages.

mod front_ends;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use self::front_ends::whole_schema;
use crate::{
    diagnostic::{self, Code, Diagnostic, any_error},
    emit::{self, Target, emit},
    openapi::is_openapi,
    plan::{CratePlan, plan},
    record,
    schema::{Origin, Schema, Selection, Undocumented, from_json, print},
    source::{self, Inputs, Spec, SpecInput, SpecLocation},
    tree::Tree,
};

/// The result of a pipeline stage: a value unless an error occurred, plus all diagnostics.
#[derive(Debug)]
pub struct StageResult<T> {
    /// The value, or `None` if there are errors.
    pub value: Option<T>,
    /// All errors and warnings, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// The folders and files that were read, for a build script to watch.
    pub watch: Vec<PathBuf>,
    /// The OpenAPI file, if there is one.
    pub openapi: Option<PathBuf>,
}

impl<T> StageResult<T> {
    fn new(value: Option<T>, mut diagnostics: Vec<Diagnostic>, watch: Vec<PathBuf>) -> Self {
        diagnostic::sort(&mut diagnostics);
        let value = value.filter(|_| !any_error(&diagnostics));
        Self {
            value,
            diagnostics,
            watch,
            openapi: None,
        }
    }

    /// Runs the next stage on the value, if there is one.
    fn and_then<U>(
        mut self,
        stage: impl FnOnce(T) -> Result<(U, Vec<Diagnostic>), Vec<Diagnostic>>,
    ) -> StageResult<U> {
        let (value, diagnostics) = match self.value.map(stage) {
            Some(Ok((value, warnings))) => (Some(value), warnings),
            Some(Err(errors)) => (None, errors),
            None => (None, Vec::new()),
        };
        self.diagnostics.extend(diagnostics);
        StageResult {
            openapi: self.openapi,
            ..StageResult::new(value, self.diagnostics, self.watch)
        }
    }
}

/// A schema and the plan of its crate.
#[derive(Debug)]
pub struct Planned {
    /// The schema.
    pub schema: Schema,
    /// The plan.
    pub plan: CratePlan,
    /// The names of the selected roots.
    pub roots: Vec<String>,
}

/// The sources of the workspace's crate, and the plan that they were emitted from.
#[derive(Debug)]
pub struct Generated {
    /// The schema and the plan.
    pub planned: Planned,
    /// The files.
    pub tree: Tree,
    /// The span of the definition or the API of each file.
    pub origins: BTreeMap<String, Origin>,
}

/// Loads a schema for a comparison: from a spec, from an OpenAPI file, or from the JSON that `schema` prints.
///
/// The OpenAPI file at `openapi` replaces the one in the spec's folder.
#[must_use]
pub fn load_schema(
    location: &SpecLocation,
    openapi: Option<&Path>,
    undocumented: Undocumented,
) -> StageResult<Schema> {
    match source::load_input(location, openapi) {
        Ok(SpecInput::Spec(spec)) => whole_schema(Spec {
            // One of the compared specs may have no OpenAPI file.
            undocumented: spec.openapi.is_some() && undocumented == Undocumented::Include,
            ..spec
        }),
        Ok(SpecInput::File(file)) if is_openapi(&file) => whole_schema(Spec {
            openapi: Some(file),
            ..Spec::default()
        }),
        Ok(SpecInput::File(file)) => match from_json(&file) {
            Ok(schema) => StageResult::new(Some(schema), Vec::new(), Vec::new()),
            Err(error) => StageResult::new(None, vec![error], Vec::new()),
        },
        Err(errors) => StageResult::new(None, errors, Vec::new()),
    }
}

/// Reads the inputs, and returns the selected part of their schema.
#[must_use]
pub fn read_schema(inputs: impl Into<Inputs>, selection: &Selection) -> StageResult<Schema> {
    let inputs = inputs.into();
    match source::load_spec(&inputs) {
        Ok(spec) => select(spec, selection),
        Err(errors) => StageResult::new(None, errors, vec![inputs.spec]),
    }
}

fn select(spec: Spec, selection: &Selection) -> StageResult<Schema> {
    whole_schema(spec).and_then(|schema| Ok((selection.apply(schema)?, Vec::new())))
}

/// Plans the crate for the selected part of the inputs. This stage reports all remaining problems of a spec.
#[must_use]
pub fn plan_crate(inputs: impl Into<Inputs>, selection: &Selection) -> StageResult<Planned> {
    plan_schema(read_schema(inputs, selection), selection)
}

fn plan_schema(schema: StageResult<Schema>, selection: &Selection) -> StageResult<Planned> {
    schema.and_then(|schema| {
        let (plan, diagnostics) = plan(&schema);
        // After an error, colliding items are missing from the plan.
        if !any_error(&diagnostics) {
            check_counts(&schema, &plan)?;
        }
        let roots = { selection.roots.iter() }.map(|root| root.name.clone());
        let planned = Planned {
            roots: roots.collect(),
            schema,
            plan,
        };
        Ok((planned, diagnostics))
    })
}

/// Generates the sources of the workspace's crate.
#[must_use]
pub fn generate(inputs: impl Into<Inputs>, selection: &Selection) -> StageResult<Generated> {
    emit_crate(plan_crate(inputs, selection))
}

/// Generates the sources of the workspace's crate from a spec in memory.
#[must_use]
pub fn generate_from(spec: Spec, selection: &Selection) -> StageResult<Generated> {
    emit_crate(plan_schema(select(spec, selection), selection))
}

fn emit_crate(planned: StageResult<Planned>) -> StageResult<Generated> {
    planned.and_then(|planned| {
        let (emitted, record) = rayon::join(
            || emit(&planned.plan, Target::Workspace),
            || print::compact(&planned.schema),
        );
        let mut tree = emitted?;
        tree.insert(record::PATH, record);
        let generated = Generated {
            origins: emit::origins(&planned.plan, Target::Workspace),
            tree,
            planned,
        };
        Ok((generated, Vec::new()))
    })
}

/// Returns errors unless every definition has its own file, and every method and every topic a constant.
fn check_counts(schema: &Schema, plan: &CratePlan) -> Result<(), Vec<Diagnostic>> {
    let files: BTreeSet<_> = plan.modules.iter().map(|module| &module.name).collect();
    let endpoints = plan.apis.iter().map(|api| api.endpoints.len()).sum();
    let topics = schema.events.as_ref().map_or(0, |it| it.topics.len());
    let events = { schema.events.as_ref() }.map_or(0, |it| it.definitions.definitions.len());
    let constants = plan.events.as_ref().map_or(0, |it| it.topics.len());
    let event_files = plan.events.iter().flat_map(|it| &it.modules);
    let event_files: BTreeSet<_> = event_files.map(|module| &module.name).collect();
    let counts = [
        (
            "definitions",
            schema.definitions.len(),
            "files",
            files.len(),
        ),
        ("methods", schema.method_count(), "endpoints", endpoints),
        ("topics", topics, "constants", constants),
        ("events", events, "files", event_files.len()),
    ];
    let wrong = counts
        .into_iter()
        .filter(|(_, read, _, planned)| read != planned);
    let errors = wrong.map(|(input, read, output, planned)| {
        let message =
            format!("{read} {input} became {planned} {output}: this is a bug of the generator");
        Diagnostic::new(Code::InvalidOutput, message)
    });
    let errors: Vec<_> = errors.collect();
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors)
    }
}
