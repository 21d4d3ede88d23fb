//! Unified diffs between the files in the output folder and those of the tree.

use std::path::Path;

use similar::TextDiff;

use super::FileChanges;
use crate::{record, tree::Tree};

/// The difference in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileDiff {
    /// The path relative to the output folder.
    pub file: String,
    /// The path including the output folder.
    pub path: String,
    /// How the file differs.
    pub state: FileState,
    /// The unified diff from the present text to the expected one.
    pub diff: String,
}

/// How a file in the output folder differs from the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// The file does not exist.
    Missing,
    /// The file is no longer in the tree.
    Stale,
    /// The file holds another text.
    Modified,
}

impl FileState {
    /// Returns `missing`, `stale` or `modified`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::Modified => "modified",
        }
    }
}

/// Returns a diff for each changed file, sorted by path; the record of the schema comes last.
#[must_use]
pub fn file_diffs(dir: &Path, tree: &Tree, changes: &FileChanges) -> Vec<FileDiff> {
    let written = changes.write.iter().map(|(file, found)| {
        let wanted = tree.get(file).unwrap_or_default();
        match found {
            Some(found) => file_diff(dir, file, FileState::Modified, (found, wanted)),
            None => file_diff(dir, file, FileState::Missing, ("", wanted)),
        }
    });
    let removed = { changes.remove.iter() }
        .map(|(file, found)| file_diff(dir, file, FileState::Stale, (found, "")));
    let mut diffs: Vec<_> = written.chain(removed).collect();
    diffs.sort_by(|a, b| (a.file == record::PATH, &a.file).cmp(&(b.file == record::PATH, &b.file)));
    diffs
}

fn file_diff(dir: &Path, file: &str, state: FileState, (found, wanted): (&str, &str)) -> FileDiff {
    let path = format!("{}/{file}", dir.display());
    let (from, to) = (format!("a/{path}"), format!("b/{path}"));
    let (from, to) = match state {
        FileState::Missing => ("/dev/null", to.as_str()),
        FileState::Stale => (from.as_str(), "/dev/null"),
        FileState::Modified => (from.as_str(), to.as_str()),
    };
    let diff = TextDiff::from_lines(found, wanted)
        .unified_diff()
        .header(from, to)
        .to_string();
    FileDiff {
        file: file.to_owned(),
        path,
        state,
        diff,
    }
}

/// The first lines of some diffs, and a count of the rest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TruncatedDiff {
    /// The lines up to the limit.
    pub text: String,
    /// The number of lines beyond the limit.
    pub omitted_lines: usize,
    /// The number of files that the omitted lines belong to.
    pub omitted_files: usize,
}

/// Joins diffs and cuts them off after `limit` lines.
#[must_use]
pub fn truncate_diffs(diffs: &[FileDiff], limit: usize) -> TruncatedDiff {
    let mut truncated = TruncatedDiff::default();
    let mut room = limit;
    for FileDiff { diff, .. } in diffs {
        let lines: Vec<_> = diff.split_inclusive('\n').collect();
        let (shown, omitted) = lines.split_at(room.min(lines.len()));
        room -= shown.len();
        truncated.text.extend(shown.iter().copied());
        truncated.omitted_lines += omitted.len();
        truncated.omitted_files += usize::from(!omitted.is_empty());
    }
    truncated
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diff_of(diff: &str) -> FileDiff {
        FileDiff {
            file: "x".to_owned(),
            path: "out/x".to_owned(),
            state: FileState::Modified,
            diff: diff.to_owned(),
        }
    }

    #[test]
    fn lines_beyond_the_limit_are_counted() {
        let diffs = ["1\n2\n", "3\n4\n5\n", "6\n"].map(diff_of);
        let expected = TruncatedDiff {
            text: "1\n2\n3\n".to_owned(),
            omitted_lines: 3,
            omitted_files: 2,
        };
        assert_eq!(truncate_diffs(&diffs, 3), expected);
    }

    #[test]
    fn diffs_within_the_limit_are_shown_whole() {
        let shown = truncate_diffs(&["1\n2\n", "3\n"].map(diff_of), 3);
        assert_eq!((shown.text.as_str(), shown.omitted_lines), ("1\n2\n3\n", 0));
    }
}
