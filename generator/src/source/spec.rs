//! Finding and reading the spec's files.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use rayon::prelude::*;

use super::{
    Source, SourceFile,
    problem::{no_definitions, not_utf8, odd_name, unexpected, unreadable_file, unreadable_spec},
};
use crate::diagnostic::Diagnostic;

/// How a definition's file name ends.
pub(super) const DEFINITION_SUFFIX: &str = "-definition.md";

/// The file with what people say beyond the docs.
pub(super) const OVERRIDES: &str = "overrides.toml";

/// The file with the notice that goes wherever the docs' texts go.
pub const NOTICE: &str = "LICENSE-docs";

/// Pages that belong to a folder and not to a type.
const FOLDER_PAGES: [&str; 2] = ["README.md", "index.md"];

/// What a spec folder holds.
#[derive(Debug, Clone)]
pub struct Spec {
    /// The definitions' files, sorted by name.
    pub definitions: Vec<Source>,
    /// The file `overrides.toml` in the spec's folder, where there is one.
    pub overrides: Option<Source>,
    /// The folders and files whose change makes the spec another one: what a build script watches.
    pub watch: Vec<PathBuf>,
    /// What looks wrong.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a spec: a folder with `definitions/` in it, or a folder of definition files itself.
///
/// Files that are neither named `*-definition.md` nor `overrides.toml` are left alone.
///
/// # Errors
///
/// All that is wrong at once: the folder cannot be read, it holds no definitions, a file cannot be read or is not UTF-8.
///
/// ```no_run
/// let spec = genesys_modelgen::source::load("spec".as_ref())?;
/// println!("{} definitions", spec.definitions.len());
/// # Ok::<(), Vec<genesys_modelgen::diagnostic::Diagnostic>>(())
/// ```
pub fn load(dir: &Path) -> Result<Spec, Vec<Diagnostic>> {
    let folder = definitions_folder(dir);
    let names = list(&folder).map_err(|error| vec![unreadable_spec(dir, &folder, &error)])?;
    let listing = Listing::new(dir.to_owned(), folder, names);
    let read: Vec<_> = listing
        .definitions()
        .par_iter()
        .map(|name| read(&listing.folder, name))
        .collect();
    let watch = watched(&listing);
    let spec = gather(listing, read, read_optional(dir, OVERRIDES))?;
    Ok(Spec { watch, ..spec })
}

/// What there is in a spec's folder, before it is read.
pub(super) struct Listing {
    dir: PathBuf,
    /// The definitions' own folder: the spec's, or one in it.
    pub folder: PathBuf,
    names: Vec<String>,
    odd: Vec<Diagnostic>,
}

impl Listing {
    /// A folder's files by name, sorted.
    pub fn new(dir: PathBuf, folder: PathBuf, mut names: Vec<OsString>) -> Self {
        names.sort_unstable();
        let (names, odd) = texts(&folder, names);
        Self {
            dir,
            folder,
            names,
            odd,
        }
    }

    /// The names of the definitions' files.
    pub fn definitions(&self) -> Vec<&str> {
        let names = self.names.iter().map(String::as_str);
        names
            .filter(|name| name.ends_with(DEFINITION_SUFFIX))
            .collect()
    }
}

/// Makes a spec of the files that were read, or tells all that is wrong with them.
pub(super) fn gather(
    listing: Listing,
    read: Vec<Result<Source, Diagnostic>>,
    overrides: Result<Option<Source>, Diagnostic>,
) -> Result<Spec, Vec<Diagnostic>> {
    let Listing {
        dir,
        folder,
        names,
        odd,
    } = listing;
    let (definitions, failed): (Vec<_>, Vec<_>) = read.into_iter().partition(Result::is_ok);
    let failed = failed.into_iter().filter_map(Result::err);
    let mut errors: Vec<_> = failed.chain(odd).collect();
    let overrides = overrides.unwrap_or_else(|error| {
        errors.push(error);
        None
    });
    if !errors.is_empty() {
        return Err(errors);
    }
    let definitions: Vec<_> = definitions.into_iter().flatten().collect();
    if definitions.is_empty() {
        return Err(vec![no_definitions(&folder)]);
    }
    let warnings = names
        .iter()
        .filter(|name| is_unexpected(&dir, &folder, name))
        .map(|name| unexpected(&folder, name))
        .collect();
    Ok(Spec {
        watch: Vec::new(),
        definitions,
        overrides,
        warnings,
    })
}

fn definitions_folder(dir: &Path) -> PathBuf {
    let inner = join(dir, "definitions");
    if inner.is_dir() {
        inner
    } else {
        dir.to_owned()
    }
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

/// The spec's folder is watched too: `definitions/` and the overrides may appear in it later.
fn watched(listing: &Listing) -> Vec<PathBuf> {
    let mut watched = vec![listing.dir.clone(), listing.folder.clone()];
    watched.dedup();
    watched
}

fn list(folder: &Path) -> io::Result<Vec<OsString>> {
    fs::read_dir(folder)?
        .map(|entry| Ok(entry?.file_name()))
        .collect()
}

/// The names that are text, and an error for each definition's that is not.
fn texts(folder: &Path, names: Vec<OsString>) -> (Vec<String>, Vec<Diagnostic>) {
    let (mut good, mut odd) = (Vec::new(), Vec::new());
    for name in names {
        match name.into_string() {
            Ok(name) => good.push(name),
            Err(name) if name.to_string_lossy().ends_with(DEFINITION_SUFFIX) => {
                odd.push(odd_name(folder, &name.to_string_lossy()));
            }
            Err(_) => {}
        }
    }
    (good, odd)
}

fn read(folder: &Path, name: &str) -> Result<Source, Diagnostic> {
    file(&join(folder, name))
}

/// Reads one file.
pub(super) fn file(path: &Path) -> Result<Source, Diagnostic> {
    let bytes = fs::read(path).map_err(|error| unreadable_file(path, &error))?;
    text(path.to_owned(), bytes)
}

/// A file's text.
pub(super) fn text(path: PathBuf, bytes: Vec<u8>) -> Result<Source, Diagnostic> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Arc::new(SourceFile { path, text })),
        Err(error) => Err(not_utf8(
            path,
            error.utf8_error().valid_up_to(),
            error.as_bytes(),
        )),
    }
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

/// A Markdown file in `definitions/` that is probably a definition under a wrong name.
fn is_unexpected(dir: &Path, folder: &Path, name: &str) -> bool {
    let is_markdown = Path::new(name)
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("md"));
    let is_page = FOLDER_PAGES
        .iter()
        .any(|page| page.eq_ignore_ascii_case(name));
    dir != folder && is_markdown && !is_page && !name.ends_with(DEFINITION_SUFFIX)
}

#[cfg(test)]
mod tests;
