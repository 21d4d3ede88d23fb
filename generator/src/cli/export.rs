//! `export`: writes or checks a self-contained crate or module.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use genesys_modelgen::{
    diagnostic::Diagnostic,
    export::{Export, Package, Provenance, TimeLibrary, module, module_dependencies, package},
    name::check_crate_name,
    output::prepare,
    pipeline::{self, Planned},
    schema::{Schema, Selection},
    source,
};
use semver::Version;

use super::{
    CommandResult, ExitStatus,
    args::{InputArgs, ReportFormat},
    check::ExpectedFiles,
    exact_types::exact_types_note,
    omitted_methods::omission_note,
    shell_command,
    terminal::{into_value, pluralize, write_stderr},
};

#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    #[command(flatten)]
    pub input: InputArgs,
    /// Folder of the crate or module.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Name of the crate.
    #[arg(long, default_value = "genesys-models", value_parser = parse_package_name)]
    pub name: String,
    /// Version of the crate.
    #[arg(long, value_name = "V", default_value = "0.1.0", value_parser = parse_package_version)]
    pub version: String,
    /// Write a module instead of a crate.
    ///
    /// The folder may contain nothing else. The crate around it must depend on `serde` and `serde_json`.
    #[arg(long, conflicts_with_all = ["name", "version"])]
    pub module: bool,
    /// Time libraries to add conversions for; the crate around the module must depend on them.
    #[arg(long, value_name = "LIBRARY", value_parser = time_library_parser(), value_delimiter = ',', requires = "module")]
    pub time: Vec<TimeLibrary>,
    /// Compare the folder without writing anything, as `check` does.
    #[arg(long)]
    pub check: bool,
    /// Output format of `--check`.
    #[arg(long, value_enum, default_value_t, requires = "check")]
    pub format: ReportFormat,
}

impl ExportArgs {
    /// Returns the time libraries, sorted and without duplicates.
    pub fn time_libraries(&self) -> Vec<TimeLibrary> {
        let mut libraries = self.time.clone();
        libraries.sort_unstable();
        libraries.dedup();
        libraries
    }
}

pub fn run(args: &ExportArgs) -> CommandResult {
    let selection = args.input.selection()?;
    let outcome = pipeline::plan_crate(args.input.spec.inputs(), &selection);
    let openapi = outcome.openapi.clone();
    let planned = into_value(outcome, args.format, args.input.verbosity.verbosity())?;
    let Export { tree, origins } = build_export(args, &selection, &planned)?;
    if args.check {
        let expected = ExpectedFiles {
            spec: &args.input.spec.spec,
            tree: &tree,
            origins: &origins,
            fix_command: shell_command::export(args),
        };
        return expected.check(&args.out, args.format);
    }
    prepare(&args.out, &tree)?.commit()?;
    write_stderr(&exact_types_note(openapi.as_deref(), &planned.schema));
    write_stderr(&summary(args, &planned.schema));
    write_stderr(&dependency_note(args, &planned));
    Ok(ExitStatus::Success)
}

/// Builds the files to export.
fn build_export(
    args: &ExportArgs,
    selection: &Selection,
    planned: &Planned,
) -> Result<Export, Vec<Diagnostic>> {
    let notice = source::load_notice(&args.input.spec.spec).map_err(|error| vec![error])?;
    let provenance = Provenance {
        command: shell_command::provenance(args, selection, &planned.schema),
        notice: notice.map(|file| file.text.clone()),
    };
    if args.module {
        return module(planned, &args.time_libraries(), &provenance);
    }
    let (name, version) = (args.name.clone(), args.version.clone());
    package(planned, &Package { name, version }, &provenance)
}

/// Returns the summary's part about notification topics, or an empty string for an export without topics.
fn topics_note(schema: &Schema) -> String {
    schema.events.as_ref().map_or(String::new(), |events| {
        let topics = pluralize(events.topics.len(), "topic");
        let models = pluralize(events.definitions.definitions.len(), "definition");
        format!(", and {topics} with {models},")
    })
}

fn summary(args: &ExportArgs, schema: &Schema) -> String {
    let exported = if args.module {
        "a module".to_owned()
    } else {
        format!("the crate `{}`", args.name)
    };
    let definitions = pluralize(schema.definitions.len(), "definition");
    let endpoints = pluralize(schema.method_count(), "endpoint");
    let out = args.out.display();
    let note = omission_note(&schema.omitted_methods);
    let topics = topics_note(schema);
    format!("exported {exported} with {definitions} and {endpoints}{topics} to `{out}`\n{note}")
}

/// Returns the dependencies that overrides require of the crate around a module.
fn dependency_note(args: &ExportArgs, planned: &Planned) -> String {
    let dependencies = module_dependencies(planned);
    if !args.module || dependencies.is_empty() {
        return String::new();
    }
    let lines = dependencies.join("\n");
    format!("the overrides require these dependencies of the crate around it:\n\n{lines}\n")
}

/// Returns the parser of a time library's name.
fn time_library_parser() -> impl TypedValueParser<Value = TimeLibrary> {
    PossibleValuesParser::new(TimeLibrary::ALL.map(TimeLibrary::name)).try_map(|name| {
        let library = TimeLibrary::ALL.into_iter().find(|it| it.name() == name);
        library.ok_or("unknown time library")
    })
}

fn parse_package_name(text: &str) -> Result<String, String> {
    check_crate_name(text).map(|()| text.to_owned())
}

/// Checks that cargo accepts a package version.
fn parse_package_version(text: &str) -> Result<String, String> {
    match Version::parse(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(error) => Err(format!(
            "{error}; expected a version such as 1.2.3 or 1.2.3-beta.1"
        )),
    }
}
