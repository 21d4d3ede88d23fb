//! Splits a page into lines and classifies single lines.

use std::ops::Range;

use crate::span::{BYTE_ORDER_MARK, Span};

/// A range of line numbers, counted from 0.
pub(super) type LineRange = Range<usize>;

/// The spans of a text's lines, which end at `\n`, `\r\n` or `\r` as in Markdown.
pub(super) struct LineSpans<'a> {
    pub(super) text: &'a str,
    spans: Vec<Span>,
}

impl<'a> LineSpans<'a> {
    /// Splits a text into lines. A byte order mark is not part of the first line.
    pub(super) fn new(text: &'a str) -> Self {
        let mut start = text.len() - text.trim_start_matches(BYTE_ORDER_MARK).len();
        let mut spans = Vec::new();
        for (at, byte) in text.bytes().enumerate() {
            let follows_return =
                byte == b'\n' && at > 0 && text.as_bytes().get(at - 1) == Some(&b'\r');
            if follows_return {
                start = at + 1;
            } else if matches!(byte, b'\n' | b'\r') {
                spans.push(start..at);
                start = at + 1;
            }
        }
        spans.push(start..text.len());
        Self { text, spans }
    }

    /// Returns the number of lines, which is at least 1.
    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }

    /// Returns a line's text without its line ending, or an empty string after the last line.
    pub(super) fn line(&self, line: usize) -> &'a str {
        self.text.get(self.span(line)).unwrap_or_default()
    }

    /// Returns a line's span without its line ending, or an empty span at the text's end after the last line.
    pub(super) fn span(&self, line: usize) -> Span {
        let end = self.text.len();
        self.spans.get(line).cloned().unwrap_or(end..end)
    }

    /// Returns the span from the start of the first line to the end of the last one.
    pub(super) fn span_of_range(&self, lines: &LineRange) -> Span {
        let start = self.span(lines.start).start;
        if lines.is_empty() {
            return start..start;
        }
        start..self.span(lines.end - 1).end
    }

    /// Returns the number of the line that contains a byte offset.
    pub(super) fn line_at(&self, offset: usize) -> usize {
        self.spans
            .partition_point(|span| span.start <= offset)
            .saturating_sub(1)
    }
}

/// Returns the lines from each start to the next one, and from the last start to `end`.
pub(super) fn split_at_starts(
    starts: &[usize],
    end: usize,
) -> impl Iterator<Item = LineRange> + '_ {
    let ends = starts.iter().skip(1).copied().chain([end]);
    starts.iter().zip(ends).map(|(start, end)| *start..end)
}

/// Checks whether a line contains only whitespace.
pub(super) fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

/// Checks whether a line is an ATX heading, such as `# Title`.
pub(super) fn is_heading(line: &str) -> bool {
    let text = line.trim_start_matches(' ');
    let after = text.trim_start_matches('#');
    let (indent, level) = (line.len() - text.len(), text.len() - after.len());
    indent < 4 && (1..=6).contains(&level) && (after.is_empty() || after.starts_with([' ', '\t']))
}

/// Checks whether a line is a thematic break: three or more `-`, `*` or `_`.
pub(super) fn is_thematic_break(line: &str) -> bool {
    let mut bytes = line.bytes().filter(|byte| !byte.is_ascii_whitespace());
    let Some(first) = bytes.next().filter(|byte| b"-*_".contains(byte)) else {
        return false;
    };
    let rest: Vec<_> = bytes.collect();
    rest.len() >= 2 && rest.iter().all(|byte| *byte == first)
}

/// Checks whether a line is a table's delimiter row, such as `|---|:-:|`.
pub(super) fn is_delimiter_row(line: &str) -> bool {
    let line = line.trim();
    let inner = line.strip_prefix('|').unwrap_or(line);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    line.contains('|') && inner.split('|').all(is_delimiter_cell)
}

fn is_delimiter_cell(cell: &str) -> bool {
    let cell = cell.trim();
    let dashes = cell.strip_prefix(':').unwrap_or(cell);
    let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
    !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
}

/// Checks whether the whole line is emphasized.
pub(super) fn is_emphasized(line: &str) -> bool {
    let line = line.trim();
    let is_delimited_by = |c: char| line.starts_with(c) && line.ends_with(c);
    line.len() > 2 && (is_delimited_by('*') || is_delimited_by('_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_exclude_line_endings_and_the_byte_order_mark() {
        let lines = LineSpans::new("\u{feff}a\r\nb\rc\n\nd");
        let texts: Vec<_> = (0..lines.len()).map(|line| lines.line(line)).collect();
        assert_eq!(texts, ["a", "b", "c", "", "d"]);
    }

    #[test]
    fn an_offset_maps_to_its_line() {
        let lines = LineSpans::new("ab\r\ncd\n");
        assert_eq!(
            [0, 2, 4, 6, 7, 99].map(|offset| lines.line_at(offset)),
            [0, 0, 1, 1, 2, 2]
        );
    }

    #[test]
    fn the_span_of_a_range_covers_all_its_lines() {
        let lines = LineSpans::new("ab\ncd\nef\n");
        assert_eq!(lines.span_of_range(&(0..2)), 0..5);
        assert_eq!(lines.span_of_range(&(1..1)), 3..3);
    }

    #[test]
    fn headings_are_distinguished_from_text() {
        assert!(
            ["# a", "   ###### b", "#"]
                .iter()
                .all(|line| is_heading(line))
        );
        assert!(
            !["#a", "    # a", "####### a", "a # b", ""]
                .iter()
                .any(|line| is_heading(line))
        );
    }

    #[test]
    fn thematic_breaks_are_distinguished_from_text() {
        assert!(
            ["---", " - - -", "***", "_____"]
                .iter()
                .all(|line| is_thematic_break(line))
        );
        assert!(
            !["--", "--*", "", "- a", "===", "|---|"]
                .iter()
                .any(|line| is_thematic_break(line))
        );
    }

    #[test]
    fn delimiter_rows_are_distinguished_from_text() {
        assert!(
            ["|---|", "| :-: | -: |", "---|---", "-|-"]
                .iter()
                .all(|line| is_delimiter_row(line))
        );
        assert!(
            !["---", "| |", "|---||", "| a | - |", "", "|"]
                .iter()
                .any(|line| is_delimiter_row(line))
        );
    }
}
