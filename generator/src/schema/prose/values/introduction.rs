//! What makes a list in prose a list of values: the words before it.

use super::super::words::Word;
use super::list::{self, End, Joint, List, Style};
use super::scene::Scene;

/// How a list is introduced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Introduction {
    /// By `one of`, or by words that say that values follow, with a mark: `values can be:`.
    Announced,
    /// By such words without a mark: `options include`.
    Stated,
    /// By a word that classifies and a comma: `the level, LOW or HIGH`.
    Apposition,
    /// By a word that classifies and a colon or a parenthesis.
    Enumeration,
    /// By a word that classifies and `can be`.
    Choice,
    /// By the same with `either`.
    Either,
    /// By a word that classifies and `can be turned` or the like.
    Participle,
}

/// What values are called.
const VALUES: &[&str] = &["values", "options", "choices"];
const VALUE: &[&str] = &["value", "option", "choice", "enum"];

const ADMITTED: &[&str] = &[
    "accepted",
    "acceptable",
    "allowed",
    "permitted",
    "possible",
    "supported",
    "valid",
];

/// What can stand between `one of` and the list.
const CHOICES: &[&str] = &["the", "following", "these", "values", "strings", "options"];

/// What can stand between `can be` and the list.
const FILLERS: &[&str] = &[
    "either",
    "any",
    "of",
    "the",
    "following",
    "these",
    "as",
    "follows",
];

const MODALS: &[&str] = &[
    "can", "could", "may", "might", "must", "shall", "should", "will",
];

/// How many words back an announcement is looked for.
const REACH: usize = 12;

/// How these words introduce a list, with `gap` between them and it.
pub(super) fn of(before: &[Word], gap: &str, scene: &Scene) -> Option<Introduction> {
    if scene.here.spoilt || !list::may_end_before_list(gap) {
        return None;
    }
    let before = before.rchunks(REACH).next()?;
    let classified = || {
        if scene.here.restricted {
            None
        } else {
            classifies(before, gap, scene)
        }
    };
    announces(before, gap).or_else(classified)
}

fn announces(before: &[Word], gap: &str) -> Option<Introduction> {
    if let Some((one, lead)) = up_to_one_of(before) {
        return says_what_it_is(one, lead).then_some(Introduction::Announced);
    }
    let (lead, linked) = before_link(strip_last(before, FILLERS));
    let called = |names: &[&str]| lead.last().is_some_and(|noun| noun.is_any(names));
    let far = gap.contains(':') && lead.iter().any(|word| word.is_any(VALUES));
    let marked = gap.contains([':', '(', '[', '=']);
    if marked && (far || called(VALUES) || called(VALUE)) || admits(lead) {
        return Some(Introduction::Announced);
    }
    let stated = !gap.contains(',') && (called(VALUES) || (linked && called(VALUE)));
    stated.then_some(Introduction::Stated)
}

/// Whether the words end in `valid values` or the like.
fn admits(lead: &[Word]) -> bool {
    match lead {
        [.., which, values] => which.is_any(ADMITTED) && values.is_any(VALUES),
        _ => false,
    }
}

/// The `one` of `one of`, `one of the following`, `one of these` and the words before it.
fn up_to_one_of<'w, 'a>(before: &'w [Word<'a>]) -> Option<(&'w Word<'a>, &'w [Word<'a>])> {
    match strip_last(before, CHOICES) {
        [lead @ .., one, of] if one.is("one") && of.is("of") => Some((one, lead)),
        _ => None,
    }
}

/// Whether `one of` says what the property is, as in `is one of` or `the state, one of`.
fn says_what_it_is(one: &Word, lead: &[Word]) -> bool {
    let verb = lead
        .last()
        .is_some_and(|word| word.is_any(&["be", "is", "are", "as"]));
    verb || one.is_first() || one.is_cut_off()
}

/// The words before `can be`, `are`, `include`, and whether there was such a link.
fn before_link<'w, 'a>(before: &'w [Word<'a>]) -> (&'w [Word<'a>], bool) {
    match before {
        [lead @ .., modal, verb] if modal.is_any(MODALS) && verb.is_any(&["be", "include"]) => {
            (lead, true)
        }
        [lead @ .., verb] if verb.is_any(&["are", "include"]) => (lead, true),
        _ => (before, false),
    }
}

fn strip_last<'w, 'a>(words: &'w [Word<'a>], fillers: &[&str]) -> &'w [Word<'a>] {
    match words {
        [kept @ .., last] if last.is_any(fillers) => strip_last(kept, fillers),
        _ => words,
    }
}

fn classifies(before: &[Word], gap: &str, scene: &Scene) -> Option<Introduction> {
    let lead = strip_last(before, &["either"]);
    let either = before.get(lead.len()..).unwrap_or_default();
    match lead {
        [.., modal, be] if scene.classified && modal.is_any(MODALS) && be.is("be") => {
            Some(if either.is_empty() {
                Introduction::Choice
            } else {
                Introduction::Either
            })
        }
        [.., be, _] if scene.classified && be.is("be") => Some(Introduction::Participle),
        [.., last] if scene.here.classified => beside(last, either, gap),
        _ => None,
    }
}

/// How a mark after `last` introduces a list, with or without `either`.
fn beside(last: &Word, either: &[Word], gap: &str) -> Option<Introduction> {
    let gap = either.first().map_or(gap, |word| word.gap);
    match gap.trim_start().chars().next()? {
        ':' | '(' => Some(Introduction::Enumeration),
        ',' if !either.is_empty() => Some(Introduction::Either),
        // A code before the comma is the list's own first value.
        ',' if !is_code(last.text) => Some(Introduction::Apposition),
        _ => None,
    }
}

impl Introduction {
    /// Whether a list so introduced is a list of values.
    pub fn fits(self, list: &List) -> bool {
        let quoted = list.style == Style::Quoted;
        let values = quoted || (list.end != End::Words && !describes_values(list));
        let choice = list.end == End::Sentence && list.joint != Joint::And;
        // Plain words are prose: `values can be changed or removed`.
        let spelt = quoted || !is_plain(list);
        let many = list.values.len() > 2;
        match self {
            Self::Announced => values,
            Self::Stated => values && (spelt || many),
            Self::Apposition => choice && list.joint != Joint::Comma && is_all_codes(list),
            Self::Enumeration => choice && (spelt || list.joint == Joint::Mark),
            Self::Choice => choice && (spelt || many),
            Self::Either => choice,
            Self::Participle => choice && quoted,
        }
    }
}

/// Whether all values are words in lower case.
fn is_plain(list: &List) -> bool {
    list.values
        .iter()
        .all(|value| value.chars().all(|c| c.is_lowercase() || c == '-'))
}

fn is_all_codes(list: &List) -> bool {
    list.values.iter().all(|value| is_code(value))
}

/// Whether the text is written as no word is: `LOW`, `inProgress`, `on_hold`.
fn is_code(text: &str) -> bool {
    text.contains('_') || text.chars().skip(1).any(char::is_uppercase)
}

/// What values are made of, and what is done to them: no values themselves.
const MATTER: &[&str] = &[
    "any",
    "letters",
    "digits",
    "numbers",
    "integers",
    "characters",
    "strings",
    "spaces",
    "underscores",
    "hyphens",
    "dashes",
    "alphanumeric",
    "uuids",
    "ids",
    "names",
    "urls",
    "dates",
    "empty",
    "blank",
    "omitted",
];

fn describes_values(list: &List) -> bool {
    list.values
        .iter()
        .any(|value| MATTER.iter().any(|word| value.eq_ignore_ascii_case(word)))
}
