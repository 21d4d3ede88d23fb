//! Rendering of a report as Markdown, for pull requests and changelogs.

use super::{
    Change, ChangeLevel, ChangeReport,
    phrasing::{by_definition, count, heading, impact, next_version, notes, sentence},
};
use crate::printable::code_span;

impl ChangeReport<'_> {
    /// Renders the report as Markdown, in the form of the platform's release notes.
    ///
    /// Names and values from the docs are put into code spans unless they are plain words, so they cannot change the
    /// page's structure or mention people.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let sections = ChangeLevel::WORST_FIRST.map(|level| section(self, level));
        let footer = [impact(self, quote), next_version(self)];
        let footer = footer.iter().flatten().map(|line| format!("\n{line}\n"));
        sections.join("\n") + &footer.collect::<String>()
    }
}

fn section(report: &ChangeReport<'_>, level: ChangeLevel) -> String {
    let models = by_definition(report.changes, level);
    let models = models.iter().map(|(name, changes)| model(name, changes));
    let heading = heading(level, report.changes);
    format!("# {heading}\n{}", models.collect::<String>())
}

fn model(name: &str, changes: &[&Change]) -> String {
    let (name, count) = (quote(name), count(changes.len()));
    let items = changes.iter().map(|change| item(change));
    format!("\n**{name}** ({count})\n\n{}", items.collect::<String>())
}

fn item(change: &Change) -> String {
    let notes = notes(change, quote);
    let notes = notes.iter().map(|note| format!("  * {note}\n"));
    let sentence = sentence(change, quote);
    format!("* {sentence}\n{}", notes.collect::<String>())
}

/// Puts a text into a code span unless it is plain.
fn quote(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else {
        code_span(text)
    }
}

/// Checks whether a text has no special meaning in Markdown or on GitHub: ASCII words separated by single spaces,
/// optionally followed by `[]`.
fn is_plain(text: &str) -> bool {
    let mut parts = text.trim_end_matches("[]").split([' ', '_']);
    parts.all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_are_not_quoted() {
        for plain in [
            "forUsers",
            "PolicyUser[]",
            "a[][]",
            "in progress",
            "snake_case",
            "v2",
        ] {
            assert_eq!(quote(plain), plain);
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
        ] {
            assert_eq!(quote(special), format!("`{special}`"));
        }
    }

    #[test]
    fn empty_text_is_put_into_a_code_span() {
        assert_eq!(quote(""), "`  `");
    }
}
