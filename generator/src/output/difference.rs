//! Changes as people read them.

use std::path::Path;

use similar::TextDiff;

use super::{Changes, Tree};

/// How one file differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
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

/// How each changed file differs, sorted by path.
#[must_use]
pub fn differences(dir: &Path, tree: &Tree, changes: &Changes) -> Vec<Difference> {
    let full = |path: &str| format!("{}/{path}", dir.display());
    let written = changes.write.iter().map(|(path, found)| {
        let change = if found.is_some() {
            Change::Modified
        } else {
            Change::Missing
        };
        difference(
            full(path),
            change,
            found.as_deref().unwrap_or_default(),
            tree.get(path).unwrap_or_default(),
        )
    });
    let removed = changes
        .remove
        .iter()
        .map(|(path, found)| difference(full(path), Change::Stale, found, ""));
    let mut differences: Vec<_> = written.chain(removed).collect();
    differences.sort_by(|a, b| a.path.cmp(&b.path));
    differences
}

fn difference(path: String, change: Change, found: &str, wanted: &str) -> Difference {
    let (from, to) = (format!("a/{path}"), format!("b/{path}"));
    let from = if change == Change::Missing {
        "/dev/null"
    } else {
        &from
    };
    let to = if change == Change::Stale {
        "/dev/null"
    } else {
        &to
    };
    let diff = TextDiff::from_lines(found, wanted)
        .unified_diff()
        .header(from, to)
        .to_string();
    Difference { path, change, diff }
}
