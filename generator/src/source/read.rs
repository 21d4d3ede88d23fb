//! Reading files, and never more of one than it may have.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::problem::{no_file, not_utf8, too_large, unreadable_file};
use crate::span::{Source, SourceFile};
use crate::{diagnostic::Diagnostic, limit};

/// Reads a file of a spec, which is a file and nothing else: a pipe would be waited for, and a device never ends.
pub fn page(path: &Path) -> Result<Source, Diagnostic> {
    regular(path, limit::PAGE)
}

/// Reads a Rust source.
pub fn rust(path: &Path) -> Result<Source, Diagnostic> {
    regular(path, limit::OTHER_FILE)
}

fn regular(path: &Path, limit: u64) -> Result<Source, Diagnostic> {
    // Opening a pipe would wait for somebody to write to it. Reading a folder tells best what is wrong with it.
    match fs::metadata(path) {
        Ok(data) if !data.is_file() && !data.is_dir() => Err(no_file(path)),
        _ => stream(path, limit),
    }
}

/// Reads what somebody named, which may be a pipe.
pub fn stream(path: &Path, limit: u64) -> Result<Source, Diagnostic> {
    let bytes = start(path, limit + 1).map_err(|error| unreadable_file(path, &error))?;
    if u64::try_from(bytes.len()).map_or(true, |length| length > limit) {
        return Err(too_large(path, limit));
    }
    text(path.to_owned(), bytes)
}

/// A file's first bytes.
fn start(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The text that a file's bytes are.
pub fn text(path: PathBuf, bytes: Vec<u8>) -> Result<Source, Diagnostic> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Arc::new(SourceFile { path, text })),
        Err(error) => Err(not_utf8(
            path,
            error.utf8_error().valid_up_to(),
            error.as_bytes(),
        )),
    }
}
