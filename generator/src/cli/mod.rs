//! The command line: parses arguments, runs one command and returns its exit status.
//!
//! Each command has a function that takes its arguments. Data goes to standard output, diagnostics and messages for
//! people go to standard error ([`terminal`]). A command that fails returns its diagnostics, and [`run`] emits them in
//! the requested format. [`check`] compares a folder for both `check` and `export --check`, and
//! [`shell_command`] builds the commands that their messages suggest.

mod areas;
mod args;
mod check;
mod diff;
mod exact_types;
mod export;
mod generate;
mod inspect;
mod omitted_methods;
mod schema_drift;
mod shell_command;
mod terminal;

pub use args::Args;
pub use terminal::write_stderr;

use std::{io, process::ExitCode};

use clap::CommandFactory;
use clap_complete::Shell;
use genesys_modelgen::diagnostic::Diagnostic;

use args::{Command, ReportFormat};
use terminal::{emit_diagnostics, write_stdout};

/// The exit status of a command.
pub enum ExitStatus {
    Success,
    /// A comparison found differences.
    Differs,
    /// Errors occurred and were reported.
    Failure,
}

impl From<ExitStatus> for ExitCode {
    fn from(status: ExitStatus) -> Self {
        match status {
            ExitStatus::Success => Self::SUCCESS,
            ExitStatus::Differs => Self::from(1),
            ExitStatus::Failure => Self::from(2),
        }
    }
}

/// An error that ends a command.
enum CommandError {
    /// Errors in the input or the output folder, not reported yet.
    Diagnostics(Vec<Diagnostic>),
    /// Standard output cannot be written.
    Stdout(io::Error),
}

impl From<Diagnostic> for CommandError {
    fn from(error: Diagnostic) -> Self {
        Self::Diagnostics(vec![error])
    }
}

impl From<Vec<Diagnostic>> for CommandError {
    fn from(errors: Vec<Diagnostic>) -> Self {
        Self::Diagnostics(errors)
    }
}

impl From<io::Error> for CommandError {
    fn from(error: io::Error) -> Self {
        Self::Stdout(error)
    }
}

type CommandResult = Result<ExitStatus, CommandError>;

/// Runs a command.
///
/// # Errors
///
/// Standard output cannot be written.
pub fn run(args: &Args) -> io::Result<ExitStatus> {
    let mut format = ReportFormat::Text;
    let result = match &args.command {
        Command::Generate(args) => generate::run(args),
        Command::Check(args) => {
            format = args.format;
            check::run(args)
        }
        Command::Lint(args) => {
            format = args.format;
            inspect::lint(args)
        }
        Command::Schema(args) => inspect::print_schema(args),
        Command::Diff(args) => diff::run(args),
        Command::Areas(args) => areas::run(args),
        Command::Why(args) => inspect::why(args),
        Command::Export(args) => {
            format = args.format;
            export::run(args)
        }
        Command::Explain { code } => write_and_succeed(code.explanation()),
        Command::Completions { shell } => write_and_succeed(&completion_script(*shell)),
    };
    match result {
        Ok(status) => Ok(status),
        Err(CommandError::Diagnostics(errors)) => {
            emit_diagnostics(&errors, format)?;
            Ok(ExitStatus::Failure)
        }
        Err(CommandError::Stdout(error)) => Err(error),
    }
}

fn write_and_succeed(text: &str) -> CommandResult {
    write_stdout(text)?;
    Ok(ExitStatus::Success)
}

fn completion_script(shell: Shell) -> String {
    let mut command = Args::command();
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, name, &mut script);
    String::from_utf8_lossy(&script).into_owned()
}
