//! Bringing a folder up to date.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{Changes, Tree};
use crate::diagnostic::{Code, Diagnostic};

/// Writes what has changed and removes what is no longer in the tree.
///
/// # Errors
///
/// A diagnostic for each file that could not be written or removed; no file is ever half written.
pub fn write(dir: &Path, tree: &Tree, changes: &Changes) -> Result<(), Vec<Diagnostic>> {
    // First of all, because a new file's name may differ from an old one's in case only.
    let mut errors: Vec<_> = changes
        .remove
        .iter()
        .filter_map(|(path, _)| remove(&dir.join(path)).err())
        .collect();
    if errors.is_empty() && !changes.write.is_empty() {
        errors.extend(replace_all(dir, tree, changes).err().into_iter().flatten());
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors)
    }
}

fn remove(path: &Path) -> Result<(), Diagnostic> {
    match fs::remove_file(path) {
        // Another run at the same time was faster.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        removed => removed.map_err(|error| failed(path, &error))?,
    }
    // Only a folder that is empty now goes with its last file.
    path.parent().map(fs::remove_dir);
    Ok(())
}

fn replace_all(dir: &Path, tree: &Tree, changes: &Changes) -> Result<(), Vec<Diagnostic>> {
    let drafts = drafts(dir).map_err(|error| vec![failed(dir, &error)])?;
    let folders: BTreeSet<_> = changes
        .write
        .iter()
        .filter_map(|(path, _)| Some(dir.join(path).parent()?.to_owned()))
        .collect();
    let made = folders.iter().filter_map(|folder| {
        fs::create_dir_all(folder)
            .err()
            .map(|error| failed(folder, &error))
    });
    let mut errors: Vec<_> = made.collect();
    errors.par_extend(
        changes
            .write
            .par_iter()
            .enumerate()
            .filter_map(|(number, (path, _))| {
                let draft = drafts.join(number.to_string());
                replace(&dir.join(path), &draft, tree.get(path).unwrap_or_default()).err()
            }),
    );
    // A leftover does no harm: it stands beside the sources.
    fs::remove_dir_all(&drafts).ok();
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors)
    }
}

/// Replaces one file, which a link may lead to.
pub(super) fn replace_whole(path: &Path, text: &str) -> Result<(), Diagnostic> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let drafts = drafts(folder).map_err(|error| failed(folder, &error))?;
    let replaced = replace(&path, &drafts.join("0"), text);
    fs::remove_dir_all(&drafts).ok();
    replaced
}

/// Makes a folder of this run's own for files that are not whole yet.
fn drafts(dir: &Path) -> io::Result<PathBuf> {
    fs::create_dir_all(dir)?;
    let is_taken = |error: &io::Error| error.kind() == io::ErrorKind::AlreadyExists;
    for number in 0_u32.. {
        let path = dir.join(format!(".drafts-{number}"));
        match fs::create_dir(&path) {
            Err(error) if is_taken(&error) => {}
            made => return made.map(|()| path),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Replaces a file as a whole, so that nobody ever sees half of it.
fn replace(path: &Path, draft: &Path, text: &str) -> Result<(), Diagnostic> {
    fs::write(draft, text)
        .and_then(|()| fs::rename(draft, path))
        .map_err(|error| failed(path, &error))
}

pub(super) fn failed(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(
        Code::UnwritableOutput,
        format!("`{}` cannot be written: {error}", path.display()),
    )
}
