//! Lines, and what a line is by itself.

use crate::span::{BYTE_ORDER_MARK, Span};

/// A text's lines, found once. They end as Markdown's do: at `\n`, `\r\n` or `\r`.
pub(super) struct Lines<'a> {
    text: &'a str,
    spans: Vec<Span>,
}

impl<'a> Lines<'a> {
    /// Finds the lines; a byte order mark belongs to none.
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

    /// How many there are; at least one.
    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }

    /// A line's text without its end; empty behind the last line.
    pub(super) fn text(&self, line: usize) -> &'a str {
        self.text.get(self.span(line)).unwrap_or_default()
    }

    /// A line's bytes without its end.
    pub(super) fn span(&self, line: usize) -> Span {
        self.spans
            .get(line)
            .cloned()
            .unwrap_or(self.text.len()..self.text.len())
    }

    /// The bytes of lines, from the first one's start to the last one's end.
    pub(super) fn joined(&self, lines: Span) -> Span {
        let start = self.span(lines.start).start;
        start..self.span(lines.end.saturating_sub(1)).end.max(start)
    }

    /// The line of a byte.
    pub(super) fn at(&self, offset: usize) -> usize {
        self.spans
            .partition_point(|span| span.start <= offset)
            .saturating_sub(1)
    }
}

/// Whether nothing stands on the line.
pub(super) fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

/// Whether the line is a heading with `#`.
pub(super) fn is_heading(line: &str) -> bool {
    let text = line.trim_start_matches(' ');
    let after = text.trim_start_matches('#');
    let (indent, level) = (line.len() - text.len(), text.len() - after.len());
    indent < 4 && (1..=6).contains(&level) && (after.is_empty() || after.starts_with([' ', '\t']))
}

/// Whether the line is a thematic break: three or more of `-`, `*` or `_`.
pub(super) fn is_thematic_break(line: &str) -> bool {
    let marks: Vec<u8> = line
        .bytes()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    let first = marks.first().copied().unwrap_or_default();
    marks.len() >= 3 && b"-*_".contains(&first) && marks.iter().all(|mark| *mark == first)
}

/// Whether the line is a table's delimiter row, such as `|---|:-:|`.
pub(super) fn is_delimiter_row(line: &str) -> bool {
    let line = line.trim();
    let inner = line.strip_prefix('|').unwrap_or(line);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    line.contains('|') && inner.split('|').all(is_delimiter)
}

fn is_delimiter(cell: &str) -> bool {
    let cell = cell.trim();
    let dashes = cell.strip_prefix(':').unwrap_or(cell);
    let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
    !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_any_line_ending_and_lose_the_byte_order_mark() {
        let lines = Lines::new("\u{feff}a\r\nb\rc\n\nd");
        let texts: Vec<_> = (0..lines.len()).map(|line| lines.text(line)).collect();
        assert_eq!(texts, ["a", "b", "c", "", "d"]);
    }

    #[test]
    fn a_byte_is_on_its_line() {
        let lines = Lines::new("ab\r\ncd\n");
        assert_eq!(
            [0, 2, 4, 6, 7, 99].map(|offset| lines.at(offset)),
            [0, 0, 1, 1, 2, 2]
        );
    }

    #[test]
    fn joined_lines_run_from_the_first_to_the_last() {
        let lines = Lines::new("ab\ncd\nef\n");
        assert_eq!(lines.joined(0..2), 0..5);
        assert_eq!(lines.joined(1..1), 3..3);
    }

    #[test]
    fn headings_are_told_from_text() {
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
    fn thematic_breaks_are_told_from_text() {
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
    fn delimiter_rows_are_told_from_text() {
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
