//! `export`: writes or checks a self-contained crate or module.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use genesys_modelgen::{
    diagnostic::Diagnostic,
    export::{Export, Package, Provenance, TimeLibrary, module, package},
    output::prepare,
    pipeline::{self, Planned},
    schema::Selection,
    source,
};
use semver::Version;

use super::{
    CommandResult, ExitStatus,
    args::{InputArgs, ReportFormat},
    check::ExpectedFiles,
    shell_command,
    terminal::{counted, value_of, write_stderr},
};

#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    #[command(flatten)]
    pub input: InputArgs,
    /// Folder of the crate or module.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Name of the crate.
    #[arg(long, default_value = "genesys-models", value_parser = package_name)]
    pub name: String,
    /// Version of the crate.
    #[arg(long, value_name = "V", default_value = "0.1.0", value_parser = package_version)]
    pub version: String,
    /// Write a module for a crate that depends on `serde` and `serde_json`; its folder holds nothing else.
    #[arg(long, conflicts_with_all = ["name", "version"])]
    pub module: bool,
    /// Time libraries that the module converts timestamps to; the crate must depend on them.
    #[arg(long, value_name = "LIBRARY", value_parser = time_library(), value_delimiter = ',', requires = "module")]
    pub time: Vec<TimeLibrary>,
    /// Compare the folder without writing anything, as `genesys-modelgen check` does.
    #[arg(long)]
    pub check: bool,
    /// Output format of `--check`.
    #[arg(long, value_enum, default_value_t, requires = "check")]
    pub format: ReportFormat,
}

impl ExportArgs {
    /// Returns the time libraries, sorted and without duplicates.
    pub fn libraries(&self) -> Vec<TimeLibrary> {
        let mut libraries = self.time.clone();
        libraries.sort_unstable();
        libraries.dedup();
        libraries
    }
}

pub fn run(args: &ExportArgs) -> CommandResult {
    let selection = args.input.selection()?;
    let planned = pipeline::plan_crate(&args.input.spec.dir, &selection);
    let planned = value_of(planned, args.format)?;
    let Export { tree, origins } = export(args, &selection, &planned)?;
    if args.check {
        let expected = ExpectedFiles {
            spec: &args.input.spec.dir,
            tree: &tree,
            origins: &origins,
            fix: shell_command::export(args),
        };
        return expected.check(&args.out, args.format);
    }
    prepare(&args.out, &tree)?.commit()?;
    write_stderr(&summary(args, planned.schema.definitions.len()));
    Ok(ExitStatus::Success)
}

/// Makes the files to export.
fn export(
    args: &ExportArgs,
    selection: &Selection,
    planned: &Planned,
) -> Result<Export, Vec<Diagnostic>> {
    let notice = source::load_notice(&args.input.spec.dir).map_err(|error| vec![error])?;
    let provenance = Provenance {
        command: shell_command::provenance(args, selection),
        notice: notice.map(|file| file.text.clone()),
    };
    if args.module {
        return module(planned, &args.libraries(), &provenance);
    }
    let (name, version) = (args.name.clone(), args.version.clone());
    package(planned, &Package { name, version }, &provenance)
}

fn summary(args: &ExportArgs, definitions: usize) -> String {
    let exported = if args.module {
        "a module".to_owned()
    } else {
        format!("the crate `{}`", args.name)
    };
    let definitions = counted(definitions, "definition");
    let out = args.out.display();
    format!("exported {exported} with {definitions} to `{out}`\n")
}

/// Parses the name of a time library.
fn time_library() -> impl TypedValueParser<Value = TimeLibrary> {
    PossibleValuesParser::new(TimeLibrary::ALL.map(TimeLibrary::name)).try_map(|name| {
        let library = TimeLibrary::ALL.into_iter().find(|it| it.name() == name);
        library.ok_or("unknown time library")
    })
}

/// Checks that cargo accepts a package name.
fn package_name(text: &str) -> Result<String, String> {
    let is_valid = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(is_valid) {
        Ok(text.to_owned())
    } else {
        Err("expected a letter followed by letters, digits, `-` or `_`".to_owned())
    }
}

/// Checks that cargo accepts a package version.
fn package_version(text: &str) -> Result<String, String> {
    match Version::parse(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(error) => Err(format!(
            "{error}; expected a version like 1.2.3 or 1.2.3-beta.1"
        )),
    }
}
