//! The sequence of the generator's stages.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use crate::{
    diagnostic::{self, Code, Diagnostic, any_error},
    emit::{self, Target, emit},
    markdown::{self, Document},
    plan::{CratePlan, plan},
    record,
    schema::{Origin, Schema, Selection, from_json, lower, overrides, print},
    source::{self, Spec, SpecInput, SpecLocation},
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
}

impl<T> StageResult<T> {
    fn new(value: Option<T>, mut diagnostics: Vec<Diagnostic>, watch: Vec<PathBuf>) -> Self {
        diagnostic::sort(&mut diagnostics);
        let value = value.filter(|_| !any_error(&diagnostics));
        Self {
            value,
            diagnostics,
            watch,
        }
    }

    /// Runs the next stage on the value, if there is one.
    fn and_then<U>(
        mut self,
        stage: impl FnOnce(T) -> Result<(U, Vec<Diagnostic>), Vec<Diagnostic>>,
    ) -> StageResult<U> {
        let Some(value) = self.value else {
            return StageResult::new(None, self.diagnostics, self.watch);
        };
        let (value, diagnostics) = match stage(value) {
            Ok((value, warnings)) => (Some(value), warnings),
            Err(errors) => (None, errors),
        };
        self.diagnostics.extend(diagnostics);
        StageResult::new(value, self.diagnostics, self.watch)
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

/// Loads a schema for a comparison: from a spec, or from the JSON that `schema` prints.
#[must_use]
pub fn load_schema(location: &SpecLocation) -> StageResult<Schema> {
    match source::load_input(location) {
        Ok(SpecInput::Spec(spec)) => parse(spec),
        Ok(SpecInput::SchemaJson(file)) => match from_json(&file) {
            Ok(schema) => StageResult::new(Some(schema), Vec::new(), Vec::new()),
            Err(error) => StageResult::new(None, vec![error], Vec::new()),
        },
        Err(errors) => StageResult::new(None, errors, Vec::new()),
    }
}

/// Reads a spec, and returns the selected part of its schema.
#[must_use]
pub fn read_schema(spec: &Path, selection: &Selection) -> StageResult<Schema> {
    match source::load_spec(spec) {
        Ok(spec) => select(spec, selection),
        Err(errors) => StageResult::new(None, errors, vec![spec.to_owned()]),
    }
}

fn select(spec: Spec, selection: &Selection) -> StageResult<Schema> {
    parse(spec).and_then(|schema| Ok((selection.apply(schema)?, Vec::new())))
}

fn parse(spec: Spec) -> StageResult<Schema> {
    let parsed: Vec<_> = spec.definitions.par_iter().map(markdown::parse).collect();
    let mut diagnostics = spec.warnings;
    let mut documents: Vec<Document> = Vec::with_capacity(parsed.len());
    for parsed in parsed {
        diagnostics.extend(parsed.diagnostics);
        documents.extend(parsed.page);
    }
    let pages: Vec<_> = spec.classes.par_iter().map(markdown::parse_api).collect();
    let mut apis = Vec::with_capacity(pages.len());
    for parsed in pages {
        diagnostics.extend(parsed.diagnostics);
        apis.extend(parsed.page);
    }
    let (schema, found) = lower(&documents, &apis);
    diagnostics.extend(found);
    let lowered = StageResult::new(Some(schema), diagnostics, spec.watch);
    // An override is checked against the whole schema, so overrides come before the selection.
    match spec.overrides {
        Some(file) => lowered.and_then(|schema| Ok(overrides::apply(schema, &file))),
        None => lowered,
    }
}

/// Plans the crate for the selected part of a spec. This stage reports all remaining problems of a spec.
#[must_use]
pub fn plan_crate(spec: &Path, selection: &Selection) -> StageResult<Planned> {
    plan_schema(read_schema(spec, selection), selection)
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

/// Generates the sources of the workspace's crate from a spec.
#[must_use]
pub fn generate(spec: &Path, selection: &Selection) -> StageResult<Generated> {
    emit_crate(plan_crate(spec, selection))
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

/// Returns errors unless every definition has its own file, and every method a constant.
fn check_counts(schema: &Schema, plan: &CratePlan) -> Result<(), Vec<Diagnostic>> {
    let files: BTreeSet<_> = plan.modules.iter().map(|module| &module.name).collect();
    let endpoints = plan.apis.iter().map(|api| api.endpoints.len()).sum();
    let counts = [
        (
            "definitions",
            schema.definitions.len(),
            "files",
            files.len(),
        ),
        ("methods", schema.method_count(), "endpoints", endpoints),
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
