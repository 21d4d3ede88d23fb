//! Changes as Markdown: the body of a pull request, or an entry of a change log.

use std::fmt::Write;

use super::{
    Change, Level, Report,
    words::{by_definition, counted, heading, remarks, words},
};
use crate::printable::printable;

/// Renders a report as Markdown, in the form of the platform's release notes.
///
/// Nothing from the docs can break the page, mention people or hide: all but plain words stands in code spans.
#[must_use]
pub fn markdown(report: &Report<'_>) -> String {
    let sections = Level::WORST_FIRST.map(|level| section(report, level));
    let next = report.next_version.as_ref();
    let next = next.map(|next| format!("Next version of the crate: {next}"));
    let remarks = [report.impact(quoted), next].into_iter().flatten();
    let remarks = remarks.map(|remark| format!("\n{remark}\n"));
    sections.join("\n") + &remarks.collect::<String>()
}

fn section(report: &Report<'_>, level: Level) -> String {
    let mut text = format!("# {}\n", heading(level, report.changes));
    for changes in by_definition(report.changes, level) {
        text.push('\n');
        text += &model(&changes);
    }
    text
}

fn model(changes: &[&Change]) -> String {
    let name = changes
        .first()
        .map(|change| quoted(change.definition.as_str()));
    let mut text = format!(
        "**{}** ({})\n\n",
        name.unwrap_or_default(),
        counted(changes.len())
    );
    for change in changes {
        text += &item(change);
    }
    text
}

fn item(change: &Change) -> String {
    let mut text = format!("* {}\n", words(change, quoted));
    for remark in remarks(change, quoted) {
        // Writing to a text cannot fail.
        writeln!(text, "  * {remark}").ok();
    }
    text
}

/// Plain words as they are, and everything else in a code span, where nothing means anything.
fn quoted(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else {
        code(text)
    }
}

/// Whether Markdown, and what its readers make of it (mentions, links, formulas), leaves a text as it is: ASCII
/// words between single spaces, perhaps with the brackets of a list behind them.
fn is_plain(text: &str) -> bool {
    let text = text.trim_end_matches("[]");
    text.split(' ')
        .flat_map(|word| word.split('_'))
        .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// A code span: its fences are longer than any row of backticks in it.
fn code(text: &str) -> String {
    let text = printable(text);
    let rows = text.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(rows.max().unwrap_or_default() + 1);
    let needs_room = text.is_empty() || text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    let room = if needs_room { " " } else { "" };
    format!("{fence}{room}{text}{room}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_stand_as_they_are() {
        for plain in [
            "forUsers",
            "PolicyUser[]",
            "a[][]",
            "in progress",
            "snake_case",
            "v2",
        ] {
            assert_eq!(quoted(plain), plain);
        }
    }

    #[test]
    fn all_else_stands_in_a_code_span() {
        for odd in [
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
            assert_eq!(quoted(odd), format!("`{odd}`"));
        }
    }

    #[test]
    fn no_text_ends_its_code_span() {
        assert_eq!(quoted("a`b"), "``a`b``");
        assert_eq!(quoted("``a` b"), "``` ``a` b ```");
        assert_eq!(quoted(" a"), "`  a `");
        assert_eq!(quoted("a\n\n# b"), r"`a\u{a}\u{a}# b`");
        assert_eq!(quoted(""), "`  `");
    }
}
