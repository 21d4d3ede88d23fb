//! The `genesys-modelgen` binary.

mod cli;

use std::process::ExitCode;

use anyhow::Context;
use clap::Parser;

fn main() -> ExitCode {
    let args = cli::Args::parse();
    match cli::run(&args).context("cannot write to standard output") {
        Ok(status) => status.into(),
        Err(error) => {
            cli::write_stderr(&format!("error: {error:#}\n"));
            ExitCode::from(2)
        }
    }
}
