//! Reading single files, up to a size limit.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::error::{not_utf8, too_large, unreadable_file};
use crate::{
    diagnostic::Diagnostic,
    limit,
    span::{Source, SourceFile},
};

/// Reads a file of a spec.
pub(super) fn page(path: &Path) -> Result<Source, Diagnostic> {
    regular_file(path, limit::PAGE)
}

/// Reads a Rust source file.
pub(super) fn rust(path: &Path) -> Result<Source, Diagnostic> {
    regular_file(path, limit::OTHER_FILE)
}

/// Reads a regular file. Opening a pipe could block, and a device may never end.
fn regular_file(path: &Path, limit: u64) -> Result<Source, Diagnostic> {
    match fs::metadata(path) {
        // The error from reading a folder describes it best.
        Ok(data) if !data.is_file() && !data.is_dir() => {
            let error = io::Error::other("it is a pipe, a socket or a device");
            Err(unreadable_file(path, &error))
        }
        _ => file_or_pipe(path, limit),
    }
}

/// Reads a file or a pipe that the user named.
pub(super) fn file_or_pipe(path: &Path, limit: u64) -> Result<Source, Diagnostic> {
    let bytes = start(path, limit + 1).map_err(|error| unreadable_file(path, &error))?;
    if u64::try_from(bytes.len()).map_or(true, |length| length > limit) {
        return Err(too_large(path, limit));
    }
    decode(path.to_owned(), bytes)
}

fn start(path: &Path, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Makes a source file of bytes that must be UTF-8.
pub(super) fn decode(path: PathBuf, bytes: Vec<u8>) -> Result<Source, Diagnostic> {
    String::from_utf8(bytes)
        .map(|text| {
            Arc::new(SourceFile {
                path: path.clone(),
                text,
            })
        })
        .map_err(|error| not_utf8(path, error.utf8_error().valid_up_to(), error.as_bytes()))
}
