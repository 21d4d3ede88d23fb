//! Kinds of time in descriptions.
//!
//! A standard sentence of the docs, `<Subject> is represented as an ISO-8601 string`, decides alone. Without
//! one, a phrase about the format does, such as `in yyyy-MM-dd format`; and without that, the first of a few
//! words in a sentence that mentions ISO 8601, such as *timestamp*. The tables hold phrases in the form that
//! [`normalized`] gives to prose: lower case, without punctuation, words separated by one space.

#[cfg(test)]
mod tests;

use genesys_runtime::Scalar::{self, Date, DateTime, Duration, Interval, LocalDateTime};

use super::sentences::sentences;

/// The meaning of a phrase in a description.
#[derive(Clone, Copy, PartialEq)]
enum Meaning {
    /// The property holds this kind of time.
    Time(Scalar),
    /// The property holds something else, or one of several things.
    Other,
}

use Meaning::{Other, Time};

type Phrase = (&'static str, Meaning);

/// Subjects of the standard sentences. The first one that matches counts.
const STANDARD_SUBJECTS: &[Phrase] = &[
    ("date time", Time(DateTime)),
    ("datetime", Time(DateTime)),
    ("timestamp", Time(DateTime)),
    ("time", Other),
    ("date", Time(Date)),
    ("interval", Time(Interval)),
    ("period", Time(Duration)),
    ("duration", Time(Duration)),
];

/// Phrases about the format. The first one that occurs in a description counts.
const FORMATS: &[Phrase] = &[
    ("or iso 8601", Other),
    ("or an iso 8601", Other),
    ("format or", Other),
    ("yyyy mm dd or", Other),
    ("for example utc", Other),
    ("hh:mm", Other),
    ("hh:mm:ss", Other),
    ("iso 8601 duration", Time(Duration)),
    ("iso 8601 time duration", Time(Duration)),
    ("iso 8601 interval", Time(Interval)),
    ("iso 8601 time interval", Time(Interval)),
    ("format yyyy mm ddthh:mm:ss", Time(LocalDateTime)),
    ("in yyyy mm ddthh:mmz format", Time(DateTime)),
    ("in yyyy mm ddthh:mm:ssz format", Time(DateTime)),
    ("in yyyy mm dd format", Time(Date)),
    ("format yyyy mm dd", Time(Date)),
    ("as yyyy mm dd", Time(Date)),
    ("i.e yyyy mm dd", Time(Date)),
    ("will be yyyy mm dd", Time(Date)),
];

/// Words for times. The first one in a sentence that mentions ISO 8601 counts; where two start at the same
/// word, the one listed first.
const WORDS: &[Phrase] = &[
    ("e.g", Other),
    ("such as", Other),
    ("for example", Other),
    ("number", Other),
    ("time zone", Other),
    ("timezone", Other),
    ("zone", Other),
    ("day of the", Other),
    ("time of day", Other),
    ("date range", Other),
    ("time range", Other),
    ("date and time range", Other),
    ("repeated interval", Other),
    ("repeating interval", Other),
    ("period", Other),
    ("amount of time", Time(Duration)),
    ("length of time", Time(Duration)),
    ("time duration", Time(Duration)),
    ("duration", Time(Duration)),
    ("iso 8601 time stamp", Time(DateTime)),
    ("iso 8601 time", Other),
    ("dates in the interval", Time(Interval)),
    ("time interval", Time(Interval)),
    ("interval", Time(Interval)),
    ("date only", Time(Date)),
    ("day", Time(Date)),
    ("workday", Time(Date)),
    ("date", Time(DateTime)),
    ("datetime", Time(DateTime)),
    ("timestamp", Time(DateTime)),
    ("time", Time(DateTime)),
    ("begin of", Time(DateTime)),
    ("beginning of", Time(DateTime)),
    ("start of", Time(DateTime)),
    ("end of", Time(DateTime)),
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
/// use genesys_modelgen::schema::prose::time_kind;
/// use genesys_runtime::Scalar;
///
/// let kind = time_kind("Opening time. Date time is represented as an ISO-8601 string.");
/// assert_eq!(kind, Some(Scalar::DateTime));
/// assert_eq!(time_kind("Last day of the fair, in yyyy-MM-dd format"), Some(Scalar::Date));
/// assert_eq!(time_kind("The zone in which the fair takes place"), None);
/// ```
#[must_use]
pub fn time_kind(description: &str) -> Option<Scalar> {
    let sentences: Vec<String> = sentences(description).into_iter().map(normalized).collect();
    let meaning = common_meaning(&sentences, standard_sentence)
        .or_else(|| format_phrase(&normalized(description)))
        .or_else(|| common_meaning(&sentences, first_word))?;
    match meaning {
        Time(kind) => Some(kind),
        Other => None,
    }
}

/// Returns the meaning of the sentences that have one, or [`Other`] if they contradict each other.
fn common_meaning(
    sentences: &[String],
    meaning: impl Fn(&str) -> Option<Meaning>,
) -> Option<Meaning> {
    sentences
        .iter()
        .filter_map(|sentence| meaning(sentence))
        .reduce(|one, other| if one == other { one } else { Other })
}

/// Returns the meaning of a standard sentence, `<Subject> is represented as an ISO-8601 string`.
fn standard_sentence(sentence: &str) -> Option<Meaning> {
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
    let (_, meaning) = subjects.find(|(name, _)| ends_subject(name))?;
    Some(in_sentence(*meaning, sentence))
}

/// Returns the meaning of the first phrase of [`FORMATS`] that a description contains.
fn format_phrase(description: &str) -> Option<Meaning> {
    let mut formats = FORMATS.iter();
    let (_, meaning) = formats.find(|(phrase, _)| contains(description, phrase))?;
    Some(*meaning)
}

/// Returns the meaning of the first of [`WORDS`] in a sentence, if the sentence mentions ISO 8601.
fn first_word(sentence: &str) -> Option<Meaning> {
    if !contains(sentence, "iso 8601") {
        return None;
    }
    let (_, meaning) = from_each_word(sentence).find_map(|rest| {
        let mut words = WORDS.iter();
        words.find(|(phrase, _)| starts_with(rest, phrase))
    })?;
    Some(in_sentence(*meaning, sentence))
}

/// Returns the meaning, with a date and time made local if the sentence excludes a time zone.
fn in_sentence(meaning: Meaning, sentence: &str) -> Meaning {
    let is_local = || WITHOUT_ZONE.iter().any(|phrase| contains(sentence, phrase));
    if meaning == Time(DateTime) && is_local() {
        Time(LocalDateTime)
    } else {
        meaning
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
