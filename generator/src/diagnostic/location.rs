//! Conversion of byte offsets to lines and columns.

use std::{collections::BTreeMap, sync::Arc};

use super::Label;
use crate::span::{BYTE_ORDER_MARK, Source, SourceFile, Span};

/// A line and a column, both counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The line. Lines end at `\n`, `\r\n` or `\r`, as in Markdown.
    pub line: usize,
    /// The column in characters. A byte order mark is not counted.
    pub column: usize,
}

/// An index of the lines in a source file.
#[derive(Debug)]
pub struct LineIndex {
    source: Source,
    /// The offset at which each line starts; never empty.
    starts: Vec<usize>,
    /// The number of characters before each chunk of [`CHUNK`] bytes, so that a column is found quickly in a long line.
    chars_before: Vec<usize>,
}

const CHUNK: usize = 1024;

impl LineIndex {
    /// Indexes a source file.
    #[must_use]
    pub fn new(source: &Source) -> Self {
        let bytes = source.text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1));
        let sums = bytes.chunks(CHUNK).scan(0, |sum, chunk| {
            *sum += count_chars(chunk);
            Some(*sum)
        });
        Self {
            source: Arc::clone(source),
            starts: starts.collect(),
            chars_before: std::iter::once(0).chain(sums).collect(),
        }
    }

    /// Returns the location of an offset. An offset beyond the end of the file has the location of the end.
    #[must_use]
    pub fn location(&self, offset: usize) -> Location {
        let line = self.line(offset);
        let start = self.start(line);
        let text = &self.source.text;
        let end = text.floor_char_boundary(offset.min(text.len()));
        let is_first = line == 0 && end > 0;
        let has_mark = is_first && text.starts_with(BYTE_ORDER_MARK);
        let column =
            self.count_chars_before(end) - self.count_chars_before(start) - usize::from(has_mark);
        Location {
            line: line + 1,
            column: column + 1,
        }
    }

    /// Counts the characters before an offset.
    fn count_chars_before(&self, offset: usize) -> usize {
        let chunk = offset / CHUNK;
        let before = self.chars_before.get(chunk).copied().unwrap_or_default();
        let rest = self.source.text.as_bytes().get(chunk * CHUNK..offset);
        before + count_chars(rest.unwrap_or_default())
    }

    /// Extends a span to whole lines, excluding the last line ending.
    pub(super) fn lines_around(&self, span: &Span) -> Span {
        let last = self.line(span.end.saturating_sub(1).max(span.start));
        let start = self.start(self.line(span.start));
        let end = self
            .starts
            .get(last + 1)
            .copied()
            .unwrap_or(self.source.text.len());
        let lines = self.source.text.get(start..end).unwrap_or_default();
        start..start + lines.trim_end_matches(['\r', '\n']).len()
    }

    /// Returns the line of an offset, counted from 0.
    fn line(&self, offset: usize) -> usize {
        self.starts
            .partition_point(|start| *start <= offset)
            .saturating_sub(1)
    }

    fn start(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or_default()
    }
}

/// Counts the characters that start in `bytes`.
fn count_chars(bytes: &[u8]) -> usize {
    let is_start = |byte: &&u8| (**byte).cast_signed() >= -0x40;
    bytes.iter().filter(is_start).count()
}

/// Computes the locations of labels, with one index per file.
#[derive(Debug, Default)]
pub(crate) struct LabelLocator {
    /// Keyed by the file's address, which is not reused because the index keeps the file alive.
    indexes: BTreeMap<*const SourceFile, LineIndex>,
}

impl LabelLocator {
    pub(super) fn index(&mut self, source: &Source) -> &LineIndex {
        let address = Arc::as_ptr(source);
        self.indexes
            .entry(address)
            .or_insert_with(|| LineIndex::new(source))
    }

    /// Returns the locations of a label's start and end.
    pub(crate) fn locate(&mut self, label: &Label) -> (Location, Location) {
        let index = self.index(&label.source);
        (
            index.location(label.span.start),
            index.location(label.span.end),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::SourceFile;

    fn locate(text: &str, offset: usize) -> (usize, usize) {
        let source = SourceFile {
            path: "x.md".into(),
            text: text.to_owned(),
        };
        let location = LineIndex::new(&Arc::new(source)).location(offset);
        (location.line, location.column)
    }

    #[test]
    fn lines_and_columns_start_at_one() {
        assert_eq!(locate("abc", 0), (1, 1));
        assert_eq!(locate("a\nbc", 3), (2, 2));
        assert_eq!(locate("", 0), (1, 1));
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(locate("äöü!", 6), (1, 4));
        assert_eq!(locate("a\n😀b", 6), (2, 2));
    }

    #[test]
    fn a_carriage_return_belongs_to_the_line_that_it_ends() {
        assert_eq!(locate("ab\r\ncd", 2), (1, 3));
        assert_eq!(locate("ab\r\ncd", 4), (2, 1));
    }

    #[test]
    fn a_lone_carriage_return_ends_a_line() {
        assert_eq!(locate("ab\rcd\r\ref", 4), (2, 2));
        assert_eq!(locate("ab\rcd\r\ref", 7), (4, 1));
    }

    #[test]
    fn columns_are_exact_in_long_lines() {
        for length in [1023, 1024, 1025, 3 * 1024] {
            let text = "ä".repeat(length);
            assert_eq!(locate(&text, 2 * length), (1, length + 1));
            assert_eq!(
                locate(&format!("x\n{text}y"), 2 * length + 2),
                (2, length + 1)
            );
        }
    }

    #[test]
    fn a_byte_order_mark_is_not_counted() {
        assert_eq!(locate("\u{feff}ab", 3), (1, 1));
        assert_eq!(locate("\u{feff}ab", 4), (1, 2));
    }

    #[test]
    fn the_end_of_the_file_has_a_location() {
        assert_eq!(locate("ab\n", 3), (2, 1));
        assert_eq!(locate("ab\n", 99), (2, 1));
    }

    #[test]
    fn an_offset_inside_a_character_has_that_characters_location() {
        assert_eq!(locate("aä", 2), (1, 2));
    }
}
