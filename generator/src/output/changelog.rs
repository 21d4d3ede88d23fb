//! Entries of a change log.

use std::{fs, io, path::Path};

use super::{problem::unreadable, replace::replace};
use crate::diagnostic::Diagnostic;

/// What a change log starts with where there is none yet.
const TITLE: &str = "# Changelog\n";

/// Puts an entry on top of the change log in a file, which is made where there is none; see [`with_entry`].
///
/// # Errors
///
/// The file cannot be read, is not UTF-8, or cannot be written; it is never half written.
pub fn add_entry(path: &Path, entry: &str) -> Result<(), Diagnostic> {
    let log = match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        read => read.map_err(|error| unreadable(path, &error))?,
    };
    let changed = with_entry(&log, entry);
    if changed == log {
        return Ok(());
    }
    replace(path, &changed)
}

/// Puts an entry on top of a change log: below its title and what introduces it, before the first other heading.
///
/// An entry that stands there already is not put there again. Line ends are those of the log.
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
    let (above, below) = log.split_at(top(log));
    if has_on_top(below, &entry) {
        return log.to_owned();
    }
    let parts = [above.trim_end(), &entry, below.trim()];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(&line_end.repeat(2)) + line_end
}

/// Whether the entry is all that stands before the next heading of its rank.
fn has_on_top(below: &str, entry: &str) -> bool {
    let rest = below.strip_prefix(entry);
    rest.is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.is_empty() || is_heading(rest)
    })
}

/// Where the first entry starts.
fn top(log: &str) -> usize {
    let (at, is_code) = first_heading(log, |line| line.trim_start().starts_with("```"));
    if !is_code {
        return at;
    }
    // Code that never ends is no code.
    first_heading(log, |_| false).0
}

/// Where the first heading below the title is, or else the end; and whether that is within code.
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

/// Whether a line is a heading of the first or the second rank.
fn is_heading(line: &str) -> bool {
    line.starts_with("# ") || line.starts_with("## ")
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};

    use super::*;

    const ENTRY: &str = "## New\n\n* One\n";

    #[test]
    fn a_log_that_is_not_there_gets_a_title() {
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
    fn a_log_without_entries_gets_its_first() {
        let expected = "# Log\n\nAbout it.\n\n## New\n\n* One\n";
        assert_eq!(with_entry("# Log\n\nAbout it.", ENTRY), expected);
    }

    #[test]
    fn a_log_without_a_title_or_with_entries_of_the_first_rank_is_no_trouble() {
        assert_eq!(with_entry("## Old\n", ENTRY), "## New\n\n* One\n\n## Old\n");
        let log = "# Log\n\n# Old\n";
        assert_eq!(
            with_entry(log, ENTRY),
            "# Log\n\n## New\n\n* One\n\n# Old\n"
        );
    }

    #[test]
    fn the_same_entry_is_not_put_there_twice() {
        for log in ["", "# Log\n\n## Old\n", "# Log\r\n\r\n## Old\r\n"] {
            let once = with_entry(log, ENTRY);
            assert_eq!(with_entry(&once, ENTRY), once);
        }
    }

    proptest! {
        #[test]
        fn whatever_the_log_an_entry_is_there_once_and_nothing_is_lost(
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
    fn an_entry_that_only_starts_like_the_last_one_is_new() {
        let log = with_entry("", "## New\n\n* One\n* Two\n");
        assert_eq!(with_entry(&log, ENTRY).matches("## New").count(), 2);
    }

    #[test]
    fn line_ends_stay_those_of_the_log() {
        let log = with_entry("# Log\r\n\r\n## Old\r\n", ENTRY);
        assert_eq!(log, "# Log\r\n\r\n## New\r\n\r\n* One\r\n\r\n## Old\r\n");
    }

    #[test]
    fn a_heading_in_code_and_a_byte_order_mark_mislead_nobody() {
        let log = "\u{feff}# Log\n\n```\n## Not this\n```\n\n## Old\n";
        let expected = "\u{feff}# Log\n\n```\n## Not this\n```\n\n## New\n\n* One\n\n## Old\n";
        assert_eq!(with_entry(log, ENTRY), expected);
    }
}
