//! Splits table rows at their pipes and parses the text of single cells.

use crate::span::Span;

/// A row split at its unescaped pipes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SplitRow {
    /// The cells, including the whitespace around their text.
    pub(super) cells: Vec<Span>,
    /// Whether the row starts with a pipe.
    pub(super) leading_pipe: bool,
    /// Whether the row ends with a pipe.
    pub(super) trailing_pipe: bool,
}

/// Splits a row at its unescaped pipes.
///
/// In the first `code_cells` cells, pipes do not split a code span that fills its cell.
pub(super) fn split_row(text: &str, row: Span, code_cells: usize) -> SplitRow {
    let row = trim(text, row);
    let body = slice(text, &row);
    let leading_pipe = body.starts_with('|');
    let trailing_pipe = body.len() > 1 && ends_with_pipe(body);
    let inner = row.start + usize::from(leading_pipe)..row.end - usize::from(trailing_pipe);
    let code_end = |cell: usize, start: usize| {
        (cell < code_cells)
            .then(|| code_cell_end(text, &(start..inner.end)))
            .flatten()
    };
    let mut cells = Vec::with_capacity(8);
    let mut start = inner.start;
    let mut code = code_end(0, start);
    let pipes = unescaped_pipes(slice(text, &inner)).map(|at| inner.start + at);
    for at in pipes.chain([inner.end]) {
        if code.is_some_and(|end| at < end) {
            continue;
        }
        cells.push(start..at);
        start = at + 1;
        code = code_end(cells.len(), start);
    }
    SplitRow {
        cells,
        leading_pipe,
        trailing_pipe,
    }
}

/// Returns the end of the cell at the start of `rest`, if a code span, optionally followed by `[]`, fills it.
fn code_cell_end(text: &str, rest: &Span) -> Option<usize> {
    let line = slice(text, rest).lines().next()?;
    let code = line.trim_start();
    let after = code.get(code_span_len(code)?..)?;
    let after = after.trim_start_matches([' ', '\t', '[', ']']);
    let fills_cell = after.is_empty() || after.starts_with('|');
    fills_cell.then(|| rest.start + line.len() - after.len())
}

/// Returns the length of the code span at the start of `text`.
fn code_span_len(text: &str) -> Option<usize> {
    let backticks = |text: &str| text.len() - text.trim_start_matches('`').len();
    let opening = backticks(text);
    let mut at = opening;
    let mut closing = 0;
    while closing != opening {
        at += text.get(at..)?.find('`')?;
        closing = backticks(text.get(at..)?);
        at += closing;
    }
    (opening > 0).then_some(at)
}

/// Returns the offsets of the pipes that are not escaped by a backslash.
pub(super) fn unescaped_pipes(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut escaped = false;
    text.bytes().enumerate().filter_map(move |(at, byte)| {
        let is_pipe = byte == b'|' && !escaped;
        escaped = byte == b'\\' && !escaped;
        is_pipe.then_some(at)
    })
}

/// Checks whether the text ends with an unescaped pipe, apart from trailing whitespace.
pub(super) fn ends_with_pipe(text: &str) -> bool {
    let before = text.trim_end().strip_suffix('|');
    before.is_some_and(|text| {
        let backslashes = text.len() - text.trim_end_matches('\\').len();
        backslashes.is_multiple_of(2)
    })
}

/// Returns the text of a span.
pub(super) fn slice<'a>(text: &'a str, span: &Span) -> &'a str {
    text.get(span.clone()).unwrap_or_default()
}

/// Removes the whitespace at both ends of a span; a blank span becomes an empty one at its start.
pub(super) fn trim(text: &str, span: Span) -> Span {
    let trimmed = slice(text, &span).trim_start();
    let start = if trimmed.is_empty() {
        span.start
    } else {
        span.end - trimmed.len()
    };
    start..start + trimmed.trim_end().len()
}

/// Strips strong emphasis and backticks from a cell, and returns the text's span and whether there were backticks.
pub(super) fn strip_markup(text: &str, cell: Span) -> (Span, bool) {
    let cell = trim(text, cell);
    let mut inner = strip_pair(text, &cell, "**").unwrap_or(cell);
    let mut is_code = false;
    while let Some(stripped) = strip_pair(text, &inner, "`") {
        (inner, is_code) = (stripped, true);
    }
    (inner, is_code)
}

fn strip_pair(text: &str, span: &Span, delimiter: &str) -> Option<Span> {
    let inner = slice(text, span)
        .strip_prefix(delimiter)?
        .strip_suffix(delimiter)?;
    let start = span.start + delimiter.len();
    Some(trim(text, start..start + inner.len()))
}

/// Parses `Yes` or `true`, and `No` or `false`, in any case.
pub(super) fn parse_yes_no(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "true" => Some(true),
        "no" | "false" => Some(false),
        _ => None,
    }
}

/// Replaces every line ending with `\n`.
pub(super) fn normalize_line_endings(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Replaces every line ending with `\n` and every `\|` with a pipe, and leaves other escapes unchanged.
pub(super) fn unescape_pipes(text: &str) -> String {
    let text = normalize_line_endings(text);
    let mut value = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.next_if(|next| c == '\\' && matches!(next, '|' | '\\')) {
            Some('|') => value.push('|'),
            escaped => value.extend([c].into_iter().chain(escaped)),
        }
    }
    value
}

/// Removes the backslashes that escape ASCII punctuation.
pub(super) fn unescape_punctuation(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let escaped = chars.next_if(|next| c == '\\' && next.is_ascii_punctuation());
        value.push(escaped.unwrap_or(c));
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(row: &str) -> Vec<&str> {
        split_row(row, 0..row.len(), 2)
            .cells
            .iter()
            .map(|span| slice(row, span).trim())
            .collect()
    }

    #[test]
    fn a_row_is_split_at_its_pipes() {
        assert_eq!(cells("| a | b || c |"), ["a", "b", "", "c"]);
        assert_eq!(cells("a | b"), ["a", "b"]);
        assert_eq!(cells("| a | b"), ["a", "b"]);
        assert_eq!(cells("|"), [""]);
        assert_eq!(cells(""), [""]);
    }

    #[test]
    fn an_escaped_pipe_does_not_split_a_row() {
        assert_eq!(cells(r"| a \| b | c \|"), [r"a \| b", r"c \|"]);
        assert_eq!(cells(r"| a \\| b |"), [r"a \\", "b"]);
    }

    #[test]
    fn a_code_span_that_fills_its_cell_keeps_its_pipes() {
        assert_eq!(
            cells("| `a|b` | ``c`|d``[] | `e|f` |"),
            ["`a|b`", "``c`|d``[]", "`e", "f`"]
        );
        assert_eq!(cells("| `a | `b` | c |"), ["`a", "`b`", "c"]);
    }

    #[test]
    fn leading_and_trailing_pipes_are_detected() {
        let ends = |row: &str| {
            let split = split_row(row, 0..row.len(), 0);
            (split.leading_pipe, split.trailing_pipe)
        };
        assert_eq!(ends(" | a |\t"), (true, true));
        assert_eq!(ends("a | b"), (false, false));
        assert_eq!(ends(r"| a \|"), (true, false));
        assert_eq!(ends("|"), (true, false));
    }

    #[test]
    fn markup_around_a_cell_is_stripped() {
        let stripped = |cell: &'static str| {
            let (span, is_code) = strip_markup(cell, 0..cell.len());
            (slice(cell, &span), is_code)
        };
        assert_eq!(stripped(" `a` "), ("a", true));
        assert_eq!(stripped("**`` a`b ``**"), ("a`b", true));
        assert_eq!(stripped("**a**"), ("a", false));
        assert_eq!(stripped("__a__"), ("__a__", false));
        assert_eq!(stripped("`a"), ("`a", false));
        assert_eq!(stripped("`"), ("`", false));
    }

    #[test]
    fn a_blank_span_is_trimmed_to_its_start() {
        assert_eq!(trim("a   b", 1..4), 1..1);
        assert_eq!(trim(" a ", 0..3), 1..2);
    }

    #[test]
    fn yes_and_no_are_parsed_in_any_case() {
        assert_eq!(["Yes", "yes", "TRUE"].map(parse_yes_no), [Some(true); 3]);
        assert_eq!(["No", "NO", "false"].map(parse_yes_no), [Some(false); 3]);
        assert_eq!(["", "n", "maybe", "Yes."].map(parse_yes_no), [None; 4]);
    }

    #[test]
    fn line_endings_become_line_feeds() {
        assert_eq!(normalize_line_endings("a\r\n\r\nb\rc\nd"), "a\n\nb\nc\nd");
        assert_eq!(unescape_pipes("a\r\n\r\nb\rc\nd"), "a\n\nb\nc\nd");
    }

    #[test]
    fn only_an_escaped_pipe_loses_its_backslash() {
        assert_eq!(
            unescape_pipes(r"a \| b \\| c \\\| d \{ `\|` \"),
            r"a | b \\| c \\| d \{ `|` \"
        );
    }
}
