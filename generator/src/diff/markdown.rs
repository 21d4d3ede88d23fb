//! Renders a report as Markdown, for pull requests and changelogs.

use super::{
    Change, ChangeLevel, ChangeReport,
    phrasing::{
        change_sentence, counted_changes, group_by_heading, impact_sentence, notes,
        section_heading, version_sentence,
    },
};
use crate::printable::code_span;

impl ChangeReport<'_> {
    /// Renders the report as Markdown, in the form of the platform's release notes.
    ///
    /// Names and values from the docs that are not plain words are put into code spans. They cannot change the page's
    /// structure or mention people.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let sections = ChangeLevel::WORST_FIRST.map(|level| section(self, level));
        sections.join("\n") + &footer(self)
    }
}

/// Returns the lines below the sections.
pub fn footer(report: &ChangeReport<'_>) -> String {
    let lines = [
        impact_sentence(report, escape_markdown),
        version_sentence(report),
    ];
    let lines = lines.iter().flatten().map(|line| format!("\n{line}\n"));
    lines.collect()
}

fn section(report: &ChangeReport<'_>, level: ChangeLevel) -> String {
    let groups = group_by_heading(report.changes, level);
    let groups = { groups.iter() }.map(|(heading, changes)| group(&heading.text(), changes));
    let heading = section_heading(level, report.changes);
    format!("# {heading}\n{}", groups.collect::<String>())
}

fn group(name: &str, changes: &[&Change]) -> String {
    let items = changes.iter().map(|change| item(change));
    group_heading(name, changes.len()) + &items.collect::<String>()
}

/// Returns the heading of a group with this number of changes.
pub fn group_heading(name: &str, count: usize) -> String {
    let (name, count) = (escape_markdown(name), counted_changes(count));
    format!("\n**{name}** ({count})\n\n")
}

/// Returns the lines of a change.
pub fn item(change: &Change) -> String {
    let notes = notes(change, escape_markdown);
    let notes = notes.iter().map(|note| format!("  * {note}\n"));
    let sentence = change_sentence(change, escape_markdown);
    format!("* {sentence}\n{}", notes.collect::<String>())
}

/// Puts a text into a code span, unless it has no special characters.
pub fn escape_markdown(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else {
        code_span(text)
    }
}

/// Checks whether a text consists of ASCII words and paths that are separated by single spaces and may end with a full stop
/// or a comma, optionally followed by `[]`. Such a text has no special meaning in Markdown or on GitHub.
fn is_plain(text: &str) -> bool {
    let mut parts = text.trim_end_matches("[]").split(' ');
    parts.all(|part| {
        let word = part.strip_suffix(['.', ',']).unwrap_or(part);
        is_word(word) || is_path(part)
    })
}

/// Checks whether a text consists of ASCII letters and digits, with single underscores between them.
fn is_word(text: &str) -> bool {
    let mut parts = text.split('_');
    parts.all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// Checks whether a text is a path like `/api/v2/users/{userId}`. A hyphen before a digit could be a reference like `GH-1`.
fn is_path(text: &str) -> bool {
    let is_segment = |segment: &str| {
        let name = { segment.strip_prefix('{') }.and_then(|it| it.strip_suffix('}'));
        let mut words = name.unwrap_or(segment).split('-');
        let starts_with_letter = |word: &str| word.starts_with(|c: char| c.is_ascii_alphabetic());
        words.next().is_some_and(is_word)
            && words.all(|word| is_word(word) && starts_with_letter(word))
    };
    { text.strip_prefix('/') }.is_some_and(|path| path.split('/').all(is_segment))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_are_unchanged() {
        for plain in [
            "forUsers",
            "PolicyUser[]",
            "a[][]",
            "in progress",
            "snake_case",
            "v2",
            "GET /api/v2/users/{userId}/sub-users",
            "The request conflicts, sometimes.",
        ] {
            assert_eq!(escape_markdown(plain), plain);
        }
    }

    #[test]
    fn special_characters_are_put_into_a_code_span() {
        for special in [
            "@team",
            "#12",
            "a|b",
            "<b>",
            "*",
            "_type",
            "$ref",
            "GH-1",
            ":tada:",
            "a  b",
            "www.example.com",
            "a[](b)",
            "/gh-1",
            "/a/_b_",
            "//a",
            "a..",
        ] {
            assert_eq!(escape_markdown(special), format!("`{special}`"));
        }
    }

    #[test]
    fn empty_text_is_put_into_a_code_span() {
        assert_eq!(escape_markdown(""), "`  `");
    }
}
