//! The sources of a Rust project that uses the models.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    error::{skipped_source, unreadable_project},
    files::{join, split_errors},
    read,
};
use crate::{diagnostic::Diagnostic, span::Source};

/// The sources of a Rust project.
#[derive(Debug)]
pub struct RustProject {
    /// The `.rs` files, sorted by path.
    pub files: Vec<Source>,
    /// A warning for each file that cannot be read.
    pub warnings: Vec<Diagnostic>,
}

/// Reads all `.rs` files in a folder and its subfolders, except in hidden folders and those named `target`.
///
/// # Errors
///
/// Returns a diagnostic if a folder cannot be listed or there are no `.rs` files.
pub fn load_rust_project(dir: &Path) -> Result<RustProject, Diagnostic> {
    let mut paths = Vec::new();
    collect_paths(dir, &mut paths).map_err(|error| unreadable_project(dir, &error.to_string()))?;
    paths.sort_unstable();
    if paths.is_empty() {
        return Err(unreadable_project(dir, "it contains no `.rs` files"));
    }
    let (files, errors) =
        split_errors(paths.par_iter().map(|path| read::read_rust(path)).collect());
    Ok(RustProject {
        files,
        warnings: errors.into_iter().map(skipped_source).collect(),
    })
}

/// Collects the paths of `.rs` files. Links to folders are not followed, because they may form a cycle.
fn collect_paths(dir: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        // Cargo does not compile files with names that are not UTF-8.
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let path = join(dir, &name);
        if entry.file_type()?.is_dir() {
            if !name.starts_with('.') && name != "target" {
                collect_paths(&path, paths)?;
            }
        } else if path.extension().is_some_and(|it| it == "rs") {
            paths.push(path);
        }
    }
    Ok(())
}
