//! The build script of `genesys-models`: brings `generated/src` up to date with `spec/`, or checks that it is.

use std::{env, path::Path, process::ExitCode};

use anyhow::Context;
use genesys_modelgen::build::{MODE, Mode, run};

fn main() -> anyhow::Result<ExitCode> {
    // Cargo starts this in `generated/`; seen from the root, paths in messages are the ones people know.
    env::set_current_dir("..").context("cannot go to the workspace's root")?;
    let asked = env::var(MODE).ok();
    let mode = Mode::choose(asked.as_deref(), env::var_os("CI").is_some())?;
    let report = run(Path::new("spec"), Path::new("generated"), mode);
    report.instructions.iter().for_each(|line| println!("{line}"));
    eprint!("{}", report.text);
    Ok(if report.failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
