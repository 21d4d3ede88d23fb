//! What can be wrong with the output's files.

use std::{io, path::Path};

use crate::diagnostic::{Code, Diagnostic};

/// A path cannot be written to: by anyone, or just here and now.
pub(super) fn unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    let code = match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Code::ReadOnlyOutput,
        _ => Code::UnwritableOutput,
    };
    let message = format!("`{}` cannot be written: {error}", path.display());
    Diagnostic::new(code, message)
}

/// A path cannot be read.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(
        Code::UnwritableOutput,
        format!("`{}` cannot be read: {error}", path.display()),
    )
}

/// An update failed, and so did putting back a file of the output before it.
pub(super) fn not_put_back(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(
        Code::UnwritableOutput,
        format!("`{}` cannot be put back: {error}", path.display()),
    )
    .help("until the same command has run without an error, the sources do not compile")
}

/// A file was written by somebody else.
pub(super) fn foreign(path: &Path) -> Diagnostic {
    Diagnostic::new(
        Code::ForeignFile,
        format!(
            "`{}` was not made by the generator, which would have to replace or remove it",
            path.display()
        ),
    )
    .help("move it out of the way; nothing was written")
}
