//! `diff`: reports the changes between two specs.

use std::{io, path::PathBuf};

use clap::ValueEnum;
use genesys_modelgen::{
    diagnostic::{self, Severity},
    diff::{ChangeLevel, ChangeReport, Changes, ModelLiterals, NextVersion, compare, mark_uses},
    output::crate_version,
    pipeline,
    schema::{Schema, Undocumented},
    source::{self, SpecLocation},
};

use super::{
    CommandError, CommandResult, ExitStatus,
    terminal::{color_for, emit_text, write_stdout},
};

#[derive(Debug, clap::Args)]
pub struct DiffArgs {
    /// The old spec.
    pub old: SpecLocation,
    /// The new spec.
    pub new: SpecLocation,
    /// OpenAPI file that makes the types of both specs exact [default: `openapi.json` in each spec].
    #[arg(long, value_name = "FILE")]
    pub openapi: Option<PathBuf>,
    /// OpenAPI file of the old spec, if it differs from that of the new one.
    #[arg(long, value_name = "FILE")]
    pub old_openapi: Option<PathBuf>,
    /// Add the definitions that only the OpenAPI files describe.
    #[arg(long)]
    pub undocumented: bool,
    /// Output format.
    #[arg(long, value_enum, default_value_t)]
    pub format: DiffFormat,
    /// Exit with status 1 if a change has this level or above.
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub fail_on: Option<FailOn>,
    /// Mark the changes to items that the Rust project in this folder uses.
    #[arg(long, value_name = "DIR")]
    pub used_by: Option<PathBuf>,
    /// Folder of the crate to suggest the next version of.
    #[arg(long, value_name = "DIR", default_value = "generated")]
    pub out: PathBuf,
    /// Suggest a new major version for every new field, which breaks struct literals without `..`.
    #[arg(long)]
    pub strict: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// Human-readable text.
    #[default]
    Text,
    /// Markdown for a pull request: with a table of counts, folded sections and at most 65,536 characters.
    Markdown,
    /// A JSON document.
    Json,
    /// GitHub Actions annotations of the lines that `--used-by` finds.
    Github,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Changes that can break programs.
    Major,
    /// Additions and major changes.
    Minor,
    /// Every change.
    Point,
}

impl From<FailOn> for ChangeLevel {
    fn from(fail_on: FailOn) -> Self {
        match fail_on {
            FailOn::Major => Self::Major,
            FailOn::Minor => Self::Minor,
            FailOn::Point => Self::Point,
        }
    }
}

pub fn run(args: &DiffArgs) -> CommandResult {
    let (old, new) = load_schemas(args)?;
    let mut changes = compare(&old, &new);
    if let Some(dir) = &args.used_by {
        let project = source::load_rust_project(dir)?;
        let mut warnings = project.warnings;
        warnings.extend(mark_uses(&mut changes, &old, &new, &project.files));
        diagnostic::sort(&mut warnings);
        emit_text(&warnings);
    }
    write_stdout(&render(args, &changes))?;
    let is_reached = |fail_on: FailOn| changes.level() >= ChangeLevel::from(fail_on);
    Ok(if args.fail_on.is_some_and(is_reached) {
        ExitStatus::Differs
    } else {
        ExitStatus::Success
    })
}

/// Loads the old and the new schema. Drops warnings, which `lint` reports.
fn load_schemas(args: &DiffArgs) -> Result<(Schema, Schema), CommandError> {
    let new_openapi = args.openapi.as_deref();
    let undocumented = if args.undocumented {
        Undocumented::Include
    } else {
        Undocumented::Omit
    };
    let old_openapi = args.old_openapi.as_deref().or(new_openapi);
    let (old, new) = rayon::join(
        || pipeline::load_schema(&args.old, old_openapi, undocumented),
        || pipeline::load_schema(&args.new, new_openapi, undocumented),
    );
    if let (Some(old), Some(new)) = (old.value, new.value) {
        return Ok((old, new));
    }
    let mut errors = [old.diagnostics, new.diagnostics].concat();
    errors.retain(|it| it.severity() == Severity::Error);
    Err(errors.into())
}

fn render(args: &DiffArgs, changes: &Changes) -> String {
    let literals = if args.strict {
        ModelLiterals::Exhaustive
    } else {
        ModelLiterals::Open
    };
    let level = changes.version_level(literals);
    let next_version = |current| NextVersion::after(current, level);
    let report = ChangeReport {
        changes,
        next_version: crate_version(&args.out).map(next_version),
        project: args.used_by.clone(),
    };
    match args.format {
        DiffFormat::Text => report.to_text(color_for(&io::stdout())),
        DiffFormat::Markdown => report.to_pull_request(),
        DiffFormat::Json => report.to_json(),
        DiffFormat::Github => report.to_github(),
    }
}
