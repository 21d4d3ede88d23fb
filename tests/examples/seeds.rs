//! Writes the seeds of each fuzz target into a folder of its name: `seeds FOLDER [SPEC]...`.
//!
//! The seeds are made from the project's own specs and from the given ones.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use genesys_tests::seeds;

fn main() -> io::Result<()> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let folder = arguments
        .next()
        .ok_or_else(|| io::Error::other("usage: seeds FOLDER [SPEC]..."))?;
    let mut specs = seeds::specs()?;
    specs.extend(arguments);
    write(&folder.join("markdown"), &seeds::markdown(&specs)?)?;
    write(&folder.join("pipeline"), &seeds::pipeline(&specs)?)?;
    write(&folder.join("openapi"), &seeds::openapi())?;
    write(&folder.join("models"), &seeds::models())
}

fn write(folder: &Path, seeds: &[String]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (number, seed) in seeds.iter().enumerate() {
        fs::write(folder.join(format!("seed-{number:04}")), seed)?;
    }
    Ok(())
}
