//! Comparing an output folder with the tree that it should hold.

use std::{collections::BTreeMap, fs, io, path::Path};

use rayon::prelude::*;

use super::{
    if_found,
    staging::{self, Staging},
    unreadable,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    header::is_generated,
    line_endings, record,
    tree::Tree,
};

/// The differences between an output folder and the tree that it should hold, sorted by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileChanges {
    /// Files that are missing or differ, each with its present text.
    pub write: Vec<(String, Option<String>)>,
    /// Generated files that are no longer in the tree, each with its present text.
    pub remove: Vec<(String, String)>,
    /// The number of files that are up to date.
    pub unchanged: usize,
}

impl FileChanges {
    /// Checks whether the folder holds exactly the tree.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.write.is_empty() && self.remove.is_empty()
    }
}

/// Compares an output folder with the tree that it should hold. Waits for a run that is writing to it.
///
/// # Errors
///
/// Returns a diagnostic for each file that cannot be read, and for each that would have to be replaced or removed but
/// was not made by the generator.
pub fn compare_files(dir: &Path, tree: &Tree) -> Result<FileChanges, Vec<Diagnostic>> {
    let changes = compare_now(dir, tree)?;
    if changes.is_empty() {
        return Ok(changes);
    }
    // Another run may have been writing during the comparison.
    let _lock = Staging::wait(dir);
    compare_now(dir, tree)
}

/// Compares as [`compare_files`] does, but without waiting.
pub(super) fn compare_now(dir: &Path, tree: &Tree) -> Result<FileChanges, Vec<Diagnostic>> {
    let owned = tree.owned().path();
    let paths = tree.iter().map(|(path, _)| path.to_owned());
    let mut paths = { paths.filter(|path| !Path::new(path).starts_with(owned)) }.collect();
    collect(dir, owned.to_owned(), tree, &mut paths)
        .map_err(|error| vec![unreadable(&dir.join(owned), &error)])?;
    let read: Vec<_> = { paths.into_par_iter() }
        .filter_map(|path| Some((read(dir, &path, tree).transpose()?, path)))
        .collect();
    let mut errors = Vec::new();
    let mut present = BTreeMap::new();
    for (bytes, path) in read {
        match bytes {
            Ok(bytes) => drop(present.insert(path, bytes)),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() {
        Ok(changes(present, tree))
    } else {
        Err(errors)
    }
}

/// Collects the files at or below a path. A link counts as a file and is not followed; so does a folder in place of a
/// file.
fn collect(dir: &Path, path: String, tree: &Tree, paths: &mut Vec<String>) -> io::Result<()> {
    let full = dir.join(&path);
    let Some(data) = if_found(fs::symlink_metadata(&full))? else {
        return Ok(());
    };
    if !data.is_dir() || tree.get(&path).is_some() {
        paths.push(path);
        return Ok(());
    }
    for entry in { if_found(fs::read_dir(full))? }.into_iter().flatten() {
        let name = entry?.file_name();
        let name = name.to_string_lossy();
        match path.as_str() {
            "" if name == staging::FOLDER => {}
            "" => collect(dir, name.into_owned(), tree, paths)?,
            folder => collect(dir, format!("{folder}/{name}"), tree, paths)?,
        }
    }
    Ok(())
}

/// Reads a file, if it still exists, and checks that the generator may replace it.
fn read(dir: &Path, path: &str, tree: &Tree) -> Result<Option<Vec<u8>>, Diagnostic> {
    let full = dir.join(path);
    let bytes = read_regular(&full).map_err(|error| unreadable(&full, &error))?;
    match bytes {
        Some(bytes) if is_foreign(path, &bytes, tree) => {
            let message = format!(
                "`{}` was not made by the generator, which would have to replace or remove it",
                full.display()
            );
            let foreign = Diagnostic::new(Code::ForeignFile, message);
            Err(foreign.help("move it out of the way; nothing was written"))
        }
        bytes => Ok(bytes),
    }
}

/// Reads a regular file. A link, a pipe or a folder counts as an empty file.
fn read_regular(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match if_found(fs::symlink_metadata(path))? {
        Some(data) if data.is_file() => if_found(fs::read(path)),
        other => Ok(other.map(|_| Vec::new())),
    }
}

/// Checks whether a file neither was written by the generator nor holds what the tree has in its place.
fn is_foreign(path: &str, bytes: &[u8], tree: &Tree) -> bool {
    let is_own = match path {
        record::PATH => record::is_record(bytes),
        _ => is_generated(bytes),
    };
    !is_own && { tree.get(path) }.is_none_or(|text| !line_endings::equal_ignoring(bytes, text))
}

fn changes(mut present: BTreeMap<String, Vec<u8>>, tree: &Tree) -> FileChanges {
    let text = |bytes: Vec<u8>| line_endings::to_unix(&String::from_utf8_lossy(&bytes));
    let mut changes = FileChanges::default();
    for (path, wanted) in tree.iter() {
        match present.remove(path) {
            Some(bytes) if line_endings::equal_ignoring(&bytes, wanted) => changes.unchanged += 1,
            other => changes.write.push((path.to_owned(), other.map(text))),
        }
    }
    let stale = present.into_iter().map(|(path, bytes)| (path, text(bytes)));
    changes.remove = stale.collect();
    changes
}
