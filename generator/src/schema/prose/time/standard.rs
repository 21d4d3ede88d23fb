//! The docs' standard sentences: `Dates are represented as an ISO-8601 string`.

use super::super::words::{Word, from_each, starts_with};
use super::{Evidence, TimeKind, mention};

/// The sentences' subjects; the first that fits counts.
const SUBJECTS: &[(&[&str], Evidence<TimeKind>)] = &[
    (&["date", "time"], Evidence::Says(TimeKind::DateTime)),
    (&["datetime"], Evidence::Says(TimeKind::DateTime)),
    (&["timestamp"], Evidence::Says(TimeKind::DateTime)),
    (&["time", "stamp"], Evidence::Says(TimeKind::DateTime)),
    (&["date"], Evidence::Says(TimeKind::Date)),
    (&["interval"], Evidence::Says(TimeKind::Interval)),
    (&["period"], Evidence::Says(TimeKind::Duration)),
    (&["duration"], Evidence::Says(TimeKind::Duration)),
    // A time of day.
    (&["time"], Evidence::Against),
];

/// How many words a standard sentence has at most, up to what decides.
const REACH: usize = 16;

/// What the standard sentences say together.
pub(super) fn evidence(sentences: &[Vec<Word>]) -> Evidence<TimeKind> {
    sentences
        .iter()
        .map(|sentence| of_sentence(sentence))
        .fold(Evidence::Silent, Evidence::and)
}

fn of_sentence(sentence: &[Word]) -> Evidence<TimeKind> {
    from_each(sentence)
        .map(|words| of_words(words.get(..REACH).unwrap_or(words)))
        .find(|evidence| *evidence != Evidence::Silent)
        .unwrap_or(Evidence::Silent)
}

/// What a sentence says that starts with these words. The capital is what shows the start: the docs sometimes
/// lack the full stop before it.
fn of_words(words: &[Word]) -> Evidence<TimeKind> {
    let capital = words
        .first()
        .is_some_and(|word| word.text.starts_with(char::is_uppercase));
    let subject = SUBJECTS
        .iter()
        .find(|(subject, _)| is_standard(words, subject));
    match subject {
        Some((_, Evidence::Says(TimeKind::DateTime))) if capital && mention::is_local(words) => {
            Evidence::Says(TimeKind::LocalDateTime)
        }
        Some((_, evidence)) if capital => *evidence,
        _ => Evidence::Silent,
    }
}

/// Whether these words are `<subject> is represented as ... ISO-8601`.
fn is_standard(words: &[Word], subject: &[&str]) -> bool {
    let Some(predicate) = words.get(subject.len()..) else {
        return false;
    };
    starts_with(words, subject)
        && predicate
            .first()
            .is_some_and(|verb| verb.is_any(&["is", "are"]))
        && starts_with(
            predicate.get(1..).unwrap_or_default(),
            &["represented", "as"],
        )
        && mention::positions(predicate).next().is_some()
}
