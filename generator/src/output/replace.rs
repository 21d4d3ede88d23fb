//! Replacing one file.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
};

use super::problem::unwritable;
use crate::diagnostic::Diagnostic;

/// Replaces a file as a whole, so that nobody ever sees half of it. A link is followed.
pub(super) fn replace(path: &Path, text: &str) -> Result<(), Diagnostic> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let draft = draft(&path);
    let replaced = write_through(&draft, &path, text);
    if replaced.is_err() {
        fs::remove_file(&draft).ok();
    }
    replaced.map_err(|error| unwritable(&path, &error))
}

fn write_through(draft: &Path, path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    folder.map_or(Ok(()), fs::create_dir_all)?;
    fs::write(draft, text)?;
    // Who may read the old file may read the new one.
    if let Ok(data) = fs::metadata(path) {
        fs::set_permissions(draft, data.permissions())?;
    }
    fs::rename(draft, path)
}

/// A name beside the file, always the same: what a stopped run left there is overwritten.
fn draft(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(super::staging::FOLDER);
    path.with_file_name(name)
}
