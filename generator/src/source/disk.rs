//! Reading a spec from a folder on disk.

use std::{fs, io, path::Path};

use rayon::prelude::*;

use super::{
    error::unreadable_spec,
    files::{Spec, SpecFiles, join},
    read::read_page,
};
use crate::{diagnostic::Diagnostic, span::Source};

/// The file in a spec's folder with the license notice of the docs' texts.
pub const NOTICE_FILE: &str = "LICENSE-docs";

/// Reads a spec: a folder that contains `definitions/` and optionally `classes/`, or a folder of definition files.
///
/// Reads the files named `*-definition.md`, `*-api.md` in `classes/`, and `overrides.toml`, and ignores all others.
///
/// # Errors
///
/// Returns all errors at once: a folder that cannot be read or contains no definitions, and files that cannot be read,
/// are too large or are not UTF-8.
///
/// ```no_run
/// let spec = genesys_modelgen::source::load_spec("spec".as_ref())?;
/// println!("{} definitions", spec.definitions.len());
/// # Ok::<(), Vec<genesys_modelgen::diagnostic::Diagnostic>>(())
/// ```
pub fn load_spec(dir: &Path) -> Result<Spec, Vec<Diagnostic>> {
    let files = SpecFiles::find(dir, |name| {
        let folder = if name.is_empty() {
            dir.to_owned()
        } else {
            join(dir, name)
        };
        if !name.is_empty() && !folder.is_dir() {
            return Ok(None);
        }
        list_names(&folder)
            .map(Some)
            .map_err(|error| vec![unreadable_spec(dir, &folder, &error)])
    })?;
    let paths = files.paths();
    let pages = paths
        .par_iter()
        .map(|path| read_page(&join(dir, path)))
        .collect();
    // The folders are watched because files may be added to them.
    let watch = files.folders.clone();
    Ok(Spec {
        watch,
        ..files.into_spec(pages)?
    })
}

fn list_names(folder: &Path) -> io::Result<Vec<String>> {
    fs::read_dir(folder)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect()
}

/// Reads the notice `LICENSE-docs` in a spec's folder, if there is one.
///
/// # Errors
///
/// Returns a diagnostic if the file exists but cannot be read or is not UTF-8.
pub fn load_notice(dir: &Path) -> Result<Option<Source>, Diagnostic> {
    let path = join(dir, NOTICE_FILE);
    // A broken link counts as existing, so that it is reported.
    let exists = path.symlink_metadata().is_ok();
    exists.then(|| read_page(&path)).transpose()
}

#[cfg(test)]
mod tests;
