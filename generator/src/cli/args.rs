//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use genesys_modelgen::{
    diagnostic::Code,
    diff::Level,
    source::{Place, SPEC},
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
    /// Write a stand-alone crate: no build script, no path dependency.
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

/// Which of the definitions count.
#[derive(Debug, clap::Args)]
pub struct RootArgs {
    /// Only this type and all that it reaches; can be given more than once.
    #[arg(long = "root", value_name = "TYPE")]
    pub roots: Vec<String>,
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

/// What to compare, and how.
#[derive(Debug, clap::Args)]
pub struct DiffArgs {
    /// What was there.
    pub old: Place,
    /// What is there now.
    pub new: Place,
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

/// How to write a stand-alone crate.
#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    #[command(flatten)]
    pub spec: SpecArgs,
    #[command(flatten)]
    pub roots: RootArgs,
    /// The crate's folder.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// The crate's name.
    #[arg(long, default_value = "genesys-models", value_parser = package_name)]
    pub name: String,
    /// The crate's version.
    #[arg(long, value_name = "V", default_value = "0.1.0", value_parser = package_version)]
    pub version: String,
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

/// A name that cargo takes for a package.
fn package_name(text: &str) -> Result<String, String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(is_part) {
        Ok(text.to_owned())
    } else {
        Err(
            "a package's name is made of letters, digits, `-` and `_`, and starts with a letter"
                .to_owned(),
        )
    }
}

/// A version that cargo takes.
fn package_version(text: &str) -> Result<String, String> {
    let (text_without_build, build) = split(text, '+');
    let (core, tag) = split(text_without_build, '-');
    let is_digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let is_number = |part: &str| is_digits(part) && (part == "0" || !part.starts_with('0'));
    let is_word = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let is_tag_part = |part: &str| is_word(part) && (!is_digits(part) || is_number(part));
    let is_core = core.split('.').count() == 3 && core.split('.').all(is_number);
    let is_tag = tag.is_none_or(|tag| tag.split('.').all(is_tag_part));
    let is_build = build.is_none_or(|build| build.split('.').all(is_word));
    if is_core && is_tag && is_build {
        Ok(text.to_owned())
    } else {
        Err("a version looks like 1.2.3, perhaps with -TAG or +TAG".to_owned())
    }
}

/// What stands before a mark, and what after it where it is there.
fn split(text: &str, mark: char) -> (&str, Option<&str>) {
    text.split_once(mark)
        .map_or((text, None), |(before, after)| (before, Some(after)))
}
