//! Entries of a changelog.

use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::{if_found, unreadable, unwritable};
use crate::diagnostic::Diagnostic;

const TITLE: &str = "# Changelog\n";

/// Inserts an entry at the top of a changelog file, which is created if it does not exist; see [`with_entry`].
///
/// # Errors
///
/// Returns a diagnostic if the file cannot be read, is not UTF-8, or cannot be written; it is never half written.
pub fn add_entry(path: &Path, entry: &str) -> Result<(), Diagnostic> {
    let log = if_found(fs::read_to_string(path)).map_err(|error| unreadable(path, &error))?;
    let log = log.unwrap_or_default();
    let changed = with_entry(&log, entry);
    if changed == log {
        return Ok(());
    }
    replace(path, &changed).map_err(|error| unwritable(path, &error))
}

/// Replaces a file, following links, without ever showing half of it.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let draft = draft(&path);
    if let Some(folder) = path.parent().filter(|it| !it.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    // A killed run may have left a read-only draft.
    fs::remove_file(&draft).ok();
    let written = File::create_new(&draft).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        match fs::metadata(&path) {
            Ok(data) => file.set_permissions(data.permissions()),
            Err(_) => Ok(()),
        }
    });
    { written.and_then(|()| fs::rename(&draft, path)) }
        .inspect_err(|_| drop(fs::remove_file(&draft)))
}

/// Returns the path of a file's draft. It is always the same, so that leftovers do not accumulate.
fn draft(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(super::staging::FOLDER);
    path.with_file_name(name)
}

/// Inserts an entry at the top of a changelog: below its title and introduction, before the first other heading.
///
/// The log is returned unchanged if the entry is already the topmost. The log's line endings are kept.
///
/// ```
/// use genesys_modelgen::output::with_entry;
///
/// let log = with_entry("# Changes\n\n## 1.0.0\n\nFirst.\n", "## 1.1.0\n\nSecond.\n");
/// assert_eq!(log, "# Changes\n\n## 1.1.0\n\nSecond.\n\n## 1.0.0\n\nFirst.\n");
/// ```
#[must_use]
pub fn with_entry(log: &str, entry: &str) -> String {
    let log = if log.trim().is_empty() { TITLE } else { log };
    let line_end = if log.contains("\r\n") { "\r\n" } else { "\n" };
    let entry = entry.trim().replace("\r\n", "\n").replace('\n', line_end);
    let (above, below) = log.split_at(first_entry(log));
    if starts_with_entry(below, &entry) {
        return log.to_owned();
    }
    let parts = [above.trim_end(), &entry, below.trim()];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(&line_end.repeat(2)) + line_end
}

/// Checks whether `entry` is everything up to the next heading.
fn starts_with_entry(below: &str, entry: &str) -> bool {
    let rest = below.strip_prefix(entry).map(str::trim_start);
    rest.is_some_and(|rest| rest.is_empty() || is_heading(rest))
}

/// Returns the offset at which the first entry starts.
fn first_entry(log: &str) -> usize {
    match first_heading(log, |line| line.trim_start().starts_with("```")) {
        (at, false) => at,
        // A code block that never ends is not a code block.
        (_, true) => first_heading(log, |_| false).0,
    }
}

/// Returns the offset of the first heading after the title, or the end, and whether it is inside a code block.
fn first_heading(log: &str, is_fence: impl Fn(&str) -> bool) -> (usize, bool) {
    let (mut at, mut is_code, mut has_text) = (0, false, false);
    for line in log.split_inclusive('\n') {
        let is_title = !has_text && line.trim_start_matches('\u{feff}').starts_with("# ");
        if is_heading(line) && !is_code && !is_title {
            break;
        }
        is_code ^= is_fence(line);
        has_text |= !line.trim().is_empty();
        at += line.len();
    }
    (at, is_code)
}

/// Checks whether a line is a heading of level 1 or 2.
fn is_heading(line: &str) -> bool {
    line.starts_with("# ") || line.starts_with("## ")
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};

    use super::*;

    const ENTRY: &str = "## New\n\n* One\n";

    #[test]
    fn a_missing_log_gets_a_title() {
        assert_eq!(with_entry("", ENTRY), "# Changelog\n\n## New\n\n* One\n");
        assert_eq!(with_entry("\n", ENTRY), with_entry("", ENTRY));
    }

    #[test]
    fn an_entry_goes_below_title_and_introduction() {
        let log = "# Log\n\nAbout it.\n\n## Old\n\n* Zero\n";
        let expected = "# Log\n\nAbout it.\n\n## New\n\n* One\n\n## Old\n\n* Zero\n";
        assert_eq!(with_entry(log, ENTRY), expected);
    }

    #[test]
    fn a_log_without_entries_gets_its_first_one() {
        let expected = "# Log\n\nAbout it.\n\n## New\n\n* One\n";
        assert_eq!(with_entry("# Log\n\nAbout it.", ENTRY), expected);
    }

    #[test]
    fn a_log_may_lack_a_title_or_have_entries_of_level_one() {
        assert_eq!(with_entry("## Old\n", ENTRY), "## New\n\n* One\n\n## Old\n");
        let log = "# Log\n\n# Old\n";
        assert_eq!(
            with_entry(log, ENTRY),
            "# Log\n\n## New\n\n* One\n\n# Old\n"
        );
    }

    #[test]
    fn the_same_entry_is_not_inserted_twice() {
        for log in ["", "# Log\n\n## Old\n", "# Log\r\n\r\n## Old\r\n"] {
            let once = with_entry(log, ENTRY);
            assert_eq!(with_entry(&once, ENTRY), once);
        }
    }

    proptest! {
        #[test]
        fn an_entry_is_inserted_once_and_nothing_is_lost(
            lines in vec(select(vec!["# A", "## B", "## New", "* One", "```", " ", "", "x\r"]), 0..9),
        ) {
            let log = lines.join("\n");
            let once = with_entry(&log, ENTRY);
            prop_assert_eq!(with_entry(&once, ENTRY), once.clone());
            for line in log.lines().map(str::trim).filter(|line| !line.is_empty()) {
                prop_assert!(once.lines().any(|kept| kept.trim() == line), "{line} in {once}");
            }
        }
    }

    #[test]
    fn an_entry_that_is_a_prefix_of_the_last_one_is_new() {
        let log = with_entry("", "## New\n\n* One\n* Two\n");
        assert_eq!(with_entry(&log, ENTRY).matches("## New").count(), 2);
    }

    #[test]
    fn the_line_endings_of_the_log_are_preserved() {
        let log = with_entry("# Log\r\n\r\n## Old\r\n", ENTRY);
        assert_eq!(log, "# Log\r\n\r\n## New\r\n\r\n* One\r\n\r\n## Old\r\n");
    }

    #[test]
    fn a_heading_in_code_and_a_byte_order_mark_are_ignored() {
        let log = "\u{feff}# Log\n\n```\n## Not this\n```\n\n## Old\n";
        let expected = "\u{feff}# Log\n\n```\n## Not this\n```\n\n## New\n\n* One\n\n## Old\n";
        assert_eq!(with_entry(log, ENTRY), expected);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_place_of_the_draft_is_replaced() {
        let dir = tempfile::tempdir().unwrap();
        let (log, other) = (dir.path().join("CHANGES.md"), dir.path().join("other"));
        fs::write(&other, "unrelated").unwrap();
        std::os::unix::fs::symlink(&other, draft(&log)).unwrap();
        replace(&log, "new").unwrap();
        assert_eq!(fs::read_to_string(&other).unwrap(), "unrelated");
        assert_eq!(fs::read_to_string(&log).unwrap(), "new");
        assert!(!log.is_symlink());
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2);
    }
}
