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
pub(super) fn read_page(path: &Path) -> Result<Source, Diagnostic> {
    read_regular_file(path, limit::PAGE)
}

/// Reads a Rust source file.
pub(super) fn read_rust(path: &Path) -> Result<Source, Diagnostic> {
    read_regular_file(path, limit::OTHER_FILE)
}

/// Reads an OpenAPI file that the user has named.
pub(super) fn read_openapi(path: &Path) -> Result<Source, Diagnostic> {
    read_file_or_pipe(path, limit::OPENAPI)
}

/// Reads a regular file. Rejects pipes and devices, because opening them may block and reading them may never end.
pub(super) fn read_regular_file(path: &Path, limit: u64) -> Result<Source, Diagnostic> {
    match fs::metadata(path) {
        // A folder passes: the system's error for reading it is clear.
        Ok(data) if !data.is_file() && !data.is_dir() => {
            let error = io::Error::other("not a regular file");
            Err(unreadable_file(path, &error))
        }
        _ => read_file_or_pipe(path, limit),
    }
}

/// Reads a file or a pipe that the user has named.
pub(super) fn read_file_or_pipe(path: &Path, limit: u64) -> Result<Source, Diagnostic> {
    let bytes = read_prefix(path, limit + 1).map_err(|error| unreadable_file(path, &error))?;
    if u64::try_from(bytes.len()).map_or(true, |length| length > limit) {
        return Err(too_large(path, limit));
    }
    decode_utf8(path.to_owned(), bytes)
}

fn read_prefix(path: &Path, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Decodes the bytes of a source file.
pub(super) fn decode_utf8(path: PathBuf, bytes: Vec<u8>) -> Result<Source, Diagnostic> {
    String::from_utf8(bytes)
        .map(|text| {
            Arc::new(SourceFile {
                path: path.clone(),
                text,
            })
        })
        .map_err(|error| not_utf8(path, error.utf8_error().valid_up_to(), error.as_bytes()))
}
