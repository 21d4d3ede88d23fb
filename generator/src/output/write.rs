//! Bringing a folder up to date.

use std::{
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
    let folders: std::collections::BTreeSet<_> = changes.write.iter().filter_map(|(path, _)| dir.join(path).parent().map(Path::to_owned)).collect();
    let mut errors: Vec<_> = folders.iter().filter_map(|folder| fs::create_dir_all(folder).err().map(|error| failed(folder, &error))).collect();
    let replaced = |path: &str| replace(&dir.join(path), tree.get(path).unwrap_or_default());
    errors.par_extend(changes.write.par_iter().filter_map(|(path, _)| replaced(path).err()));
    errors.extend(changes.remove.iter().filter_map(|(path, _)| remove(&dir.join(path)).err()));
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// Replaces a file as a whole, so that nobody ever sees half of it.
fn replace(path: &Path, text: &str) -> Result<(), Diagnostic> {
    let draft = draft(path);
    let replaced = fs::write(&draft, text).and_then(|()| fs::rename(&draft, path));
    replaced.map_err(|error| {
        // The draft may not be there; the error that counts is the first.
        fs::remove_file(&draft).ok();
        failed(path, &error)
    })
}

fn draft(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".draft");
    name.into()
}

fn remove(path: &Path) -> Result<(), Diagnostic> {
    fs::remove_file(path).map_err(|error| failed(path, &error))?;
    // Only a folder that is empty now goes with its last file.
    path.parent().map(fs::remove_dir);
    Ok(())
}

fn failed(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::UnwritableOutput, format!("`{}` cannot be written: {error}", path.display()))
}
