//! Reading a list of values, from its first value on.

/// A list as far as it could be read.
#[derive(Debug)]
pub(super) struct List<'a> {
    pub values: Vec<&'a str>,
    pub style: Style,
    pub joint: Joint,
    pub end: End,
    /// How many bytes were read.
    pub length: usize,
}

/// How the values are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// In quotes of any sort.
    Quoted,
    /// As they are.
    Bare,
}

/// What stands before the last value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// A comma, or nothing.
    Comma,
    /// `or`.
    Or,
    /// `|` or `/`.
    Mark,
    /// `and`.
    And,
}

/// What follows the last value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// The end of the sentence.
    Sentence,
    /// A bracket, a semicolon or a conjunction, and more words.
    Clause,
    /// `etc.` or three dots.
    Etc,
    /// More words: the last value may be no value.
    Words,
}

/// Opening quotes and what closes them.
const QUOTES: [(char, &[char]); 6] = [
    ('\'', &['\'', '’']),
    ('"', &['"', '”']),
    ('`', &['`', '\'']),
    ('‘', &['’', '\'']),
    ('“', &['”', '"']),
    ('’', &['’', '\'']),
];

/// Longer texts are no values, in bytes.
const LONGEST: usize = 100;

/// Words that go on after a whole list.
const CONDITIONS: &[&str] = &["if", "when", "unless", "depending"];

/// The gap between two words up to the first quote that opens there, if one does.
pub(super) fn without_opening_quote(gap: &str) -> &str {
    let quotes = gap
        .char_indices()
        .filter(|(_, mark)| closing(*mark).is_some());
    let mut before = quotes.filter_map(|(at, _)| gap.get(..at));
    { before.find(|before| may_end_before_list(before)) }.unwrap_or(gap)
}

/// Whether nothing sticks to a list after this: no letter, no `%`, no hyphen, no dot.
pub(super) fn may_end_before_list(gap: &str) -> bool {
    gap.ends_with(|mark: char| mark.is_whitespace() || ":([{,=".contains(mark))
}

/// Reads the list that starts at the start of the text.
pub(super) fn read(text: &str) -> List<'_> {
    let style = if text.starts_with(|c| closing(c).is_some()) {
        Style::Quoted
    } else {
        Style::Bare
    };
    let mut list = List {
        values: Vec::new(),
        style,
        joint: Joint::Comma,
        end: End::Words,
        length: 0,
    };
    let mut rest = text;
    let mut joint = Joint::Comma;
    while let Some((value, after)) = item(rest, style) {
        list.values.push(value);
        list.joint = joint;
        rest = after;
        let Some((next, after)) = separator(rest) else {
            break;
        };
        (joint, rest) = (next, after);
    }
    split_at_slashes(&mut list);
    list.values
        .retain(|value| style == Style::Quoted || !value.eq_ignore_ascii_case("null"));
    list.end = end(rest);
    list.length = text.len() - rest.len();
    list
}

fn closing(quote: char) -> Option<&'static [char]> {
    QUOTES
        .iter()
        .find(|(open, _)| *open == quote)
        .map(|(_, close)| *close)
}

/// One value and what follows it.
fn item(text: &str, style: Style) -> Option<(&str, &str)> {
    match style {
        Style::Quoted => quoted(text),
        Style::Bare => bare(text),
    }
}

fn quoted(text: &str) -> Option<(&str, &str)> {
    let mut inside = text.chars();
    let close = closing(inside.next()?)?;
    let (value, rest) = up_to(inside.as_str(), |c| {
        close.contains(&c) || matches!(c, ',' | '|' | ';')
    })?;
    if let Some(behind) = rest.strip_prefix(close) {
        return is_quotable(value).then_some((value, behind));
    }
    // The closing quote is missing: what is there counts if it is one word.
    let value = value.trim().trim_end_matches(['.', ')', ']']);
    (bare(value)? == (value, "")).then_some((value, rest))
}

fn is_quotable(value: &str) -> bool {
    !value.is_empty() && value.trim() == value && !value.contains('\n')
}

fn bare(text: &str) -> Option<(&str, &str)> {
    let (value, _) = up_to(text, |c| !is_value_char(c))?;
    let value = value.trim_end_matches(['.', ':', '-', '/']);
    let is_value =
        value.starts_with(|c: char| c.is_alphanumeric() || c == '_') && !is_joining_word(value);
    let rest = text.strip_prefix(value)?;
    is_value.then(|| (value, after_remark(rest)))
}

/// The text up to the first such character or the end, and the rest; `None` where that is too far.
fn up_to(text: &str, ends: impl Fn(char) -> bool) -> Option<(&str, &str)> {
    let mut chars = text.char_indices().take_while(|(at, _)| *at <= LONGEST);
    match chars.find(|(_, c)| ends(*c)) {
        Some((at, _)) => text.split_at_checked(at),
        None => (text.len() <= LONGEST).then_some((text, "")),
    }
}

fn is_value_char(c: char) -> bool {
    c.is_alphanumeric() || "_-.:/@*+".contains(c)
}

fn is_joining_word(value: &str) -> bool {
    ["or", "and", "and/or", "etc"]
        .iter()
        .any(|word| value.eq_ignore_ascii_case(word))
}

/// What follows a remark in parentheses, such as `(default)`.
fn after_remark(rest: &str) -> &str {
    let inside = rest.trim_start().strip_prefix('(').unwrap_or_default();
    let end = up_to(inside, |c| matches!(c, ')' | ','));
    end.and_then(|(_, end)| end.strip_prefix(')'))
        .unwrap_or(rest)
}

/// A separator, what it says, and what follows it.
fn separator(text: &str) -> Option<(Joint, &str)> {
    let text = text.trim_start();
    let comma = text.strip_prefix(',').map(str::trim_start);
    if let Some((joint, rest)) = conjunction(comma.unwrap_or(text)) {
        return Some((joint, rest.trim_start()));
    }
    let mark = text
        .strip_prefix("||")
        .or_else(|| text.strip_prefix(['|', '/']))
        .map(|rest| (Joint::Mark, rest.trim_start()));
    comma.map(|rest| (Joint::Comma, rest)).or(mark)
}

fn conjunction(text: &str) -> Option<(Joint, &str)> {
    let (word, rest) = up_to(text, |c| !c.is_alphabetic() && c != '/')?;
    match word.to_ascii_lowercase().as_str() {
        "or" | "and/or" => Some((Joint::Or, rest)),
        "and" => Some((Joint::And, rest)),
        _ => None,
    }
}

/// Takes a single `a/b` for two values.
fn split_at_slashes(list: &mut List) {
    if let (Style::Bare, [value]) = (list.style, list.values.as_slice()) {
        let parts: Vec<&str> = value.split('/').collect();
        if parts.len() > 1 && parts.iter().all(|part| part.len() > 1) {
            list.values = parts;
            list.joint = Joint::Mark;
        }
    }
}

fn end(rest: &str) -> End {
    let rest = rest.trim_start();
    let after = rest.trim_start_matches([')', ']', '}', ' ']);
    let word = up_to(after, |c| !c.is_alphanumeric()).map_or("", |(word, _)| word);
    let is_any = |words: &[&str]| words.iter().any(|end| word.eq_ignore_ascii_case(end));
    if after.starts_with('…') || after.starts_with("..") || is_any(&["etc"]) {
        End::Etc
    } else if !after.contains(char::is_alphanumeric) {
        End::Sentence
    } else if after.starts_with(';') || after.len() < rest.len() || is_any(CONDITIONS) {
        End::Clause
    } else {
        End::Words
    }
}
