//! The build script of `genesys-models`: updates `generated/src` from `spec/`, or checks that it is up to date.

use std::{env, path::Path, process::ExitCode};

use genesys_modelgen::build;

fn main() -> ExitCode {
    // Cargo runs this script in `generated/`; from the root, paths in messages are shorter.
    if let Err(error) = env::set_current_dir("..") {
        println!("cargo::error=cannot change to the root of the workspace: {error}");
        return ExitCode::FAILURE;
    }
    let outcome = build::run(Path::new("spec"), Path::new("generated"));
    for instruction in &outcome.instructions {
        println!("{instruction}");
    }
    eprint!("{}", outcome.text);
    if outcome.failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
