//! Changes as people read them.

use std::path::Path;

use similar::TextDiff;

use super::Changes;
use crate::{record, tree::Tree};

/// How one file differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The file, in the output folder.
    pub file: String,
    /// The file, with the output folder before it.
    pub path: String,
    /// What is the matter.
    pub change: Change,
    /// The difference as a unified diff: from what is there to what should be.
    pub diff: String,
}

/// What is the matter with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is not there.
    Missing,
    /// It should not be there.
    Stale,
    /// It holds something else.
    Modified,
}

impl Change {
    /// `missing`, `stale` or `modified`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::Modified => "modified",
        }
    }
}

/// How each changed file differs: the sources sorted by path, then the record, which follows from the same cause.
#[must_use]
pub fn differences(dir: &Path, tree: &Tree, changes: &Changes) -> Vec<Difference> {
    let written = changes.write.iter().map(|(file, found)| {
        let change = if found.is_some() {
            Change::Modified
        } else {
            Change::Missing
        };
        let wanted = tree.get(file).unwrap_or_default();
        difference(
            dir,
            file,
            change,
            (found.as_deref().unwrap_or_default(), wanted),
        )
    });
    let removed = changes
        .remove
        .iter()
        .map(|(file, found)| difference(dir, file, Change::Stale, (found, "")));
    let mut differences: Vec<_> = written.chain(removed).collect();
    differences
        .sort_by(|a, b| (a.file == record::PATH, &a.file).cmp(&(b.file == record::PATH, &b.file)));
    differences
}

fn difference(dir: &Path, file: &str, change: Change, (found, wanted): (&str, &str)) -> Difference {
    let path = format!("{}/{file}", dir.display());
    let (from, to) = (format!("a/{path}"), format!("b/{path}"));
    let (from, to) = match change {
        Change::Missing => ("/dev/null", to.as_str()),
        Change::Stale => (from.as_str(), "/dev/null"),
        Change::Modified => (from.as_str(), to.as_str()),
    };
    let diff = TextDiff::from_lines(found, wanted)
        .unified_diff()
        .header(from, to)
        .to_string();
    Difference {
        file: file.to_owned(),
        path,
        change,
        diff,
    }
}
