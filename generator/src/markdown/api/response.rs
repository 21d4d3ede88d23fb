//! The table of returned types.

use super::{page::ResponseRow, parts::LineRange};
use crate::{
    markdown::{
        cell::{ends_with_pipe, slice, split, strip_marks, trim},
        header::Columns,
        line::{Lines, is_blank, is_delimiter_row},
        outline::Outline,
        report::Report,
        row::RowReader,
        segment::Table,
        type_cell,
    },
    span::{Span, Spanned},
};

/// Reads tables of returned types, one by one.
pub(super) struct ResponseReader<'a> {
    pub(super) text: &'a str,
    pub(super) lines: &'a Lines<'a>,
    pub(super) outline: &'a Outline<'a>,
    pub(super) report: &'a mut Report,
}

impl ResponseReader<'_> {
    /// Reads the table in a section; `None` where there is none. What stands above it speaks of the docs' own client.
    pub(super) fn read(&mut self, section: LineRange) -> Option<Vec<ResponseRow>> {
        let (header, columns) =
            { section.clone() }.find_map(|line| Some((line, self.header(line)?)))?;
        let span = self.lines.span(header);
        if self.report.has_too_many_columns(span, columns.count) {
            return Some(Vec::new());
        }
        for span in &columns.unknown {
            self.report
                .unknown_column(span.clone(), slice(self.text, span));
        }
        let (text, lines, outline) = (self.text, self.lines, self.outline);
        let table = Table {
            text,
            lines,
            outline,
            columns: &columns,
            first: header + 2,
        };
        let starts: Vec<_> = (header + 2..section.end)
            .filter(|line| self.starts_row(*line, &columns))
            .collect();
        let first = starts.first().copied().unwrap_or(section.end);
        self.check_stray(header + 2..first);
        let ends = starts.iter().skip(1).copied().chain([section.end]);
        let rows = starts.iter().zip(ends).filter_map(|(start, next)| {
            let end = table.row_end(*start, next);
            self.check_stray(end..next);
            self.row(&table, &(*start..end))
        });
        Some(rows.collect())
    }

    /// The columns, if the line is the table's header. The column of statuses takes the place of the names.
    fn header(&self, line: usize) -> Option<Columns> {
        let is_header =
            self.lines.text(line).contains('|') && is_delimiter_row(self.lines.text(line + 1));
        if !is_header {
            return None;
        }
        let cells = split(self.text, self.lines.span(line), 0);
        let mut columns = Columns {
            count: cells.spans.len(),
            first_pipe: cells.first_pipe,
            last_pipe: cells.last_pipe,
            ..Columns::default()
        };
        for (index, span) in cells.spans.into_iter().enumerate() {
            let name =
                slice(self.text, &strip_marks(self.text, span.clone()).0).to_ascii_lowercase();
            match slot(&mut columns, &name) {
                Some(slot) if slot.is_none() => *slot = Some(index),
                _ => columns.unknown.push(trim(self.text, span)),
            }
        }
        columns.is_complete().then_some(columns)
    }

    /// Whether a row starts on the line: it has a status, or it starts as a row does below the end of another one.
    fn starts_row(&self, line: usize, columns: &Columns) -> bool {
        let span = trim(self.text, self.lines.span(line));
        let cells = split(self.text, span.clone(), columns.leading());
        let cell = |column: Option<usize>| cells.spans.get(column?).cloned();
        if cells.first_pipe != columns.first_pipe {
            return false;
        }
        let has_status = cell(columns.property)
            .is_some_and(|cell| is_status(slice(self.text, &strip_marks(self.text, cell).0)));
        has_status || (cells.first_pipe && ends_with_pipe(self.lines.text(line - 1)))
    }

    fn check_stray(&mut self, mut lines: LineRange) {
        if let Some(line) = lines.find(|line| !is_blank(self.lines.text(*line))) {
            self.report
                .stray_text(trim(self.text, self.lines.span(line)));
        }
    }

    fn row(&mut self, table: &Table<'_>, lines: &Span) -> Option<ResponseRow> {
        let mut reader = RowReader::new(table, lines, self.report);
        let (span, _) = strip_marks(table.text, reader.cell(table.columns.property));
        let status = Spanned::new(slice(table.text, &span).to_owned(), span);
        reader.check(lines, &status.value);
        let cell = trim(table.text, reader.cell(table.columns.ty));
        let description = reader.description().map(|text| text.value);
        if !is_status(&status.value) {
            self.report.invalid_status(&status.value, status.span);
            return None;
        }
        let written = slice(table.text, &cell);
        let ty = type_cell::parse(written, table.outline.references());
        if ty.is_none() && !written.is_empty() {
            self.report.invalid_type(written, cell.clone());
        }
        let ty = ty.filter(|ty| !self.report.is_too_deep(ty, cell.clone()));
        Some(ResponseRow {
            status,
            ty: ty.map(|ty| Spanned::new(ty, cell)),
            description,
        })
    }
}

fn slot<'a>(columns: &'a mut Columns, name: &str) -> Option<&'a mut Option<usize>> {
    match name {
        "http status code" | "status code" | "http status" | "status" => {
            Some(&mut columns.property)
        }
        "returned type" | "type" => Some(&mut columns.ty),
        "description" => Some(&mut columns.description),
        _ => None,
    }
}

/// Whether a text is an HTTP status, or the word for all others.
fn is_status(text: &str) -> bool {
    text == "default"
        || (text.len() == 3
            && text
                .parse::<u16>()
                .is_ok_and(|code| (100..600).contains(&code)))
}
