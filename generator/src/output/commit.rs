//! Making many renames as one: all of them, or none.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use super::{staging, unwritable};
use crate::diagnostic::{Code, Diagnostic};

/// A rename, and the rename that undoes it.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) from: PathBuf,
    pub(super) to: PathBuf,
    pub(super) undo: (PathBuf, PathBuf),
}

impl Step {
    /// Creates a step that is undone by renaming back.
    pub(super) fn new(from: PathBuf, to: PathBuf) -> Self {
        let undo = (to.clone(), from.clone());
        Self { from, to, undo }
    }
}

/// Makes all steps. After an error, undoes those that were made.
pub(super) fn commit_steps(steps: Vec<Step>) -> Result<(), Vec<Diagnostic>> {
    let last = steps.len().saturating_sub(1);
    let mut made = Vec::with_capacity(steps.len());
    for (number, step) in steps.into_iter().enumerate() {
        if number == last {
            touch(&step.from).ok();
        }
        if let Err(error) = fs::rename(&step.from, &step.to) {
            // Users know the path in the output, not the draft's.
            let path = [&step.to, &step.from][usize::from(is_draft(&step.to))];
            let mut errors = vec![unwritable(path, &error)];
            errors.extend(undo(made));
            return Err(errors);
        }
        made.push(step.undo);
    }
    Ok(())
}

fn is_draft(path: &Path) -> bool {
    path.iter().any(|part| part == staging::FOLDER)
}

fn undo(made: Vec<(PathBuf, PathBuf)>) -> Option<Diagnostic> {
    // The last file to be put back is the entry, if there was one.
    if let Some((entry, _)) = made.first().filter(|(from, _)| is_draft(from)) {
        touch(entry).ok();
    }
    let undone = made.into_iter().rev().try_for_each(|(from, to)| {
        fs::rename(&from, &to).map_err(|error| {
            let message = format!("`{}` cannot be put back: {error}", to.display());
            Diagnostic::new(Code::UnwritableOutput, message)
                .help("the sources do not compile until the same command has run without an error")
        })
    });
    undone.err()
}

/// Sets a draft's modification time to now, by the clock of the file system, which stamps cargo's files too.
///
/// Cargo compares it with the time of the last build: a build that ran during the update has read other files.
fn touch(draft: &Path) -> io::Result<()> {
    let now = File::create(draft.with_file_name("now"))?;
    let file = File::options().append(true).open(draft)?;
    file.set_modified(now.metadata()?.modified()?)
}
