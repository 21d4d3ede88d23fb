//! Descriptions that speak of times and are about something else.

use super::super::words::{Word, from_each, starts_with};

/// Phrases that show a zone's name, a description of a format, or a count.
const PHRASES: &[&[&str]] = &[
    &["zone", "name"],
    &["timezone", "name"],
    &["olson"],
    &["iana"],
    &["format", "syntax"],
    &["date", "format", "for"],
    &["regex"],
    &["regular", "expression"],
    &["epoch"],
];

/// The areas that names in the time zone database start with.
const ZONE_AREAS: &[&str] = &[
    "Africa",
    "America",
    "Antarctica",
    "Asia",
    "Atlantic",
    "Australia",
    "Etc",
    "Europe",
    "Indian",
    "Pacific",
];

/// Whether the text is a zone's name, a format, or a number.
pub(super) fn is_about_something_else(sentences: &[Vec<Word>]) -> bool {
    sentences.iter().any(|sentence| {
        from_each(sentence).any(|words| {
            PHRASES.iter().any(|phrase| starts_with(words, phrase)) || names_a_zone(words)
        })
    })
}

/// Whether the text is the width of a step: a duration to read, but a choice among a few to write.
pub(super) fn is_granularity(sentences: &[Vec<Word>]) -> bool {
    sentences
        .iter()
        .flatten()
        .any(|word| word.is_any(&["granularity", "granularities"]))
}

/// Whether the words start with a zone's name, such as `Europe/London`.
fn names_a_zone(words: &[Word]) -> bool {
    match words {
        [area, city, ..] => city.gap == "/" && ZONE_AREAS.contains(&area.text),
        _ => false,
    }
}
