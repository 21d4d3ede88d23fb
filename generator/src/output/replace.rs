//! Replacing one file.

use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, Write},
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
    // What a stopped run left is neither written to, as it may be read only, nor followed, as it may be a link.
    fs::remove_file(draft).ok();
    File::create_new(draft)?.write_all(text.as_bytes())?;
    // Who may read the old file may read the new one.
    if let Ok(data) = fs::metadata(path) {
        fs::set_permissions(draft, data.permissions())?;
    }
    fs::rename(draft, path)
}

/// A name beside the file, always the same, so that nothing a stopped run left stays forever.
fn draft(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(super::staging::FOLDER);
    path.with_file_name(name)
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn what_is_in_the_drafts_place_is_neither_followed_nor_in_the_way() {
        let dir = tempfile::tempdir().unwrap();
        let (log, other) = (dir.path().join("CHANGES.md"), dir.path().join("other"));
        fs::write(&other, "somebody's").unwrap();
        symlink(&other, draft(&log)).unwrap();
        replace(&log, "new").unwrap();
        assert_eq!(fs::read_to_string(&other).unwrap(), "somebody's");
        assert_eq!(fs::read_to_string(&log).unwrap(), "new");
        assert!(!log.is_symlink());
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2);
    }
}
