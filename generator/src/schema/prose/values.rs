//! Lists of values in descriptions.
//!
//! A list counts if it is announced, as in `Values can be: 'a', 'b'`, `Valid values: A, B`, `one of A|B|C` or
//! `the accepted choices are A and B`, and if its values are delimited: in quotes, or as single words up to the
//! end of the sentence. Lists that follow `if`, `when` or `example` in their sentence do not count, and neither
//! do lists that hold a pattern.

mod list;

#[cfg(test)]
mod tests;

use super::sentences::sentences;
use crate::schema::ListedValues;

const ADJECTIVES: &[&str] = &[
    "valid",
    "possible",
    "allowed",
    "allowable",
    "accepted",
    "acceptable",
    "permitted",
    "supported",
];

const NOUNS: &[&str] = &["values", "options", "choices"];

/// Phrases between an announcement and its list.
const FILLERS: &[&str] = &[
    "either",
    "the following values",
    "the following",
    "these values",
    "these",
    "as follows",
];

/// Words before an announcement in its sentence that make the list conditional, or one of examples.
const CONDITIONS: &[&str] = &["if", "when", "unless", "example", "examples", "not"];

/// Words after which `one of` describes the property.
const LINKING_VERBS: &[&str] = &["be", "is", "are", "as"];

/// Returns the values that a description lists for a property of type `string`, or for each item of a
/// `string[]`.
///
/// A list has at least two values. The last one does not count where its closing quote is missing, because the
/// docs cut long lists short within a value.
///
/// ```
/// use genesys_modelgen::schema::prose::listed_values;
///
/// let listed = listed_values("The door's state. Values can be: 'open', 'shut', 'aj").unwrap();
/// assert_eq!(listed.values, ["open", "shut"]);
/// assert!(listed.is_cut_short);
/// assert_eq!(listed_values("One of the other doors"), None);
/// ```
#[must_use]
pub fn listed_values(description: &str) -> Option<ListedValues> {
    let mut rest = description;
    sentences(description).into_iter().find_map(|sentence| {
        let text = rest;
        rest = text.strip_prefix(sentence)?;
        announced_in(sentence, text)
    })
}

/// Returns the values of the list that `sentence` announces; `text` is the sentence and all that follows it.
fn announced_in(sentence: &str, text: &str) -> Option<ListedValues> {
    let mut previous = "";
    for (at, word) in words(sentence) {
        let (lead, rest) = text.split_at_checked(at)?;
        let lead = lead.trim_end();
        let is_definition = lead.is_empty()
            || lead.ends_with([',', ':', ';', '(', '-'])
            || is_any(previous, LINKING_VERBS);
        let listed = after_announcement(rest, is_definition).and_then(read_list);
        if listed.is_some() {
            return listed;
        }
        if is_any(word, CONDITIONS) {
            return None;
        }
        previous = word;
    }
    None
}

/// Returns the words of a text and their offsets.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_separator = |c: char| !c.is_alphanumeric();
    let mut end = 0;
    text.split_inclusive(is_separator)
        .map(move |word| {
            let start = end;
            end += word.len();
            (start, word.trim_end_matches(is_separator))
        })
        .filter(|(_, word)| !word.is_empty())
}

/// Returns the text after the announcement that `text` starts with. `one of` is one only where `is_definition`.
fn after_announcement(text: &str, is_definition: bool) -> Option<&str> {
    if let Some(rest) = after_phrase(text, "one of") {
        return is_definition.then_some(rest);
    }
    if let Some(rest) = after_phrase(text, "values can be") {
        return Some(rest);
    }
    let rest = after_any(after_any(text, ADJECTIVES)?, NOUNS)?;
    after_any(rest, &["are", "can be"])
        .or_else(|| rest.trim_start().starts_with(':').then_some(rest))
}

/// Returns the values of the list that starts after the punctuation and fillers at the start of `text`.
fn read_list(text: &str) -> Option<ListedValues> {
    let text = after_any(text, FILLERS).unwrap_or(text).trim_start();
    let list = text.trim_start_matches([':', '(', '[', ' ']);
    let is_marked = list.len() < text.len();
    list::read(list, is_marked)
}

fn after_any<'a>(text: &'a str, phrases: &[&str]) -> Option<&'a str> {
    phrases.iter().find_map(|phrase| after_phrase(text, phrase))
}

/// Returns the text after a phrase at its start, in any case and with any spaces between the words.
fn after_phrase<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    phrase.split(' ').try_fold(text, |text, word| {
        let (start, rest) = text.trim_start().split_at_checked(word.len())?;
        let is_word = !rest.starts_with(char::is_alphanumeric);
        (is_word && start.eq_ignore_ascii_case(word)).then_some(rest)
    })
}

fn is_any(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| word.eq_ignore_ascii_case(other))
}
