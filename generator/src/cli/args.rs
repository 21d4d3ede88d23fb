//! The commands, and the options that several of them share.

use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use genesys_modelgen::{
    diagnostic::{Code, Diagnostic, UnknownCode},
    schema::{Origin, Root, Selection},
    source::{self, DEFAULT_SPEC, Inputs},
};

use super::{
    areas::AreasArgs,
    check::CheckArgs,
    diff::DiffArgs,
    export::ExportArgs,
    generate::GenerateArgs,
    inspect::{LintArgs, SchemaArgs, WhyArgs},
};

/// Generates Rust models from the Markdown definitions of the Genesys Cloud Platform API.
#[derive(Debug, Parser)]
#[command(name = "genesys-modelgen", version, max_term_width = 100)]
#[command(after_help = "\
Exit status: 0 on success, 1 if a comparison found differences, 2 on errors.

Examples:
  genesys-modelgen generate    Generate the sources in `generated` from `spec`
  genesys-modelgen check       Check that they are up to date, for instance in CI")]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the generated sources.
    #[command(after_help = "\
Exit status: 0 on success, 2 on errors.

Examples:
  genesys-modelgen generate
  genesys-modelgen generate --changelog CHANGELOG.md
  genesys-modelgen generate --root CallbackMediaParticipant")]
    Generate(GenerateArgs),
    /// Compare the generated sources with the spec, without writing anything.
    ///
    /// Prints a unified diff and the command that updates the sources.
    #[command(after_help = "\
Exit status: 0 if the sources are up to date, 1 if they differ, 2 on errors.

Examples:
  genesys-modelgen check
  genesys-modelgen check --format github")]
    Check(CheckArgs),
    /// Report problems in the spec.
    #[command(after_help = "\
Exit status: 0 on success, 2 on errors or denied warnings.

Example:
  genesys-modelgen lint --deny warnings")]
    Lint(LintArgs),
    /// Print the intermediate schema.
    #[command(after_help = "\
Exit status: 0 on success, 2 on errors.

Examples:
  genesys-modelgen schema --root CallbackMediaParticipant
  genesys-modelgen schema --format dot | dot -Tsvg > schema.svg")]
    Schema(SchemaArgs),
    /// Report the changes between two specs and what they break.
    ///
    /// OLD and NEW are each a spec folder, a JSON file printed by `schema`, or `git:REV[:PATH]`: a folder or file in a
    /// revision of the current git repository (PATH defaults to `spec`).
    #[command(after_help = "\
Exit status: 0 on success, 1 if a change has the `--fail-on` level or above, 2 on errors.

Examples:
  genesys-modelgen diff git:HEAD spec
  genesys-modelgen diff git:v1.0.0 spec --format markdown --fail-on major")]
    Diff(DiffArgs),
    /// List the areas of the platform: the API pages of the spec.
    ///
    /// An area is a Cargo feature of an exported crate. The option `--area` of other commands selects areas.
    #[command(after_help = "\
Exit status: 0 on success, 2 on errors.

Examples:
  genesys-modelgen areas
  genesys-modelgen areas --format json")]
    Areas(AreasArgs),
    /// Print the shortest chain of properties from each root or area to a type.
    ///
    /// Without roots and areas, the chains start at the types that no other type refers to.
    #[command(after_help = "\
Exit status: 0 if the type is reachable, 1 if it is not, 2 on errors.

Example:
  genesys-modelgen why DomainEntityRef --root CallbackMediaParticipant")]
    Why(WhyArgs),
    /// Write a self-contained crate or module, without a build script or path dependency.
    #[command(after_help = "\
Exit status: 0 on success, 1 if `--check` finds differences, 2 on errors.

Examples:
  genesys-modelgen export --out ../my-models --name my-models --root CallbackMediaParticipant
  genesys-modelgen export --out ../my-models --area users --area routing
  genesys-modelgen export --out ../my-sdk/src/genesys --module --time chrono")]
    Export(ExportArgs),
    /// Explain a diagnostic code.
    Explain {
        /// The code, such as M0201.
        #[arg(value_parser = parse_code)]
        code: Code,
    },
    /// Print a shell completion script.
    #[command(after_help = "\
Example:
  genesys-modelgen completions bash > ~/.local/share/bash-completion/completions/genesys-modelgen")]
    Completions {
        /// The shell.
        shell: Shell,
    },
}

#[derive(Debug, clap::Args)]
pub struct SpecArgs {
    /// Folder that contains `definitions/`, folder of definition files, or OpenAPI file.
    #[arg(long, value_name = "PATH", default_value = DEFAULT_SPEC)]
    pub spec: PathBuf,
    /// OpenAPI file that makes the types exact [default: `openapi.json` in the spec, if there is one].
    #[arg(long, value_name = "FILE")]
    pub openapi: Option<PathBuf>,
    /// File of notification topics, or of the definitions of their events; can be repeated [default: `events.json` and
    /// `topics.json` in the spec, if they exist].
    #[arg(long, value_name = "FILE")]
    pub events: Vec<PathBuf>,
    /// Add the definitions and endpoints that only the OpenAPI file describes.
    #[arg(long)]
    pub undocumented: bool,
}

impl SpecArgs {
    /// Returns the inputs that the options name.
    pub fn inputs(&self) -> Inputs {
        Inputs {
            spec: self.spec.clone(),
            openapi: self.openapi.clone(),
            events: self.events.clone(),
            undocumented: self.undocumented,
        }
    }
}

#[derive(Debug, clap::Args)]
pub struct VerbosityArgs {
    /// Show each warning, instead of one for many of the same kind.
    #[arg(long)]
    pub verbose: bool,
}

impl VerbosityArgs {
    /// Returns the verbosity that the option chooses.
    pub const fn verbosity(&self) -> Verbosity {
        if self.verbose {
            Verbosity::Each
        } else {
            Verbosity::Summary
        }
    }
}

/// The amount of warnings to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verbosity {
    /// One for many of the same kind.
    Summary,
    /// Each.
    Each,
}

/// The spec and the selection of its types and areas.
#[derive(Debug, clap::Args)]
pub struct InputArgs {
    #[command(flatten)]
    pub spec: SpecArgs,
    #[command(flatten)]
    pub verbosity: VerbosityArgs,
    /// Include only this type and the types it reaches; can be repeated.
    #[arg(long = "root", value_name = "TYPE")]
    pub roots: Vec<String>,
    /// Read roots from this file: one type per line, comments start with `#`; can be repeated.
    #[arg(long = "roots", value_name = "FILE")]
    pub roots_files: Vec<PathBuf>,
    /// Include only this area, such as `users` (`areas` lists them): its endpoints and their types; can be repeated.
    #[arg(long = "area", value_name = "AREA")]
    pub areas: Vec<String>,
    /// Include only this notification topic, such as `v2.users.{id}.presence` or `v2.users.*`, and the types of its events;
    /// can be repeated.
    #[arg(long = "topic", value_name = "TOPIC")]
    pub topics: Vec<String>,
    /// Replace references to this type with `serde_json::Value`; can be repeated.
    #[arg(long, value_name = "TYPE")]
    pub without: Vec<String>,
}

impl InputArgs {
    /// Returns the selected types and areas.
    ///
    /// # Errors
    ///
    /// Returns a diagnostic for each file of roots that cannot be read or is empty.
    pub fn selection(&self) -> Result<Selection, Vec<Diagnostic>> {
        let to_root = |name: &String| Root::from(name.as_str());
        let mut roots: Vec<_> = self.roots.iter().map(to_root).collect();
        let mut errors = Vec::new();
        for file in &self.roots_files {
            match read_roots(file) {
                Ok(names) => roots.extend(names),
                Err(error) => errors.push(error),
            }
        }
        let without = self.without.iter().map(to_root).collect();
        if errors.is_empty() {
            Ok(Selection {
                roots,
                areas: self.areas.clone(),
                topics: self.topics.clone(),
                without,
            })
        } else {
            Err(errors)
        }
    }
}

/// Reads a file of roots. An empty file is an error, because an empty list of roots selects every type.
fn read_roots(path: &Path) -> Result<Vec<Root>, Diagnostic> {
    let source::RootsFile { source, names } = source::load_roots(path)?;
    if names.is_empty() {
        let message = format!("`{}` contains no type names", source.path.display());
        return Err(Diagnostic::new(Code::UnknownRoot, message)
            .label(&source, 0..0, "")
            .help("write one type name per line"));
    }
    let roots = names.into_iter().map(|name| Root {
        name: name.value,
        origin: Some(Origin {
            source: source.clone(),
            span: name.span,
        }),
    });
    Ok(roots.collect())
}

/// The format of diagnostics and differences.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// Human-readable text.
    #[default]
    Text,
    /// GitHub Actions annotations.
    Github,
    /// One JSON object per line.
    Json,
}

fn parse_code(text: &str) -> Result<Code, String> {
    text.parse().map_err(|error: UnknownCode| {
        let codes: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        format!("{error}; the codes are {}", codes.join(", "))
    })
}
