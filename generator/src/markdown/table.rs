//! Assigns the lines below a table's header to rows.

use super::{
    cell::ends_with_pipe,
    columns::{Columns, PROPERTY_HEADER},
    line::{LineRange, is_blank, is_heading},
    page::Page,
    row_start::{LineMatch, PrecedingLines, ends_row},
};
use crate::span::Span;

/// A table on a page.
pub(super) struct Table<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) columns: &'a Columns,
    /// The line below the delimiter row.
    pub(super) first_line: usize,
}

/// The lines below a property table's header, assigned to rows.
#[derive(Debug, Default)]
pub(super) struct TableLines {
    /// The lines of each row.
    pub(super) rows: Vec<LineRange>,
    /// The first line of each block of text outside the rows.
    pub(super) stray: Vec<Span>,
    /// The header line of a second property table, which ends the first one.
    pub(super) second_table: Option<usize>,
}

/// A line that ends the row above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Boundary {
    Row(usize),
    Heading(usize),
}

impl Boundary {
    const fn line(self) -> usize {
        match self {
            Self::Row(line) | Self::Heading(line) => line,
        }
    }
}

impl Table<'_> {
    /// Assigns the lines from the header to the end of the page to rows.
    pub(super) fn assign_lines(&self) -> TableLines {
        let (mut boundaries, second_table) = self.boundaries();
        let end = second_table.unwrap_or(self.page.lines.len());
        let last_row = boundaries
            .iter()
            .rfind(|boundary| matches!(boundary, Boundary::Row(_)));
        let tail = last_row
            .map_or(self.first_line, |row| row.line() + 1)
            .min(end)..end;
        let footer = self.page.find_footer(tail).unwrap_or(end..end);
        boundaries.retain(|boundary| boundary.line() < footer.start);

        let mut assigned = TableLines {
            second_table,
            ..TableLines::default()
        };
        // The lines from here to the next boundary are outside the rows.
        let mut unassigned = self.first_line;
        for (index, boundary) in boundaries.iter().enumerate() {
            let start = boundary.line();
            self.add_stray(unassigned..start, &mut assigned);
            let next = boundaries.get(index + 1);
            let next = next.map_or(footer.start, |boundary| boundary.line());
            unassigned = match boundary {
                Boundary::Row(_) => self.row_end(start, next),
                Boundary::Heading(_) => start,
            };
            if unassigned > start {
                assigned.rows.push(start..unassigned);
            }
        }
        self.add_stray(unassigned..footer.start, &mut assigned);
        self.add_stray(footer.end..end, &mut assigned);
        assigned
    }

    fn add_stray(&self, mut lines: LineRange, assigned: &mut TableLines) {
        let line = lines.find(|line| self.page.has_content(*line));
        assigned
            .stray
            .extend(line.map(|line| self.page.trimmed(line)));
    }

    /// Finds the starts of rows and headings, and the header of a second property table.
    fn boundaries(&self) -> (Vec<Boundary>, Option<usize>) {
        let mut boundaries = Vec::new();
        let mut preceding = PrecedingLines {
            is_complete_row: true,
            ends_row: true,
        };
        let lines = &self.page.lines;
        for line in self.first_line..lines.len() {
            let text = lines.line(line);
            if is_blank(text) {
                preceding.is_complete_row = false;
                continue;
            }
            if Columns::parse_at(lines, line, &PROPERTY_HEADER).is_some() {
                return (boundaries, Some(line));
            }
            if is_heading(text) && preceding.ends_row {
                boundaries.push(Boundary::Heading(line));
            }
            let line_match = LineMatch::new(self.page.text, lines.span(line), self.columns);
            let starts_row = line_match.starts_row(self.columns, preceding);
            if starts_row {
                boundaries.push(Boundary::Row(line));
            }
            let lacks_cells =
                starts_row && !line_match.has_all_cells && !self.columns.has_trailing();
            preceding = PrecedingLines {
                is_complete_row: starts_row && line_match.is_complete,
                ends_row: !lacks_cells && ends_row(self.page.text, lines.span(line), self.columns),
            };
        }
        (boundaries, None)
    }

    /// Returns the end of the row that starts at `start`, which is at most `next`.
    ///
    /// The row ends with the paragraph of its last line that ends with a pipe. In a table without descriptions, it ends
    /// with its first line.
    pub(super) fn row_end(&self, start: usize, next: usize) -> usize {
        let lines = &self.page.lines;
        let paragraph_end = |from: usize| {
            let blank = (from..next).find(|line| is_blank(lines.line(*line)));
            blank.unwrap_or(next)
        };
        let rfind =
            |is_match: &dyn Fn(usize) -> bool| (start..next).rev().find(|line| is_match(*line));
        if self.columns.description.is_none() {
            start + 1
        } else if !self.columns.trailing_pipe {
            paragraph_end(start)
        } else if let Some(last) = rfind(&|line| ends_with_pipe(lines.line(line))) {
            paragraph_end(last)
        } else {
            rfind(&|line| self.page.has_content(line)).map_or(next, |last| last + 1)
        }
    }
}
