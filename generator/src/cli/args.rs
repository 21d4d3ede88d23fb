//! What can be said on the command line.

mod export;
mod selection;

pub use export::ExportArgs;
pub use selection::RootArgs;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use genesys_modelgen::{
    diagnostic::Code,
    diff::Level,
    source::{SPEC, SpecLocation},
};

/// Generates Rust models from the Markdown definitions of the Genesys Cloud Platform API.
#[derive(Debug, Parser)]
#[command(name = "genesys-modelgen", version, max_term_width = 100)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the crate's sources.
    Generate {
        #[command(flatten)]
        args: GenerateArgs,
        /// A change log, on top of which goes what has changed in the schema since the last output.
        #[arg(long, value_name = "FILE")]
        changelog: Option<PathBuf>,
    },
    /// Write nothing, and tell how the crate's sources differ from the spec.
    ///
    /// Exits with 0 where they are the same, 1 where they differ (and prints a unified diff), 2 on errors.
    Check(CheckArgs),
    /// Tell what is wrong with the spec.
    ///
    /// Exits with 0, or with 2 where there are errors or denied warnings.
    Lint(LintArgs),
    /// Print the intermediate schema.
    Schema(SchemaArgs),
    /// Tell what changed between two specs, and what that breaks.
    ///
    /// Each of the two is a spec's folder, a file with the JSON that `schema` prints, or `git:REV[:PATH]`: a folder or
    /// a file (`spec` unless said otherwise) in a revision of the repository one stands in.
    ///
    /// Exits with 0, with 1 where there are changes that `--fail-on` names, or with 2 on errors.
    Diff(DiffArgs),
    /// Tell why a type is reached: the shortest chain of properties that leads to it from each root.
    ///
    /// Without roots it is told from the types that no other one refers to. Exits with 0, 1 where nothing leads to the
    /// type, 2 on errors.
    Why(WhyArgs),
    /// Write a crate or a module that stands alone: no build script, no path dependency.
    ///
    /// With `--check` it exits with 0 where the folder holds just that, 1 where it differs (and prints a unified diff),
    /// 2 on errors.
    Export(ExportArgs),
    /// Explain a diagnostic's code.
    Explain {
        /// The code, such as M0201.
        #[arg(value_parser = code)]
        code: Code,
    },
    /// Print a shell's completions.
    Completions {
        /// The shell.
        shell: Shell,
    },
}

/// Where the definitions are.
#[derive(Debug, clap::Args)]
pub struct SpecArgs {
    /// A folder with `definitions/` in it, or a folder of definition files.
    #[arg(long, value_name = "DIR", default_value = SPEC)]
    pub spec: PathBuf,
}

/// How to write the crate's sources.
#[derive(Debug, clap::Args)]
pub struct GenerateArgs {
    #[command(flatten)]
    pub spec: SpecArgs,
    #[command(flatten)]
    pub roots: RootArgs,
    /// The crate's folder.
    #[arg(long, value_name = "DIR", default_value = "generated")]
    pub out: PathBuf,
}

/// How to compare the crate's sources.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    #[command(flatten)]
    pub generate: GenerateArgs,
    /// How to tell it.
    #[arg(long, value_enum, default_value_t)]
    pub format: ReportFormat,
}

/// How to look at the spec.
#[derive(Debug, clap::Args)]
pub struct LintArgs {
    #[command(flatten)]
    pub spec: SpecArgs,
    /// What is an error too.
    #[arg(long, value_enum, value_name = "WHAT")]
    pub deny: Option<Deny>,
    /// How to tell it.
    #[arg(long, value_enum, default_value_t)]
    pub format: ReportFormat,
}

/// How to print the schema.
#[derive(Debug, clap::Args)]
pub struct SchemaArgs {
    #[command(flatten)]
    pub spec: SpecArgs,
    #[command(flatten)]
    pub roots: RootArgs,
    /// What to print.
    #[arg(long, value_enum, default_value_t)]
    pub format: SchemaFormat,
}

/// What to give reasons for.
#[derive(Debug, clap::Args)]
pub struct WhyArgs {
    /// The type.
    #[arg(value_name = "TYPE")]
    pub target: String,
    #[command(flatten)]
    pub spec: SpecArgs,
    #[command(flatten)]
    pub roots: RootArgs,
}

/// What to compare, and how.
#[derive(Debug, clap::Args)]
pub struct DiffArgs {
    /// What was there.
    pub old: SpecLocation,
    /// What is there now.
    pub new: SpecLocation,
    /// How to tell it.
    #[arg(long, value_enum, default_value_t)]
    pub format: DiffFormat,
    /// Fail on changes of this level or a worse one.
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub fail_on: Option<FailOn>,
    /// Mark the changes that touch what the Rust project in this folder names.
    #[arg(long, value_name = "DIR")]
    pub used_by: Option<PathBuf>,
    /// The crate whose next version is suggested.
    #[arg(long, value_name = "DIR", default_value = "generated")]
    pub out: PathBuf,
}

/// How findings are told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people.
    #[default]
    Text,
    /// Annotations of a pull request.
    Github,
    /// For programs, an object a line.
    Json,
}

/// How changes are told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For people.
    #[default]
    Text,
    /// For a pull request or a change log.
    Markdown,
    /// For programs.
    Json,
}

/// What a comparison fails on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// What can break programs.
    Major,
    /// What is new, too.
    Minor,
    /// Every change.
    Point,
}

impl From<FailOn> for Level {
    fn from(fail_on: FailOn) -> Self {
        match fail_on {
            FailOn::Major => Self::Major,
            FailOn::Minor => Self::Minor,
            FailOn::Point => Self::Point,
        }
    }
}

/// How the schema is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum SchemaFormat {
    /// The schema itself.
    #[default]
    Json,
    /// The definitions as a JSON Schema.
    JsonSchema,
    /// A graph of which definition refers to which.
    Dot,
}

/// What is an error too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// Every warning.
    Warnings,
}

fn code(text: &str) -> Result<Code, String> {
    text.parse()
        .map_err(|error: genesys_modelgen::diagnostic::UnknownCode| {
            let all: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
            format!("{error}; the codes are {}", all.join(", "))
        })
}
