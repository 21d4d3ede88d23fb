//! The build script of `genesys-models`: brings `generated/src` up to date with `spec/`, or checks that it is.

use std::{env, path::Path, process::ExitCode};

use genesys_modelgen::build::run;

fn main() -> ExitCode {
    // Cargo starts this in `generated/`; seen from the root, paths in messages are the ones people know.
    if let Err(error) = env::set_current_dir("..") {
        println!("cargo::error=cannot go to the workspace's root: {error}");
        return ExitCode::FAILURE;
    }
    let report = run(Path::new("spec"), Path::new("generated"));
    report
        .instructions
        .iter()
        .for_each(|line| println!("{line}"));
    eprint!("{}", report.text);
    if report.failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
