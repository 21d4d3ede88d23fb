//! The command line.

mod args;
mod check;
mod diff;
mod export;
mod fix;
mod generate;
mod lint;
mod report;
mod schema;
mod since;
mod why;

pub use args::Args;
pub use report::say;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use anyhow::Context;
use clap::CommandFactory;
use genesys_modelgen::diagnostic::Code;

use args::Command;

/// What a command came to.
pub enum Verdict {
    /// All is as it should be.
    Good,
    /// Things differ that should be the same.
    Differs,
    /// There are errors, all of them told.
    Failed,
}

impl From<Verdict> for ExitCode {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Good => Self::SUCCESS,
            Verdict::Differs => Self::from(1),
            Verdict::Failed => Self::from(2),
        }
    }
}

/// Runs a command.
pub fn run(args: &Args) -> anyhow::Result<Verdict> {
    match &args.command {
        Command::Generate { args, changelog } => Ok(generate::run(args, changelog.as_deref())),
        Command::Check(args) => check::run(args),
        Command::Lint(args) => lint::run(args),
        Command::Schema(args) => schema::run(args),
        Command::Diff(args) => diff::run(args),
        Command::Why(args) => why::run(args),
        Command::Export(args) => export::run(args),
        Command::Explain { code } => explain(*code),
        Command::Completions { shell } => {
            let mut command = Args::command();
            let name = command.get_name().to_owned();
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut command, name, &mut script);
            print(&String::from_utf8_lossy(&script))
        }
    }
}

fn explain(code: Code) -> anyhow::Result<Verdict> {
    print(code.explanation())
}

/// Prints data to stdout; a reader that has heard enough is no error.
fn print(text: &str) -> anyhow::Result<Verdict> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Verdict::Good),
        written => written
            .map(|()| Verdict::Good)
            .context("cannot write to standard output"),
    }
}
