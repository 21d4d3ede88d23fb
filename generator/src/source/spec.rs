//! Finding and reading the spec's files.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    listing::{CLASSES, DEFINITIONS, Listing},
    problem::{no_definitions, unreadable_spec},
    read::page,
};
use crate::diagnostic::Diagnostic;
use crate::span::Source;

/// The file with what people say beyond the docs.
pub(super) const OVERRIDES: &str = "overrides.toml";

/// The file with the notice that goes wherever the docs' texts go.
pub const NOTICE: &str = "LICENSE-docs";

/// What a spec folder holds.
#[derive(Debug, Clone)]
pub struct Spec {
    /// The definitions' files, sorted by name.
    pub definitions: Vec<Source>,
    /// The APIs' pages, sorted by name; none where there is no folder of them.
    pub classes: Vec<Source>,
    /// The file `overrides.toml` in the spec's folder, where there is one.
    pub overrides: Option<Source>,
    /// The folders and files whose change makes the spec another one: what a build script watches.
    pub watch: Vec<PathBuf>,
    /// What looks wrong.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a spec: a folder with `definitions/` in it, and perhaps `classes/`, or a folder of definition files itself.
///
/// Files that are neither named `*-definition.md`, nor `*-api.md` in `classes/`, nor `overrides.toml` are left alone.
///
/// # Errors
///
/// All that is wrong at once: a folder cannot be read, it holds no definitions, a file cannot be read or is not UTF-8.
///
/// ```no_run
/// let spec = genesys_modelgen::source::load("spec".as_ref())?;
/// println!("{} definitions", spec.definitions.len());
/// # Ok::<(), Vec<genesys_modelgen::diagnostic::Diagnostic>>(())
/// ```
pub fn load(dir: &Path) -> Result<Spec, Vec<Diagnostic>> {
    let inner = DEFINITIONS.folder(dir);
    let is_inner = inner.is_dir();
    let folder = if is_inner { inner } else { dir.to_owned() };
    let names = list(&folder).map_err(|error| vec![unreadable_spec(dir, &folder, &error)])?;
    let definitions = read_all(Listing::new(folder, DEFINITIONS, names));
    let classes = is_inner.then(|| read_classes(dir)).transpose()?.flatten();
    let watch = watched(dir, &definitions, classes.as_ref());
    let spec = gather(dir, definitions, classes, read_optional(dir, OVERRIDES))?;
    Ok(Spec { watch, ..spec })
}

/// A folder and what came of reading each of its files.
pub(super) type Files = (Listing, Vec<Result<Source, Diagnostic>>);

fn read_all(listing: Listing) -> Files {
    let files = listing.files();
    let read = { files.par_iter() }
        .map(|name| read(&listing.folder, name))
        .collect();
    (listing, read)
}

fn read_classes(dir: &Path) -> Result<Option<Files>, Vec<Diagnostic>> {
    let folder = CLASSES.folder(dir);
    match list(&folder) {
        Ok(names) => Ok(Some(read_all(Listing::new(folder, CLASSES, names)))),
        Err(_) if !folder.is_dir() => Ok(None),
        Err(error) => Err(vec![unreadable_spec(dir, &folder, &error)]),
    }
}

/// Makes a spec of the files that were read, or tells all that is wrong with them.
pub(super) fn gather(
    dir: &Path,
    (mut folder, read): Files,
    classes: Option<Files>,
    overrides: Result<Option<Source>, Diagnostic>,
) -> Result<Spec, Vec<Diagnostic>> {
    let (definitions, mut errors) = folder.split(read);
    let mut warnings = Vec::new();
    // Beside definitions in the spec's own folder there may be any other file.
    if folder.folder != dir {
        warnings.extend(folder.unexpected());
    }
    let mut pages = Vec::new();
    if let Some((mut folder, read)) = classes {
        let (good, found) = folder.split(read);
        errors.extend(found);
        warnings.extend(folder.unexpected());
        pages = good;
    }
    let overrides = overrides.unwrap_or_else(|error| {
        errors.push(error);
        None
    });
    if !errors.is_empty() {
        return Err(errors);
    }
    if definitions.is_empty() {
        return Err(vec![no_definitions(&folder.folder)]);
    }
    Ok(Spec {
        watch: Vec::new(),
        definitions,
        classes: pages,
        overrides,
        warnings,
    })
}

/// Joins with `/` on every platform, so that messages are the same on all of them.
pub(super) fn join(dir: &Path, name: &str) -> PathBuf {
    let mut path = dir.as_os_str().to_owned();
    if !dir
        .as_os_str()
        .to_string_lossy()
        .ends_with(['/', std::path::MAIN_SEPARATOR])
    {
        path.push("/");
    }
    path.push(name);
    path.into()
}

/// The spec's folder is watched too: `definitions/`, `classes/` and the overrides may appear in it later.
fn watched(dir: &Path, (definitions, _): &Files, classes: Option<&Files>) -> Vec<PathBuf> {
    let mut watched = vec![dir.to_owned(), definitions.folder.clone()];
    watched.extend(classes.map(|(classes, _)| classes.folder.clone()));
    watched.dedup();
    watched
}

fn list(folder: &Path) -> io::Result<Vec<OsString>> {
    fs::read_dir(folder)?
        .map(|entry| Ok(entry?.file_name()))
        .collect()
}

fn read(folder: &Path, name: &str) -> Result<Source, Diagnostic> {
    page(&join(folder, name))
}

/// Reads the notice `LICENSE-docs` that goes with the docs' texts, where there is one.
///
/// # Errors
///
/// It is there, but cannot be read or is not UTF-8.
pub fn notice(dir: &Path) -> Result<Option<Source>, Diagnostic> {
    read_optional(dir, NOTICE)
}

/// A file that a spec need not have.
fn read_optional(dir: &Path, name: &str) -> Result<Option<Source>, Diagnostic> {
    // A link that leads nowhere is there, and cannot be read.
    if join(dir, name).symlink_metadata().is_ok() {
        read(dir, name).map(Some)
    } else {
        Ok(None)
    }
}

#[cfg(test)]
mod tests;
