//! What would have to change on disk.

use std::{
    collections::BTreeSet,
    fs::{self, FileType},
    io,
    path::Path,
};

use rayon::prelude::*;

use super::{
    problem::{foreign, unreadable},
    staging,
};
use crate::{diagnostic::Diagnostic, header::is_generated, line_endings, record, tree::Tree};

/// How the output folder differs from a tree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that are missing or hold something else, with what they hold now.
    pub write: Vec<(String, Option<String>)>,
    /// Files of the generator that are no longer in the tree, with what they hold now.
    pub remove: Vec<(String, String)>,
    /// How many files are as they should be.
    pub unchanged: usize,
}

impl Changes {
    /// Whether the folder holds the tree.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.write.is_empty() && self.remove.is_empty()
    }
}

/// A file on disk.
struct Found {
    path: String,
    bytes: Vec<u8>,
}

/// Compares a folder with the tree that it should hold.
///
/// # Errors
///
/// A diagnostic for each file that is in the way and not the generator's, and for what cannot be read.
pub fn compare(dir: &Path, tree: &Tree) -> Result<Changes, Vec<Diagnostic>> {
    let paths = present(dir, tree)
        .map_err(|error| vec![unreadable(&dir.join(tree.owned().path()), &error)])?;
    let read = paths.into_par_iter().map(|path| read(dir, path));
    let read: Vec<_> = read.filter_map(Result::transpose).collect();
    let (found, failed): (Vec<_>, Vec<_>) = read.into_iter().partition(Result::is_ok);
    let mut errors: Vec<_> = failed.into_iter().filter_map(Result::err).collect();
    let found: Vec<_> = found.into_iter().flatten().collect();
    errors.extend(
        found
            .iter()
            .filter(|file| is_foreign(file, tree))
            .map(|file| foreign(&dir.join(&file.path))),
    );
    if errors.is_empty() {
        Ok(changes(found, tree))
    } else {
        Err(errors)
    }
}

/// All files in the owned folder, and what stands beside it where the tree has files.
fn present(dir: &Path, tree: &Tree) -> io::Result<Vec<String>> {
    let owned = tree.owned().path();
    let is_owned = |path: &str| Path::new(path).starts_with(owned);
    let is_beside = |path: &&str| !is_owned(path) && fs::symlink_metadata(dir.join(path)).is_ok();
    let mut paths: Vec<_> = tree
        .iter()
        .map(|(path, _)| path)
        .filter(is_beside)
        .map(str::to_owned)
        .collect();
    match fs::symlink_metadata(dir.join(owned)) {
        Ok(data) => list(dir, owned.to_owned(), data.file_type(), tree, &mut paths)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    Ok(paths)
}

/// All files at or below a path. A link counts as a file and is never followed, as does a folder in a file's place.
fn list(
    dir: &Path,
    path: String,
    kind: FileType,
    tree: &Tree,
    paths: &mut Vec<String>,
) -> io::Result<()> {
    if !kind.is_dir() || tree.get(&path).is_some() {
        paths.push(path);
        return Ok(());
    }
    let entries = match fs::read_dir(dir.join(&path)) {
        // Another run has just removed it.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let path = match path.as_str() {
            "" if name == staging::FOLDER => continue,
            "" => name.into_owned(),
            folder => format!("{folder}/{name}"),
        };
        match entry.file_type() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            kind => list(dir, path, kind?, tree, paths)?,
        }
    }
    Ok(())
}

/// What a path holds, unless another run has just removed it.
fn read(dir: &Path, path: String) -> Result<Option<Found>, Diagnostic> {
    let full = dir.join(&path);
    match bytes(&full) {
        Ok(bytes) => Ok(Some(Found { path, bytes })),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(&full, &error)),
    }
}

/// What a link leads to is not the generator's, nor is a pipe or a folder: they hold nothing.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if fs::symlink_metadata(path)?.is_file() {
        fs::read(path)
    } else {
        Ok(Vec::new())
    }
}

fn is_foreign(file: &Found, tree: &Tree) -> bool {
    let is_own = match file.path.as_str() {
        record::PATH => record::is_record(&file.bytes),
        _ => is_generated(&file.bytes),
    };
    // A file that nothing marks as the generator's can still be as it should be.
    let is_wanted =
        || { tree.get(&file.path) }.is_some_and(|text| line_endings::holds(&file.bytes, text));
    !is_own && !is_wanted()
}

fn changes(found: Vec<Found>, tree: &Tree) -> Changes {
    let mut changes = Changes::default();
    let mut seen = BTreeSet::new();
    for file in found {
        let text = || line_endings::unix(&String::from_utf8_lossy(&file.bytes));
        match tree.get(&file.path) {
            Some(wanted) if line_endings::holds(&file.bytes, wanted) => changes.unchanged += 1,
            Some(_) => changes.write.push((file.path.clone(), Some(text()))),
            None => changes.remove.push((file.path.clone(), text())),
        }
        seen.insert(file.path);
    }
    let missing = tree
        .iter()
        .map(|(path, _)| path)
        .filter(|path| !seen.contains(*path));
    changes
        .write
        .extend(missing.map(|path| (path.to_owned(), None)));
    changes.write.sort();
    changes.remove.sort();
    changes
}
