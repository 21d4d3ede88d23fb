//! The command line of the generator.

mod cli;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match cli::run(&cli::Args::parse()) {
        Ok(verdict) => verdict.into(),
        Err(error) => {
            cli::say(&format!("error: {error:#}\n"));
            ExitCode::from(2)
        }
    }
}
