//! Cells: the text between a row's pipes.

use std::ops::Range;

use crate::span::Span;

/// A row's cells, as they stand between its pipes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cells {
    /// The cells with the blanks around their texts.
    pub(super) spans: Vec<Span>,
    /// Whether the row starts with a pipe.
    pub(super) first_pipe: bool,
    /// Whether the row ends with a pipe.
    pub(super) last_pipe: bool,
}

/// Takes a row apart at the pipes that are not escaped.
///
/// In the first `guarded` cells, a code span that fills its cell keeps its pipes.
pub(super) fn split(text: &str, row: Span, guarded: usize) -> Cells {
    let row = trim(text, row);
    let body = slice(text, &row);
    let first_pipe = body.starts_with('|');
    let last_pipe = body.len() > 1 && ends_with_pipe(body);
    let inner = row.start + usize::from(first_pipe)..row.end - usize::from(last_pipe);
    let mut spans = Vec::with_capacity(8);
    let (mut start, mut code_end) = (inner.start, 0);
    if guarded > 0 {
        code_end = code_cell_end(text, &inner);
    }
    for at in pipes(slice(text, &inner))
        .map(|at| inner.start + at)
        .chain([inner.end])
    {
        if at < code_end {
            continue;
        }
        spans.push(start..at);
        start = at + 1;
        if spans.len() < guarded {
            code_end = code_cell_end(text, &(start..inner.end));
        }
    }
    Cells {
        spans,
        first_pipe,
        last_pipe,
    }
}

/// Where a cell ends that is filled by one code span; 0 if it is not.
fn code_cell_end(text: &str, rest: &Range<usize>) -> usize {
    let line = slice(text, rest).lines().next().unwrap_or_default();
    let code = line.trim_start();
    let ticks = code.len() - code.trim_start_matches('`').len();
    if ticks == 0 {
        return 0;
    }
    let Some(length) = code_length(code, ticks) else {
        return 0;
    };
    let after = code.get(length..).unwrap_or_default();
    let behind = after.trim_start_matches([' ', '\t', '[', ']']);
    let fills = behind.is_empty() || behind.starts_with('|');
    if fills {
        rest.start + line.len() - behind.len()
    } else {
        0
    }
}

/// The length of the code span that starts with this many backticks.
fn code_length(code: &str, ticks: usize) -> Option<usize> {
    let mut at = ticks;
    loop {
        at += code.get(at..)?.find('`')?;
        let rest = code.get(at..)?;
        let run = rest.len() - rest.trim_start_matches('`').len();
        at += run;
        if run == ticks {
            return Some(at);
        }
    }
}

/// Where the pipes stand that no backslash escapes.
pub(super) fn pipes(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut escaped = false;
    text.bytes().enumerate().filter_map(move |(at, byte)| {
        let is_pipe = byte == b'|' && !escaped;
        escaped = byte == b'\\' && !escaped;
        is_pipe.then_some(at)
    })
}

/// Whether a text, but for blanks, ends with a pipe that no backslash escapes.
pub(super) fn ends_with_pipe(text: &str) -> bool {
    let Some(before) = text.trim_end().strip_suffix('|') else {
        return false;
    };
    (before.len() - before.trim_end_matches('\\').len()).is_multiple_of(2)
}

/// The text of a span.
pub(super) fn slice<'a>(text: &'a str, span: &Span) -> &'a str {
    text.get(span.clone()).unwrap_or_default()
}

/// The span without the blanks at its ends; an empty one stays at its start.
pub(super) fn trim(text: &str, span: Span) -> Span {
    let all = slice(text, &span);
    let kept = all.trim_start();
    let start = if kept.is_empty() {
        span.start
    } else {
        span.end - kept.len()
    };
    start..start + kept.trim_end().len()
}

/// A cell without the marks of code and strong emphasis around it, and whether it is code.
pub(super) fn strip_marks(text: &str, cell: Span) -> (Span, bool) {
    let cell = trim(text, cell);
    let cell = strip_pair(text, &cell, "**").unwrap_or(cell);
    let (mut inner, mut is_code) = (cell, false);
    while let Some(stripped) = strip_pair(text, &inner, "`") {
        (inner, is_code) = (stripped, true);
    }
    (inner, is_code)
}

fn strip_pair(text: &str, span: &Span, mark: &str) -> Option<Span> {
    let inner = slice(text, span).strip_prefix(mark)?.strip_suffix(mark)?;
    let start = span.start + mark.len();
    Some(trim(text, start..start + inner.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(row: &str) -> Vec<&str> {
        split(row, 0..row.len(), 2)
            .spans
            .iter()
            .map(|span| slice(row, span).trim())
            .collect()
    }

    #[test]
    fn a_row_is_taken_apart_at_its_pipes() {
        assert_eq!(cells("| a | b || c |"), ["a", "b", "", "c"]);
        assert_eq!(cells("a | b"), ["a", "b"]);
        assert_eq!(cells("| a | b"), ["a", "b"]);
        assert_eq!(cells("|"), [""]);
        assert_eq!(cells(""), [""]);
    }

    #[test]
    fn an_escaped_pipe_is_none() {
        assert_eq!(cells(r"| a \| b | c \|"), [r"a \| b", r"c \|"]);
        assert_eq!(cells(r"| a \\| b |"), [r"a \\", "b"]);
    }

    #[test]
    fn code_that_fills_a_guarded_cell_keeps_its_pipes() {
        assert_eq!(
            cells("| `a|b` | ``c`|d``[] | `e|f` |"),
            ["`a|b`", "``c`|d``[]", "`e", "f`"]
        );
        assert_eq!(cells("| `a | `b` | c |"), ["`a", "`b`", "c"]);
    }

    #[test]
    fn the_pipes_at_the_ends_are_told() {
        let ends = |row: &str| {
            let cells = split(row, 0..row.len(), 0);
            (cells.first_pipe, cells.last_pipe)
        };
        assert_eq!(ends(" | a |\t"), (true, true));
        assert_eq!(ends("a | b"), (false, false));
        assert_eq!(ends(r"| a \|"), (true, false));
        assert_eq!(ends("|"), (true, false));
    }

    #[test]
    fn marks_around_a_cell_are_stripped() {
        let stripped = |cell: &'static str| {
            let (span, is_code) = strip_marks(cell, 0..cell.len());
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
}
