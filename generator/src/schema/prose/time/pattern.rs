//! Patterns such as `yyyy-MM-dd` and `yyyy-MM-ddTHH:mm:ss.SSSZ`.

use super::{Evidence, TimeKind};

const DATE: &str = "yyyy-mm-dd";
const QUOTES: [char; 4] = ['\'', '"', '`', '’'];

/// What the patterns in the description say together.
pub(super) fn evidence(description: &str) -> Evidence<TimeKind> {
    let text = description.to_ascii_lowercase();
    let mut evidence = Evidence::Silent;
    for word in text
        .split_whitespace()
        .filter(|word| word.contains("yyyy") || word.contains("hh:mm"))
    {
        evidence = evidence.and(of_word(word));
    }
    evidence
}

/// What one pattern says, in lower case and with the marks around it.
fn of_word(word: &str) -> Evidence<TimeKind> {
    let pattern = word.trim_matches(|c: char| QUOTES.contains(&c) || "([{<,.;:)}>".contains(c));
    match pattern.strip_prefix(DATE) {
        Some(rest) => of_rest(&rest.replace(QUOTES, "")),
        // A part of a name, a month, another order of the fields, a time of day.
        None => Evidence::Against,
    }
}

/// What stands after the date.
fn of_rest(rest: &str) -> Evidence<TimeKind> {
    if rest.is_empty() {
        return Evidence::Says(TimeKind::Date);
    }
    if rest
        .split_once('/')
        .is_some_and(|(_, end)| end.starts_with(DATE) || end.starts_with('p'))
    {
        return Evidence::Says(TimeKind::Interval);
    }
    match rest.strip_prefix("thh:mm") {
        Some(rest) if rest.contains(['z', 'x', '+']) => Evidence::Says(TimeKind::DateTime),
        Some(rest) if is_fraction_of_minute(rest) => Evidence::Says(TimeKind::LocalDateTime),
        _ => Evidence::Against,
    }
}

/// Whether the rest is seconds and a fraction, or nothing.
fn is_fraction_of_minute(rest: &str) -> bool {
    rest.chars()
        .all(|c| matches!(c, ':' | '.' | ',' | 's' | 'm' | 'f' | '[' | ']'))
}
