//! From lines to rows: Markdown ends a table at the first line that does not fit; here every row is found again.

use super::{
    cell::ends_with_pipe,
    evidence::{Context, Evidence, ends_row},
    footer,
    header::{Columns, is_header},
    line::{Lines, is_blank, is_heading},
    outline::Outline,
};
use crate::span::Span;

/// A table and what is known of its surroundings.
pub(super) struct Table<'a> {
    /// The file's text.
    pub(super) text: &'a str,
    /// Its lines.
    pub(super) lines: &'a Lines<'a>,
    /// What Markdown sees in it.
    pub(super) outline: &'a Outline<'a>,
    /// The table's columns.
    pub(super) columns: &'a Columns,
    /// The line below the delimiter row.
    pub(super) first: usize,
}

/// The lines of a table, shared out.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Segments {
    /// The lines of each row.
    pub(super) rows: Vec<Span>,
    /// The lines that belong to no row.
    pub(super) stray: Vec<Span>,
    /// The header's line of a second table; it and what follows is not read.
    pub(super) second_table: Option<usize>,
}

/// Where something starts that ends the row before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Row(usize),
    Heading(usize),
}

impl Mark {
    const fn line(self) -> usize {
        match self {
            Self::Row(line) | Self::Heading(line) => line,
        }
    }
}

impl Table<'_> {
    /// Shares out the lines below the header.
    pub(super) fn segments(&self) -> Segments {
        let (mut marks, second_table) = self.marks();
        let end = second_table.unwrap_or(self.lines.len());
        let last_row = marks.iter().rev().find(|mark| matches!(mark, Mark::Row(_)));
        let tail = last_row.map_or(self.first, |mark| mark.line() + 1).min(end)..end;
        let footer = footer::find(self.lines, tail, self.outline).unwrap_or(end..end);
        marks.retain(|mark| mark.line() < footer.start);
        let mut segments = Segments {
            second_table,
            ..Segments::default()
        };
        let first = marks.first().map_or(footer.start, |mark| mark.line());
        self.add_stray(self.first..first, &mut segments.stray);
        for (index, mark) in marks.iter().enumerate() {
            let next = marks
                .get(index + 1)
                .map_or(footer.start, |mark| mark.line());
            self.share_out(*mark, next, &mut segments);
        }
        self.add_stray(footer.end..end, &mut segments.stray);
        segments
    }

    /// Where rows and headings start, and where a second table does.
    fn marks(&self) -> (Vec<Mark>, Option<usize>) {
        let mut marks = Vec::new();
        let mut context = Context {
            after_whole_row: true,
            after_row_end: true,
        };
        for line in self.first..self.lines.len() {
            let text = self.lines.text(line);
            if is_blank(text) {
                context.after_whole_row = false;
                continue;
            }
            if is_header(self.text, self.lines, line) {
                return (marks, Some(line));
            }
            if is_heading(text) && context.after_row_end {
                marks.push(Mark::Heading(line));
            }
            context = self.step(line, context, &mut marks);
        }
        (marks, None)
    }

    /// Looks at a line that is not blank, and tells what the next one comes after.
    fn step(&self, line: usize, context: Context, marks: &mut Vec<Mark>) -> Context {
        let evidence = Evidence::of(self.text, self.lines.span(line), self.columns);
        let starts = evidence.starts_row(self.columns, context);
        if starts {
            marks.push(Mark::Row(line));
        }
        let is_cut_short = starts && !evidence.is_long && !self.columns.trails();
        let after_row_end =
            ends_row(self.text, self.lines.span(line), self.columns) && !is_cut_short;
        Context {
            after_whole_row: starts && evidence.is_whole,
            after_row_end,
        }
    }

    /// Shares out the lines from a mark to the next one.
    fn share_out(&self, mark: Mark, next: usize, segments: &mut Segments) {
        let start = mark.line();
        let end = match mark {
            Mark::Row(_) => self.row_end(start, next),
            Mark::Heading(_) => start,
        };
        if end > start {
            segments.rows.push(start..end);
        }
        self.add_stray(end..next, &mut segments.stray);
    }

    /// Where a row ends, at the latest where the next thing starts: behind its last pipe.
    pub(super) fn row_end(&self, start: usize, next: usize) -> usize {
        let paragraph_end = |from: usize| {
            (from..next)
                .find(|line| is_blank(self.lines.text(*line)))
                .unwrap_or(next)
        };
        if self.columns.description.is_none() {
            return start + 1;
        }
        if !self.columns.last_pipe {
            return paragraph_end(start);
        }
        match (start..next)
            .rev()
            .find(|line| ends_with_pipe(self.lines.text(*line)))
        {
            Some(last) => paragraph_end(last),
            None => (start..next)
                .rev()
                .find(|line| self.is_text(*line))
                .map_or(next, |last| last + 1),
        }
    }

    /// Whether there is something on the line that a reader sees.
    fn is_text(&self, line: usize) -> bool {
        !is_blank(self.lines.text(line)) && !self.outline.defines(self.lines.span(line).start)
    }

    /// Keeps lines as stray, without the blank ones at their ends; a reference definition is none.
    fn add_stray(&self, lines: Span, stray: &mut Vec<Span>) {
        let first = lines.clone().find(|line| self.is_text(*line));
        let last = lines.rev().find(|line| self.is_text(*line));
        stray.extend(first.zip(last).map(|(first, last)| first..last + 1));
    }
}
