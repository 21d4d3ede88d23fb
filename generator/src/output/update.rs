//! Updating an output folder in two steps: prepare, then commit.

use std::{
    collections::BTreeSet,
    fs, mem,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    FileChanges,
    commit::{Step, commit_steps},
    compare::compare_now,
    staging::Staging,
    unwritable,
};
use crate::{diagnostic::Diagnostic, header::for_all, tree::Tree};

/// The entry file while an update is incomplete, so that no mix of old and new files compiles.
const GUARD: &str = "compile_error!(\"the generator is writing these sources, or was stopped while it did; \
                     run it again, or take the last ones from version control\");\n";

/// An update of an output folder that is ready to be committed.
///
/// Other runs wait while it exists. If it is dropped without a commit, the output stays as it was.
#[derive(Debug)]
#[must_use = "nothing is written without `commit`"]
pub struct PreparedUpdate {
    changes: FileChanges,
    steps: Vec<Step>,
    folders: Vec<PathBuf>,
    /// `None` if nothing changes.
    staging: Option<Staging>,
}

/// Writes all new files to drafts, and keeps other runs from writing until the update is committed or dropped.
///
/// # Errors
///
/// Returns the errors of [`compare_files`](super::compare_files), and a diagnostic for each draft or folder that cannot
/// be written.
pub fn prepare(dir: &Path, tree: &Tree) -> Result<PreparedUpdate, Vec<Diagnostic>> {
    let changes = compare_now(dir, tree)?;
    let mut update = PreparedUpdate {
        changes,
        steps: Vec::new(),
        folders: Vec::new(),
        staging: None,
    };
    if update.changes.is_empty() {
        if Staging::exists(dir) {
            // Removes what a killed run left; an error does not matter, as the output is up to date.
            Staging::enter(dir).ok();
        }
        return Ok(update);
    }
    let staging = Staging::enter(dir).map_err(|error| vec![unwritable(dir, &error)])?;
    // Another run may have written until now.
    update.changes = compare_now(dir, tree)?;
    let plan = Plan {
        dir,
        tree,
        changes: &update.changes,
        staging: &staging,
    };
    plan.write_drafts()?;
    update.folders = plan.folders();
    update.steps = plan.steps();
    update.staging = Some(staging);
    for folder in &update.folders {
        fs::create_dir_all(folder).map_err(|error| vec![unwritable(folder, &error)])?;
    }
    Ok(update)
}

impl PreparedUpdate {
    /// Returns the changes that [`commit`](Self::commit) will make.
    #[must_use]
    pub const fn changes(&self) -> &FileChanges {
        &self.changes
    }

    /// Renames all drafts into place and removes stale files. After an error, the old files are put back.
    ///
    /// # Errors
    ///
    /// Returns a diagnostic for the file that cannot be renamed, and another if an old file cannot be put back.
    pub fn commit(mut self) -> Result<FileChanges, Vec<Diagnostic>> {
        commit_steps(mem::take(&mut self.steps))?;
        Ok(mem::take(&mut self.changes))
    }
}

impl Drop for PreparedUpdate {
    /// Removes the folders that are now empty: their last file was removed, or their first one never arrived.
    fn drop(&mut self) {
        for folder in &self.folders {
            fs::remove_dir(folder).ok();
        }
    }
}

/// Everything that determines the steps of an update.
struct Plan<'a> {
    dir: &'a Path,
    tree: &'a Tree,
    changes: &'a FileChanges,
    staging: &'a Staging,
}

impl Plan<'_> {
    /// Writes every draft, so that a full disk is noticed before any file is touched.
    fn write_drafts(&self) -> Result<(), Vec<Diagnostic>> {
        let drafts = self.changes.write.par_iter().enumerate();
        let mut errors: Vec<_> = drafts
            .filter_map(|(number, (path, _))| {
                let text = self.tree.get(path).unwrap_or_default();
                let draft = self.staging.draft(&format!("new-{number}"));
                { fs::write(draft, text).map_err(|error| unwritable(&self.dir.join(path), &error)) }
                    .err()
            })
            .collect();
        let entry = self.entry();
        if errors.is_empty() && entry.exists() {
            // Not `fs::copy`, which would keep permissions that may forbid to touch the copy.
            let saved = fs::read(&entry)
                .and_then(|bytes| fs::write(self.staging.draft("entry"), bytes))
                .and_then(|()| fs::write(self.staging.draft("guard"), for_all() + GUARD));
            errors.extend(saved.map_err(|error| unwritable(&entry, &error)).err());
        }
        if errors.is_empty() {
            Ok(())
        } else {
            Err(errors)
        }
    }

    /// Returns the folders of all changed files, inner ones first.
    fn folders(&self) -> Vec<PathBuf> {
        let written = self.changes.write.iter().map(|(path, _)| path);
        let removed = self.changes.remove.iter().map(|(path, _)| path);
        let folders: BTreeSet<_> = { written.chain(removed) }
            .filter_map(|path| Some(self.dir.join(path).parent()?.to_owned()))
            .collect();
        folders.into_iter().rev().collect()
    }

    /// Returns all renames in order. The entry is a guard while any other file is old or missing.
    fn steps(&self) -> Vec<Step> {
        if self.changes.is_empty() {
            return Vec::new();
        }
        let mut steps = Vec::new();
        let entry = self.entry();
        let mut last = None;
        if entry.exists() {
            steps.push(Step {
                from: self.staging.draft("guard"),
                to: entry.clone(),
                undo: (self.staging.draft("entry"), entry.clone()),
            });
            last = Some(self.staging.draft("entry"));
        }
        // Removals come first, because a new file's name may differ from a removed one's only in case.
        for (number, (path, _)) in self.changes.remove.iter().enumerate() {
            let old = self.staging.draft(&format!("removed-{number}"));
            steps.push(Step::new(self.dir.join(path), old));
        }
        for (number, (path, found)) in self.changes.write.iter().enumerate() {
            let draft = self.staging.draft(&format!("new-{number}"));
            let path = self.dir.join(path);
            if path == entry {
                last = Some(draft);
                continue;
            }
            if found.is_some() {
                let old = self.staging.draft(&format!("old-{number}"));
                steps.push(Step::new(path.clone(), old));
            }
            steps.push(Step::new(draft, path));
        }
        steps.extend(last.map(|draft| Step::new(draft, entry)));
        steps
    }

    /// Returns the file through which all others are compiled.
    fn entry(&self) -> PathBuf {
        self.dir.join(self.tree.owned().entry())
    }
}

#[cfg(test)]
mod tests;
