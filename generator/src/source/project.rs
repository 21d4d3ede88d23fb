//! The sources of a Rust project.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    problem::{skipped_source, unreadable_project},
    read,
    spec::join,
};
use crate::diagnostic::Diagnostic;
use crate::span::Source;

/// What is read of a project.
#[derive(Debug)]
pub struct Project {
    /// Its `.rs` files, sorted by path.
    pub files: Vec<Source>,
    /// A warning for each file that cannot be read.
    pub warnings: Vec<Diagnostic>,
}

/// Reads all `.rs` files in a folder and those below, but in none that is hidden or called `target`.
///
/// # Errors
///
/// The folder cannot be listed, or there is no such file.
pub fn project(dir: &Path) -> Result<Project, Diagnostic> {
    let mut paths = Vec::new();
    collect(dir, &mut paths).map_err(|error| unreadable_project(dir, &error.to_string()))?;
    paths.sort_unstable();
    if paths.is_empty() {
        return Err(unreadable_project(dir, "there are no `.rs` files"));
    }
    let read: Vec<_> = paths.par_iter().map(|path| read::rust(path)).collect();
    let (files, failed): (Vec<_>, Vec<_>) = read.into_iter().partition(Result::is_ok);
    let failed = failed.into_iter().filter_map(Result::err);
    Ok(Project {
        files: files.into_iter().flatten().collect(),
        warnings: failed.map(skipped_source).collect(),
    })
}

/// Links to folders are not followed: they may lead back.
fn collect(dir: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        // What is no text is no name that cargo takes for a source.
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let path = join(dir, &name);
        let is_source = Path::new(&name)
            .extension()
            .is_some_and(|extension| extension == "rs");
        if entry.file_type()?.is_dir() {
            if !name.starts_with('.') && name != "target" {
                collect(&path, paths)?;
            }
        } else if is_source {
            paths.push(path);
        }
    }
    Ok(())
}
