//! Bringing a folder up to date.

use std::path::{Path, PathBuf};

use super::{
    Changes,
    commit::commit,
    compare,
    problem::unwritable,
    staging::{self, Staging},
};
use crate::{diagnostic::Diagnostic, tree::Tree};

/// Writes what differs and removes what is no longer in the tree, and returns what it was.
///
/// The old files or the new ones are there, whole: where something fails before the last file is in its place, the
/// others are put back. A process that is killed meanwhile leaves sources that do not compile, and the next update
/// goes on from there. Of several runs one writes at a time, and the others wait for it.
///
/// `announce` is called with the changes before any is made, and an error of it stops the update.
///
/// # Errors
///
/// All that is wrong, as for [`compare`], and what cannot be written.
pub fn update(
    dir: &Path,
    tree: &Tree,
    announce: impl FnOnce(&Changes) -> Result<(), Diagnostic>,
) -> Result<Changes, Vec<Diagnostic>> {
    let changes = compare(dir, tree)?;
    if changes.is_empty() && !Staging::is_in(dir) {
        return Ok(changes);
    }
    let staging = match Staging::enter(dir) {
        // What a stopped run left does no harm where all is up to date.
        Err(_) if changes.is_empty() => return Ok(changes),
        entered => entered.map_err(|error| vec![unwritable(&at_fault(dir), &error)])?,
    };
    // Another run may have written until now.
    let changes = compare(dir, tree)?;
    if !changes.is_empty() {
        commit(dir, tree, &changes, &staging, announce)?;
    }
    Ok(changes)
}

/// Compares a folder with the tree that it should hold, as soon as no run is writing there.
///
/// # Errors
///
/// As for [`compare`].
pub fn compare_settled(dir: &Path, tree: &Tree) -> Result<Changes, Vec<Diagnostic>> {
    let changes = compare(dir, tree)?;
    if changes.is_empty() && !Staging::is_in(dir) {
        return Ok(changes);
    }
    // A run that wrote meanwhile has shown files of two states.
    let _settled = Staging::wait(dir);
    compare(dir, tree)
}

/// Where a run cannot begin to write: in the output folder, or in what a stopped run has left there.
fn at_fault(dir: &Path) -> PathBuf {
    if Staging::is_in(dir) {
        dir.join(staging::FOLDER)
    } else {
        dir.to_owned()
    }
}
