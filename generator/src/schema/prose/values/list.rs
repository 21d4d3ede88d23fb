//! Reading a delimited list of values.

use super::is_any;
use crate::schema::ListedValues;

/// The longest value, in bytes.
const MAX_LENGTH: usize = 100;

/// Parts of date patterns and regular expressions, in lower case.
const PATTERN_PARTS: &[&str] = &["yyyy", "hh:mm", ".*", "[a-z", "[0-9", "\\d", "\\w", "\\s"];

/// A list as written.
struct List<'a> {
    is_quoted: bool,
    values: Vec<&'a str>,
    separators: Vec<Separator>,
    end: End,
    /// The text after the last value and its separator.
    rest: &'a str,
}

#[derive(PartialEq)]
enum Separator {
    Comma,
    /// A pipe or a slash.
    Mark,
    And,
    Or,
}

/// What follows the last value of a list.
#[derive(PartialEq)]
enum End {
    /// A value without its closing quote.
    UnclosedQuote,
    /// `etc.`, an ellipsis, or a separator at the end of the text.
    Ellipsis,
    Other,
}

/// Returns the values of the list that `text` starts with, if it is a list of values.
///
/// A list without quotes is one only if nothing follows it in its sentence. If all of its values are plain words
/// in lower case, it also needs delimiters that prose does not have: a mark before the list (`is_marked`) or
/// pipes, and no `and`.
pub(super) fn read(text: &str, is_marked: bool) -> Option<ListedValues> {
    let list = List::parse(text);
    let is_unclosed = list.end == End::UnclosedQuote;
    let values = list.distinct_values();
    let is_list = !values.is_empty() && values.len() + usize::from(is_unclosed) >= 2;
    let is_delimited = list.is_quoted || (list.ends_sentence() && !list.is_prose(is_marked));
    let has_pattern = values.iter().any(|value| is_pattern(value));
    (is_list && is_delimited && !has_pattern).then_some(ListedValues {
        values,
        is_cut_short: is_unclosed || list.end == End::Ellipsis,
    })
}

impl<'a> List<'a> {
    fn parse(text: &'a str) -> Self {
        let is_quoted = text.starts_with(|c| closing_quotes(c).is_some());
        let item = if is_quoted { quoted } else { bare };
        let mut list = Self {
            is_quoted,
            values: Vec::new(),
            separators: Vec::new(),
            end: End::Other,
            rest: text,
        };
        list.end = loop {
            let (value, rest) = match item(list.rest) {
                Ok(item) => item,
                Err(end) => break end,
            };
            list.values.push(value);
            list.rest = after_remark(rest);
            let Some((separator, rest)) = separator(list.rest) else {
                break end(list.rest.trim_start());
            };
            list.separators.push(separator);
            list.rest = rest;
            if rest.is_empty() {
                break End::Ellipsis;
            }
        };
        list
    }

    /// Returns the values without duplicates, and without `null` unless it is quoted.
    fn distinct_values(&self) -> Vec<String> {
        let mut seen = std::collections::BTreeSet::new();
        self.values
            .iter()
            .filter(|value| self.is_quoted || !value.eq_ignore_ascii_case("null"))
            .filter(|value| seen.insert(**value))
            .map(|value| (*value).to_owned())
            .collect()
    }

    fn ends_sentence(&self) -> bool {
        let rest = self.rest.trim_start();
        self.end == End::Ellipsis || rest.is_empty() || rest.starts_with(['.', ';', ')', ']'])
    }

    /// Checks whether the list can be a part of a sentence, like `changed or removed`.
    fn is_prose(&self, is_marked: bool) -> bool {
        let is_plain = |value: &&str| value.chars().all(|c| c.is_lowercase() || c == '-');
        let has = |separator| self.separators.contains(&separator);
        let is_delimited = (is_marked || has(Separator::Mark)) && !has(Separator::And);
        self.values.iter().all(is_plain) && !is_delimited
    }
}

fn closing_quotes(opening: char) -> Option<&'static [char]> {
    match opening {
        '\'' => Some(&['\'', '’']),
        '"' => Some(&['"', '”']),
        '`' => Some(&['`', '\'']),
        '‘' | '’' => Some(&['’', '\'']),
        '“' => Some(&['”', '"']),
        _ => None,
    }
}

/// Returns a value in quotes and the text after them.
fn quoted(text: &str) -> Result<(&str, &str), End> {
    let mut chars = text.chars();
    let closing = chars.next().and_then(closing_quotes);
    let closing = closing.ok_or_else(|| end(text))?;
    let inside = chars.as_str();
    let after = |at| inside.get(at..).unwrap_or_default();
    inside
        .char_indices()
        .take_while(|(at, c)| *at <= MAX_LENGTH && !matches!(c, ',' | ';' | '|' | '\n'))
        .filter(|(_, c)| closing.contains(c))
        .map(|(at, c)| {
            (
                inside.get(..at).unwrap_or_default(),
                after(at + c.len_utf8()),
            )
        })
        // A quote before a letter is an apostrophe.
        .find(|(_, rest)| !rest.starts_with(char::is_alphanumeric))
        .filter(|(value, _)| !value.is_empty() && value.trim() == *value && !value.contains(". "))
        .ok_or(End::UnclosedQuote)
}

/// Returns a value without quotes and the text after it.
fn bare(text: &str) -> Result<(&str, &str), End> {
    let is_value_char = |c: char| c.is_alphanumeric() || "_-.:/@*+".contains(c);
    let value = text.split(|c| !is_value_char(c)).next().unwrap_or_default();
    let value = value.trim_end_matches(['.', ':', '-', '/']);
    let is_value = value.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        && value.len() <= MAX_LENGTH
        && !is_any(value, &["or", "and", "etc"]);
    let rest = text.strip_prefix(value).filter(|_| is_value);
    rest.map(|rest| (value, rest)).ok_or_else(|| end(text))
}

fn end(text: &str) -> End {
    let is_etc = text
        .get(..3)
        .is_some_and(|start| start.eq_ignore_ascii_case("etc"));
    if is_etc || text.starts_with("..") || text.starts_with('…') {
        End::Ellipsis
    } else {
        End::Other
    }
}

/// Returns the text after a remark in parentheses, like `(default)`.
fn after_remark(text: &str) -> &str {
    let after = text.trim_start().strip_prefix('(').and_then(|remark| {
        let mut chars = remark
            .char_indices()
            .take_while(|(at, _)| *at <= MAX_LENGTH);
        let (at, _) = chars.find(|(_, c)| *c == ')')?;
        remark.get(at + 1..)
    });
    after.unwrap_or(text)
}

/// Returns the separator that a text starts with, and the text after it. A comma and a conjunction are one.
fn separator(text: &str) -> Option<(Separator, &str)> {
    let text = text.trim_start();
    let comma = text.strip_prefix(',').map(str::trim_start);
    let after_comma = comma.unwrap_or(text);
    let word = after_comma.split(|c: char| !c.is_alphanumeric()).next()?;
    let mark = text
        .strip_prefix("||")
        .or_else(|| text.strip_prefix(['|', '/']));
    let (separator, rest) = match word.to_ascii_lowercase().as_str() {
        "or" => (Separator::Or, after_comma.strip_prefix(word)?),
        "and" => (Separator::And, after_comma.strip_prefix(word)?),
        _ => comma
            .map(|rest| (Separator::Comma, rest))
            .or_else(|| Some((Separator::Mark, mark?)))?,
    };
    Some((separator, rest.trim_start()))
}

/// Checks whether a value is a pattern or has a placeholder, like `yyyy-MM-dd`, `{name}`, `<name>` or `[a-z]+`.
fn is_pattern(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let has_placeholder = value
        .split('{')
        .skip(1)
        .any(|rest| rest.starts_with(char::is_alphabetic) && rest.contains('}'));
    let name = value
        .strip_prefix('<')
        .and_then(|value| value.strip_suffix('>'));
    PATTERN_PARTS.iter().any(|part| lower.contains(part))
        || has_placeholder
        || value.starts_with('^')
        || name.is_some_and(|name| name.starts_with(char::is_alphabetic) && !name.contains('='))
}
