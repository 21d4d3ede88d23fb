//! Many changes as one: all of them are made, or none.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    Changes,
    problem::{not_put_back, unwritable},
    staging::{self, Staging},
};
use crate::{diagnostic::Diagnostic, header::for_all, tree::Tree};

/// What the sources begin with while they are between two states: no mix of old and new files ever compiles.
const GUARD: &str = "compile_error!(\"the generator is writing these sources, or was stopped while it did; \
                     run it again, or take the last ones from version control\");\n";

/// A rename, and the one that undoes it.
#[derive(Debug)]
struct Step {
    from: PathBuf,
    to: PathBuf,
    undo: (PathBuf, PathBuf),
}

impl Step {
    fn new(from: PathBuf, to: PathBuf) -> Self {
        let undo = (to.clone(), from.clone());
        Self { from, to, undo }
    }
}

/// Writes all drafts, announces the changes, and makes them.
pub(super) fn commit(
    dir: &Path,
    tree: &Tree,
    changes: &Changes,
    staging: &Staging,
    announce: impl FnOnce(&Changes) -> Result<(), Diagnostic>,
) -> Result<(), Vec<Diagnostic>> {
    let plan = Plan {
        dir,
        tree,
        changes,
        staging,
    };
    plan.draft()?;
    let made = plan
        .make_folders()
        .and_then(|()| announce(changes).map_err(|error| vec![error]))
        .and_then(|()| make(plan.steps()));
    // Only a folder that is empty now goes with its last file, or because its first one could not be put there.
    for folder in plan.folders() {
        fs::remove_dir(folder).ok();
    }
    made
}

#[derive(Clone, Copy)]
struct Plan<'a> {
    dir: &'a Path,
    tree: &'a Tree,
    changes: &'a Changes,
    staging: &'a Staging,
}

impl Plan<'_> {
    /// Writes every file that is needed: a disk that is full is full before anything was touched.
    fn draft(self) -> Result<(), Vec<Diagnostic>> {
        let drafts = self.changes.write.par_iter().enumerate();
        let mut errors: Vec<_> = drafts
            .filter_map(|(number, (path, _))| {
                let text = self.tree.get(path).unwrap_or_default();
                let written = fs::write(self.new_draft(number), text);
                written
                    .map_err(|error| unwritable(&self.dir.join(path), &error))
                    .err()
            })
            .collect();
        let entry = self.entry();
        if errors.is_empty() && is_there(&entry) {
            // Without the old one's rights, with which it could perhaps not be touched.
            let saved = fs::read(&entry)
                .and_then(|bytes| fs::write(self.saved_entry(), bytes))
                .and_then(|()| fs::write(self.guard(), for_all() + GUARD));
            errors.extend(saved.map_err(|error| unwritable(&entry, &error)).err());
        }
        fail_with(errors)
    }

    fn make_folders(self) -> Result<(), Vec<Diagnostic>> {
        let folders = self.folders();
        let errors = folders.iter().filter_map(|folder| {
            let made = fs::create_dir_all(folder);
            made.map_err(|error| unwritable(folder, &error)).err()
        });
        fail_with(errors.collect())
    }

    /// The folders that files come into or leave, inner ones first.
    fn folders(self) -> Vec<PathBuf> {
        let written = self.changes.write.iter().map(|(path, _)| path);
        let removed = self.changes.remove.iter().map(|(path, _)| path);
        let folders: BTreeSet<_> = written
            .chain(removed)
            .filter_map(|path| Some(self.dir.join(path).parent()?.to_owned()))
            .collect();
        folders.into_iter().rev().collect()
    }

    /// All renames in their order. The entry is a guard while any other file is old or missing.
    fn steps(self) -> Vec<Step> {
        let mut steps = Vec::new();
        let entry = self.entry();
        let mut last = None;
        if is_there(&entry) {
            steps.push(Step {
                from: self.guard(),
                to: entry.clone(),
                undo: (self.saved_entry(), entry.clone()),
            });
            last = Some(self.saved_entry());
        }
        // Before any other, because a new file's name may differ from an old one's in case only.
        for (number, (path, _)) in self.changes.remove.iter().enumerate() {
            let old = self.staging.draft(&format!("removed-{number}"));
            steps.push(Step::new(self.dir.join(path), old));
        }
        for (number, (path, found)) in self.changes.write.iter().enumerate() {
            let (draft, path) = (self.new_draft(number), self.dir.join(path));
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

    /// The file that the others are compiled through.
    fn entry(self) -> PathBuf {
        self.dir.join(self.tree.owned().entry())
    }

    fn saved_entry(self) -> PathBuf {
        self.staging.draft("entry")
    }

    fn guard(self) -> PathBuf {
        self.staging.draft("guard")
    }

    fn new_draft(self, number: usize) -> PathBuf {
        self.staging.draft(&format!("new-{number}"))
    }
}

/// Makes all steps, or none.
fn make(steps: Vec<Step>) -> Result<(), Vec<Diagnostic>> {
    let last = steps.len().saturating_sub(1);
    let mut made = Vec::with_capacity(steps.len());
    for (number, step) in steps.into_iter().enumerate() {
        if number == last {
            touch(&step.from).ok();
        }
        if let Err(error) = fs::rename(&step.from, &step.to) {
            let mut errors = vec![unwritable(at_fault(&step), &error)];
            errors.extend(undo(made));
            return Err(errors);
        }
        made.push(step.undo);
    }
    Ok(())
}

/// The path that people know: drafts are nobody's concern.
fn at_fault(step: &Step) -> &Path {
    if is_draft(&step.to) {
        &step.from
    } else {
        &step.to
    }
}

fn is_draft(path: &Path) -> bool {
    path.iter().any(|part| part == staging::FOLDER)
}

fn undo(made: Vec<(PathBuf, PathBuf)>) -> Option<Diagnostic> {
    // What comes back last is the entry, if there was one.
    if let Some((entry, _)) = made.first().filter(|(from, _)| is_draft(from)) {
        touch(entry).ok();
    }
    let undone = made.into_iter().rev().try_for_each(|(from, to)| {
        fs::rename(&from, &to).map_err(|error| not_put_back(&to, &error))
    });
    undone.err()
}

/// Makes a draft newer than all that was read before now.
///
/// A compiler that began meanwhile has read other files than those that will be there: cargo sees that by the time of a
/// file. What time it is, the file system tells, as it will tell cargo: another clock may be ahead of it.
fn touch(draft: &Path) -> io::Result<()> {
    let now = File::create(draft.with_file_name("now"))?;
    let file = File::options().append(true).open(draft)?;
    file.set_modified(now.metadata()?.modified()?)
}

fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

fn fail_with(errors: Vec<Diagnostic>) -> Result<(), Vec<Diagnostic>> {
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors)
    }
}

#[cfg(test)]
mod tests;
