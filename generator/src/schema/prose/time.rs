//! Kinds of time in descriptions.
//!
//! A standard sentence of the docs, `<Subject> is represented as an ISO-8601 string`, decides alone. Without
//! one, a phrase about the format does, such as `in yyyy-MM-dd format`; and without that, the first of a few
//! words in a sentence that mentions ISO 8601, such as *timestamp*. The tables hold phrases in the form that
//! [`normalized`] gives to prose: lower case, without punctuation, words separated by one space.

#[cfg(test)]
mod tests;

use super::sentences::sentences;

/// A kind of time that the docs give the type `string`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TimeKind {
    /// An instant, like `2023-01-19T15:18:42Z`.
    DateTime,
    /// A date and a time of day without a time zone.
    LocalDateTime,
    /// A calendar date.
    Date,
    /// The time between two instants, like `2023-01-19T15:00:00Z/2023-01-19T16:00:00Z`.
    Interval,
    /// A length of time, like `P1DT12H`.
    Duration,
}

use TimeKind::{Date, DateTime, Duration, Interval, LocalDateTime};

/// A phrase, and the kind that it gives to a property; `None` for text that is none of the kinds.
type Phrase = (&'static str, Option<TimeKind>);

/// Subjects of the standard sentences. The first one that matches counts.
const STANDARD_SUBJECTS: &[Phrase] = &[
    ("date time", Some(DateTime)),
    ("datetime", Some(DateTime)),
    ("timestamp", Some(DateTime)),
    ("time", None),
    ("date", Some(Date)),
    ("interval", Some(Interval)),
    ("period", Some(Duration)),
    ("duration", Some(Duration)),
];

/// Phrases about the format. The first one that occurs in a description counts.
const FORMATS: &[Phrase] = &[
    ("or iso 8601", None),
    ("or an iso 8601", None),
    ("format or", None),
    ("yyyy mm dd or", None),
    ("for example utc", None),
    ("hh:mm", None),
    ("hh:mm:ss", None),
    ("iso 8601 duration", Some(Duration)),
    ("iso 8601 time duration", Some(Duration)),
    ("iso 8601 interval", Some(Interval)),
    ("iso 8601 time interval", Some(Interval)),
    ("format yyyy mm ddthh:mm:ss", Some(LocalDateTime)),
    ("in yyyy mm ddthh:mmz format", Some(DateTime)),
    ("in yyyy mm ddthh:mm:ssz format", Some(DateTime)),
    ("in yyyy mm dd format", Some(Date)),
    ("format yyyy mm dd", Some(Date)),
    ("as yyyy mm dd", Some(Date)),
    ("i.e yyyy mm dd", Some(Date)),
    ("will be yyyy mm dd", Some(Date)),
];

/// Words for times. The first one in a sentence that mentions ISO 8601 counts; where two start at the same
/// word, the one listed first.
const WORDS: &[Phrase] = &[
    ("e.g", None),
    ("such as", None),
    ("for example", None),
    ("number", None),
    ("time zone", None),
    ("timezone", None),
    ("zone", None),
    ("day of the", None),
    ("time of day", None),
    ("date range", None),
    ("time range", None),
    ("date and time range", None),
    ("repeated interval", None),
    ("repeating interval", None),
    ("period", None),
    ("amount of time", Some(Duration)),
    ("length of time", Some(Duration)),
    ("time duration", Some(Duration)),
    ("duration", Some(Duration)),
    ("iso 8601 time stamp", Some(DateTime)),
    ("iso 8601 time", None),
    ("dates in the interval", Some(Interval)),
    ("time interval", Some(Interval)),
    ("interval", Some(Interval)),
    ("date only", Some(Date)),
    ("day", Some(Date)),
    ("workday", Some(Date)),
    ("date", Some(DateTime)),
    ("datetime", Some(DateTime)),
    ("timestamp", Some(DateTime)),
    ("time", Some(DateTime)),
    ("begin of", Some(DateTime)),
    ("beginning of", Some(DateTime)),
    ("start of", Some(DateTime)),
    ("end of", Some(DateTime)),
];

/// Phrases that make a date and time a local one.
const WITHOUT_ZONE: &[&str] = &[
    "without timezone",
    "without a timezone",
    "without time zone",
    "without a time zone",
];

/// Returns the kind of time that a property of type `string`, or each item of a `string[]`, holds according to
/// its description.
///
/// Only documented phrases count, and phrases that contradict each other count for nothing.
///
/// ```
/// use genesys_modelgen::schema::prose::{TimeKind, time_kind};
///
/// let kind = time_kind("Opening time. Date time is represented as an ISO-8601 string.");
/// assert_eq!(kind, Some(TimeKind::DateTime));
/// assert_eq!(time_kind("Last day of the fair, in yyyy-MM-dd format"), Some(TimeKind::Date));
/// assert_eq!(time_kind("The zone in which the fair takes place"), None);
/// ```
#[must_use]
pub fn time_kind(description: &str) -> Option<TimeKind> {
    let sentences: Vec<String> = sentences(description).into_iter().map(normalized).collect();
    agreed_kind(&sentences, standard_kind)
        .or_else(|| format_kind(&normalized(description)))
        .or_else(|| agreed_kind(&sentences, word_kind))
        .flatten()
}

/// Returns the kind that the sentences with one agree on, or `Some(None)` if they contradict each other.
fn agreed_kind(
    sentences: &[String],
    kind: impl Fn(&str) -> Option<Option<TimeKind>>,
) -> Option<Option<TimeKind>> {
    sentences
        .iter()
        .filter_map(|sentence| kind(sentence))
        .reduce(|one, other| one.filter(|_| one == other))
}

/// Returns the kind of a standard sentence, `<Subject> is represented as an ISO-8601 string`.
fn standard_kind(sentence: &str) -> Option<Option<TimeKind>> {
    let (before, after) = sentence.split_once(" represented as ")?;
    let after = after.strip_prefix("an ").unwrap_or(after);
    let is_iso = after.starts_with("iso 8601 string");
    let subject = before
        .strip_suffix(" is")
        .or_else(|| before.strip_suffix(" are"))
        .filter(|_| is_iso)?;
    let subject = subject.strip_suffix('s').unwrap_or(subject);
    let ends_subject = |name| {
        let lead = subject.strip_suffix(name);
        lead.is_some_and(|lead| lead.ends_with(' '))
    };
    let mut subjects = STANDARD_SUBJECTS.iter();
    let (_, kind) = subjects.find(|(name, _)| ends_subject(name))?;
    Some(kind.map(|kind| without_zone(kind, sentence)))
}

/// Returns the kind of the first phrase of [`FORMATS`] that a description contains.
fn format_kind(description: &str) -> Option<Option<TimeKind>> {
    let mut formats = FORMATS.iter();
    let (_, kind) = formats.find(|(phrase, _)| contains(description, phrase))?;
    Some(*kind)
}

/// Returns the kind of the first of [`WORDS`] in a sentence, if the sentence mentions ISO 8601.
fn word_kind(sentence: &str) -> Option<Option<TimeKind>> {
    if !contains(sentence, "iso 8601") {
        return None;
    }
    let (_, kind) = from_each_word(sentence).find_map(|rest| {
        let mut words = WORDS.iter();
        words.find(|(phrase, _)| starts_with(rest, phrase))
    })?;
    Some(kind.map(|kind| without_zone(kind, sentence)))
}

/// Returns the kind, or the local one if the sentence excludes a time zone.
fn without_zone(kind: TimeKind, sentence: &str) -> TimeKind {
    let is_local = WITHOUT_ZONE.iter().any(|phrase| contains(sentence, phrase));
    if kind == DateTime && is_local {
        LocalDateTime
    } else {
        kind
    }
}

/// Returns the words of a text in lower case, without the punctuation around them, each between two spaces.
/// Hyphens separate words; `ISO8601` and RFC 3339, a profile of ISO 8601, become `iso 8601`.
fn normalized(text: &str) -> String {
    let text = text.to_ascii_lowercase();
    let words = text
        .split(|c: char| c.is_whitespace() || c == '-')
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty());
    let mut normalized = " ".to_owned();
    for word in words {
        normalized += match word {
            "iso8601" | "rfc3339" => "iso 8601",
            "rfc" => "iso",
            "3339" => "8601",
            word => word,
        };
        normalized.push(' ');
    }
    normalized
}

/// Returns the rest of a normalized text from each of its words on.
fn from_each_word(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(' ')
        .filter_map(|(at, space)| text.get(at + space.len()..))
}

fn contains(text: &str, phrase: &str) -> bool {
    from_each_word(text).any(|rest| starts_with(rest, phrase))
}

/// Checks whether a normalized text starts with the phrase, or with its plural in `s`.
fn starts_with(text: &str, phrase: &str) -> bool {
    let rest = text.strip_prefix(phrase);
    rest.is_some_and(|rest| rest.starts_with(' ') || rest.starts_with("s "))
}
