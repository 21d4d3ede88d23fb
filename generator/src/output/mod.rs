//! The output: compares a folder on disk with the [`Tree`](crate::tree::Tree) that it should hold, and updates it.
//!
//! [`compare_files`] lists what differs, and [`file_diffs`] renders it. [`prepare`] writes the new files to drafts
//! inside the output folder, and [`PreparedUpdate::commit`] renames the drafts into place or, after an error, renames
//! everything back. No other module writes to disk.
//!
//! - One run writes at a time: the staging folder holds a file lock. On a file system without locks, runs do not wait.
//! - While files are replaced, the crate's entry file is a `compile_error!`, so that what a killed run leaves does not
//!   compile. The next run repairs it.
//! - A file that the generator did not write is an error, and links are not followed. This guards against mistakes, not
//!   against somebody who rearranges the folder during a run.

mod changelog;
mod commit;
mod compare;
mod file_diff;
mod manifest;
pub mod runtime;
mod staging;
mod update;

use std::{io, path::Path};

pub use changelog::{add_entry, with_entry};
pub use compare::{FileChanges, compare_files};
pub use file_diff::{FileDiff, FileState, TruncatedDiff, file_diffs, truncate_diffs};
pub use manifest::crate_version;
pub use update::{PreparedUpdate, prepare};

use crate::diagnostic::{Code, Diagnostic};

fn unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    let code = match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Code::ReadOnlyOutput,
        _ => Code::UnwritableOutput,
    };
    let message = format!("`{}` cannot be written: {error}", path.display());
    Diagnostic::new(code, message)
}

fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    let message = format!("`{}` cannot be read: {error}", path.display());
    Diagnostic::new(Code::UnwritableOutput, message)
}

/// Maps `NotFound` to `None`: a concurrent run may have just removed the path.
fn if_found<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        other => other.map(Some),
    }
}
