//! Free prose that mentions ISO 8601: `in ISO-8601 format`, `ISO 8601 duration`.

use super::super::words::{Word, from_each, starts_with};
use super::Evidence;
use super::noun::{self, Noun};

/// The standards' names. RFC 3339 is a profile of ISO 8601.
const STANDARDS: &[&[&str]] = &[
    &["iso", "8601"],
    &["iso8601"],
    &["rfc", "3339"],
    &["rfc3339"],
];

/// Words between the standard's name and the noun, which say nothing themselves.
const FILLERS: &[&str] = &[
    "format",
    "formats",
    "formatted",
    "string",
    "strings",
    "text",
    "standard",
    "compliant",
    "notation",
    "representation",
    "relative",
    "absolute",
    "utc",
    "extended",
    "full",
];

/// Words with which a sentence goes on after the standard's name.
const LINKS: &[&str] = &[
    "in", "for", "of", "at", "with", "without", "to", "and", "that", "when", "which", "i",
];

/// How many mentions in one sentence are read.
const MENTIONS: usize = 4;

const ARTICLES: &[&str] = &["a", "an", "the", "in", "as", "valid"];
const NUMBERS: &[&str] = &["number", "numbers", "integer", "integers", "milliseconds"];
const WITHOUT_ZONE: &[&[&str]] = &[
    &["without", "timezone"],
    &["without", "time", "zone"],
    &["without", "offset"],
    &["without", "a", "timezone"],
    &["without", "a", "time", "zone"],
    &["without", "an", "offset"],
];

/// What the mentions say together.
pub(super) fn evidence(sentences: &[Vec<Word>]) -> Evidence<Noun> {
    let mut evidence = Evidence::Silent;
    let mut previous: &[Word] = &[];
    for sentence in sentences {
        for at in positions(sentence).take(MENTIONS) {
            evidence = evidence.and(of_mention(previous, sentence, at));
        }
        previous = sentence;
    }
    evidence
}

/// Where the words name the standard, as the range of its words.
pub(super) fn positions<'a>(
    words: &'a [Word],
) -> impl Iterator<Item = std::ops::Range<usize>> + 'a {
    from_each(words).enumerate().filter_map(|(at, words)| {
        let name = STANDARDS.iter().find(|name| starts_with(words, name))?;
        Some(at..at + name.len())
    })
}

/// Whether the words say that there is no zone.
pub(super) fn is_local(words: &[Word]) -> bool {
    from_each(words).any(|words| WITHOUT_ZONE.iter().any(|phrase| starts_with(words, phrase)))
}

fn of_mention(previous: &[Word], sentence: &[Word], at: std::ops::Range<usize>) -> Evidence<Noun> {
    let before = sentence.get(..at.start).unwrap_or_default();
    let after = sentence.get(at.end..).unwrap_or_default();
    if is_example(before) {
        return Evidence::Silent;
    }
    if is_alternative(before, after) || counts(sentence) {
        return Evidence::Against;
    }
    let noun = match following(after) {
        Following::Noun(noun) => Some(noun),
        Following::Nothing => noun::subject(before).or_else(|| noun::subject(previous)),
        Following::Unknown => None,
    };
    match noun {
        Some(noun) if is_local(sentence) => Evidence::Says(noun.local()),
        Some(noun) => Evidence::Says(noun),
        None => Evidence::Against,
    }
}

/// What stands after the standard's name.
enum Following {
    Noun(Noun),
    /// Nothing that says more: the noun stands before.
    Nothing,
    /// Something else that the standard defines, such as a week.
    Unknown,
}

fn following(after: &[Word]) -> Following {
    let fillers = after
        .iter()
        .take_while(|word| !word.is_cut_off() && word.is_any(FILLERS))
        .count();
    let rest = after.get(fillers..).unwrap_or_default();
    match rest.first() {
        None => Following::Nothing,
        Some(next) if next.is_cut_off() => Following::Nothing,
        // Of a day, or of the day and the hour.
        Some(next) if next.is_noun("time") && noun::leading(rest) == Some(Noun::Moment) => {
            Following::Unknown
        }
        Some(next) => match noun::leading(rest) {
            Some(noun) => Following::Noun(noun),
            None if fillers > 0 || next.is_any(LINKS) => Following::Nothing,
            None => Following::Unknown,
        },
    }
}

/// Whether what follows is an example of what the text can be.
fn is_example(before: &[Word]) -> bool {
    let by_word = before
        .iter()
        .any(|word| word.is_any(&["eg", "example", "like", "such"]));
    by_word
        || before
            .windows(2)
            .any(|pair| matches!(pair, [e, g] if e.is("e") && g.is("g")))
}

/// Whether the standard is one choice of several.
fn is_alternative(before: &[Word], after: &[Word]) -> bool {
    let joined = before.iter().rev().find(|word| !word.is_any(ARTICLES));
    let joins = after.iter().find(|word| !word.is_any(FILLERS));
    [joined, joins]
        .into_iter()
        .flatten()
        .any(|word| word.is("or"))
}

/// Whether the sentence offers a number beside the date: `numbers and dates`.
fn counts(sentence: &[Word]) -> bool {
    sentence.windows(2).any(|pair| match pair {
        [one, other] => {
            (one.is_any(NUMBERS) && other.is_any(&["and", "or"]))
                || (one.is("or") && other.is_any(NUMBERS))
        }
        _ => false,
    })
}
