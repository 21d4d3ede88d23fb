//! The stages, one after the other.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use crate::{
    diagnostic::{self, Code, Diagnostic, any_error},
    emit::{self, emit},
    markdown::{self, Document},
    plan::{ApiModule, CratePlan, Module, plan},
    record,
    schema::{Origin, Schema, Selection, from_json, lower, overrides, print},
    source::{self, Spec, SpecInput, SpecLocation},
    tree::Tree,
};

/// What came of a stage: a value unless there were errors, and all that was found on the way.
#[derive(Debug)]
pub struct Outcome<T> {
    /// The value; `None` where there were errors.
    pub value: Option<T>,
    /// Errors and warnings, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// The folders and files that were read.
    pub watch: Vec<PathBuf>,
}

impl<T> Outcome<T> {
    fn new(value: Option<T>, mut diagnostics: Vec<Diagnostic>, watch: Vec<PathBuf>) -> Self {
        diagnostic::sort(&mut diagnostics);
        let value = value.filter(|_| !any_error(&diagnostics));
        Self {
            value,
            diagnostics,
            watch,
        }
    }

    /// Goes on with the value, if there is one.
    fn and_then<U>(
        mut self,
        stage: impl FnOnce(T) -> Result<(U, Vec<Diagnostic>), Vec<Diagnostic>>,
    ) -> Outcome<U> {
        let Some(value) = self.value else {
            return Outcome::new(None, self.diagnostics, self.watch);
        };
        let (value, found) = match stage(value) {
            Ok((value, found)) => (Some(value), found),
            Err(found) => (None, found),
        };
        self.diagnostics.extend(found);
        Outcome::new(value, self.diagnostics, self.watch)
    }
}

/// A crate's sources, and the schema that they were made from.
#[derive(Debug)]
pub struct Generated {
    /// The schema.
    pub schema: Schema,
    /// The plan of the models' modules.
    pub modules: Vec<Module>,
    /// The names of the definitions that it was asked for.
    pub roots: Vec<String>,
    /// The files.
    pub tree: Tree,
    /// The definition or the API behind a file, for each that was made from one.
    pub origins: BTreeMap<String, Origin>,
}

/// Reads the schema at a place, to be compared: of a spec, or from the JSON that was printed of it.
///
/// The APIs of a spec are passed over: what is compared is the definitions.
#[must_use]
pub fn open(place: &SpecLocation) -> Outcome<Schema> {
    match source::load_input(place) {
        Ok(SpecInput::Spec(spec)) => parse(Spec {
            classes: Vec::new(),
            ..spec
        }),
        Ok(SpecInput::SchemaJson(file)) => match from_json(&file) {
            Ok(schema) => Outcome::new(Some(schema), Vec::new(), Vec::new()),
            Err(error) => Outcome::new(None, vec![error], Vec::new()),
        },
        Err(errors) => Outcome::new(None, errors, Vec::new()),
    }
}

/// Reads a spec: the part of it that is wanted.
#[must_use]
pub fn read(spec: &Path, wanted: &Selection) -> Outcome<Schema> {
    match source::load_spec(spec) {
        Ok(spec) => select(spec, wanted),
        Err(errors) => Outcome::new(None, errors, vec![spec.to_owned()]),
    }
}

fn select(spec: Spec, wanted: &Selection) -> Outcome<Schema> {
    parse(spec).and_then(|schema| Ok((wanted.of(schema)?, Vec::new())))
}

fn parse(spec: Spec) -> Outcome<Schema> {
    let parsed: Vec<_> = spec.definitions.par_iter().map(markdown::parse).collect();
    let mut diagnostics = spec.warnings;
    let mut documents: Vec<Document> = Vec::with_capacity(parsed.len());
    for parsed in parsed {
        diagnostics.extend(parsed.diagnostics);
        documents.extend(parsed.document);
    }
    let pages: Vec<_> = spec.classes.par_iter().map(markdown::parse_api).collect();
    let mut apis = Vec::with_capacity(pages.len());
    for parsed in pages {
        diagnostics.extend(parsed.diagnostics);
        apis.extend(parsed.page);
    }
    let lowered = lower(&documents, &apis);
    diagnostics.extend(lowered.diagnostics);
    let lowered = Outcome::new(Some(lowered.schema), diagnostics, spec.watch);
    // Only a whole schema can tell which overrides match nothing.
    match spec.overrides {
        Some(file) => lowered.and_then(|schema| Ok(overrides::apply(schema, &file))),
        None => lowered,
    }
}

/// Plans the modules of a crate from a spec, all findings aside; with that, all that can be found in the spec is found.
#[must_use]
pub fn inspect(spec: &Path, wanted: &Selection) -> Outcome<(Schema, CratePlan)> {
    plan_all(read(spec, wanted))
}

fn plan_all(schema: Outcome<Schema>) -> Outcome<(Schema, CratePlan)> {
    schema.and_then(|schema| {
        let mut planned = plan(&schema);
        let diagnostics = std::mem::take(&mut planned.diagnostics);
        Ok(((schema, planned), diagnostics))
    })
}

/// Makes the sources of a crate from a spec.
#[must_use]
pub fn generate(spec: &Path, wanted: &Selection) -> Outcome<Generated> {
    emit_all(inspect(spec, wanted), wanted)
}

/// Makes the sources of a crate from a spec that is in memory already: nothing is read from disk.
#[must_use]
pub fn generate_from(spec: Spec, wanted: &Selection) -> Outcome<Generated> {
    emit_all(plan_all(select(spec, wanted)), wanted)
}

fn emit_all(planned: Outcome<(Schema, CratePlan)>, wanted: &Selection) -> Outcome<Generated> {
    planned.and_then(|(schema, planned)| {
        let CratePlan { modules, apis, .. } = planned;
        let (emitted, record) = rayon::join(
            || emit(&modules, &apis, &schema.secrets),
            || print::compact(&schema),
        );
        let mut tree = emitted?;
        check_count(&schema, &tree)?;
        check_endpoints(&schema, &apis)?;
        tree.insert(record::PATH, record);
        let origins = modules
            .iter()
            .map(|module| (emit::path(module), module.origin.clone()))
            .chain({ apis.into_iter() }.map(|api| (emit::api_path(&api), api.origin)));
        let generated = Generated {
            schema,
            tree,
            origins: origins.collect(),
            modules,
            roots: wanted.roots.iter().map(|root| root.name.clone()).collect(),
        };
        Ok((generated, Vec::new()))
    })
}

/// As many definitions come out as went in.
fn check_count(schema: &Schema, tree: &Tree) -> Result<(), Vec<Diagnostic>> {
    let models = tree
        .iter()
        .filter(|(path, _)| path.starts_with("src/models/") && *path != "src/models/mod.rs")
        .count();
    let definitions = schema.definitions.len();
    if models == definitions {
        return Ok(());
    }
    let message = format!(
        "{definitions} definitions became {models} files, which is a fault of the generator"
    );
    Err(vec![Diagnostic::new(Code::InvalidOutput, message)])
}

/// As many endpoints come out as methods went in.
fn check_endpoints(schema: &Schema, apis: &[ApiModule]) -> Result<(), Vec<Diagnostic>> {
    let endpoints: usize = apis.iter().map(|api| api.endpoints.len()).sum();
    let methods = schema.method_count();
    if endpoints == methods {
        return Ok(());
    }
    let message = format!(
        "{methods} methods became {endpoints} endpoints, which is a fault of the generator"
    );
    Err(vec![Diagnostic::new(Code::InvalidOutput, message)])
}
