//! Paragraphs and notes.

use super::parts::LineRange;
use crate::markdown::{
    cell::{slice, trim},
    description,
    line::Lines,
};

/// What stands below a heading: paragraphs, and notes in block quotes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Intro {
    /// The paragraphs.
    pub(super) text: Option<String>,
    /// The note that calls the method deprecated.
    pub(super) deprecated: Option<String>,
    /// The other notes.
    pub(super) notes: Option<String>,
}

/// Reads what stands below a heading.
pub(super) fn intro(lines: &Lines<'_>, range: LineRange) -> Intro {
    let (quoted, plain): (Vec<_>, Vec<_>) = range
        .map(|line| lines.text(line))
        .partition(|line| line.trim_start().starts_with('>'));
    let quoted: Vec<_> = quoted.into_iter().filter_map(note_line).collect();
    let note = some(&quoted.join("\n"));
    let is_deprecation = |note: &String| note.to_ascii_lowercase().contains("deprecated");
    let (deprecated, notes) = match note {
        Some(note) if is_deprecation(&note) => (Some(note), None),
        note => (None, note),
    };
    Intro {
        text: some(&plain.join("\n")),
        deprecated,
        notes,
    }
}

/// A note's line, unless it is just the note's kind, such as `[!WARNING]`.
fn note_line(line: &str) -> Option<&str> {
    let text = line.trim_start().trim_start_matches('>').trim();
    (!text.starts_with("[!")).then_some(text)
}

/// The text of lines, without blank ones at its ends.
pub(super) fn paragraphs(file: &str, lines: &Lines<'_>, range: LineRange) -> Option<String> {
    if range.is_empty() {
        return None;
    }
    let span = trim(file, lines.joined(range));
    some(&description::paragraphs(slice(file, &span)))
}

fn some(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Intro {
        let lines = Lines::new(text);
        intro(&lines, 0..lines.len())
    }

    #[test]
    fn a_note_that_says_so_deprecates() {
        let found = read("> [!WARNING]\n> It is deprecated.\n\nGet an ant\n");
        assert_eq!(found.deprecated.as_deref(), Some("It is deprecated."));
        assert_eq!(found.text.as_deref(), Some("Get an ant"));
    }

    #[test]
    fn any_other_note_is_kept() {
        let found = read("Get an ant\n\n> [!NOTE]\n> It bites.\n> Often.");
        assert_eq!(found.notes.as_deref(), Some("It bites.\nOften."));
        assert_eq!(found.deprecated, None);
    }
}
