//! From a row's lines to a property.

use super::{
    cell::{pipes, slice, strip_marks, trim},
    description,
    document::{Row, TypeCell},
    fields::Fields,
    report::Report,
    required,
    segment::Table,
    type_cell,
};
use crate::span::{Span, Spanned};

/// Reads a table's rows, one by one, and reports what is wrong with each.
pub(super) struct RowReader<'a> {
    table: &'a Table<'a>,
    /// The row's bytes.
    row: Span,
    fields: Fields,
    report: &'a mut Report,
}

/// Reads the row on these lines; `None`, with an error, if it has no name or no type.
pub(super) fn read(table: &Table<'_>, lines: &Span, report: &mut Report) -> Option<Row> {
    let mut reader = RowReader::new(table, lines, report);
    let name = reader.name();
    reader.report.row = name.as_ref().map(|name| name.value.clone());
    reader.check_lines(lines);
    reader.check_cells();
    let ty = reader.ty();
    let required = reader.required();
    let description = reader.description();
    Some(Row {
        name: name?,
        ty: ty?,
        required,
        description,
    })
}

impl<'a> RowReader<'a> {
    pub(super) fn new(table: &'a Table<'a>, lines: &Span, report: &'a mut Report) -> Self {
        let row = trim(table.text, table.lines.joined(lines.clone()));
        let fields = Fields::read(table.text, row.clone(), table.columns);
        Self {
            table,
            row,
            fields,
            report,
        }
    }

    /// Reports what is wrong with the form of a row of this name.
    pub(super) fn check(&mut self, lines: &Span, name: &str) {
        self.report.row = (!name.is_empty()).then(|| name.to_owned());
        self.check_lines(lines);
        self.check_cells();
    }

    /// The cell of a column; an empty one at the row's end if it is missing.
    pub(super) fn cell(&self, column: Option<usize>) -> Span {
        self.fields
            .get(column)
            .unwrap_or(self.row.end..self.row.end)
    }

    fn text(&self, span: &Span) -> &str {
        slice(self.table.text, span)
    }

    /// The name, without the marks around it and without the backslashes before its punctuation.
    fn name(&mut self) -> Option<Spanned<String>> {
        let (span, is_code) = strip_marks(self.table.text, self.cell(self.table.columns.property));
        let written = self.text(&span);
        let value = if is_code {
            description::cell(written)
        } else {
            unescaped(written)
        };
        if value.is_empty() {
            self.report.empty_name(span);
            return None;
        }
        if self.report.is_too_long(&value, span.clone()) {
            return None;
        }
        Some(Spanned::new(value, span))
    }

    fn ty(&mut self) -> Option<Spanned<TypeCell>> {
        let span = trim(self.table.text, self.cell(self.table.columns.ty));
        let written = slice(self.table.text, &span);
        let parsed = type_cell::parse(written, self.table.outline.references());
        if parsed.is_none() {
            self.report.invalid_type(written, span.clone());
        }
        let ty = parsed.filter(|ty| !self.report.is_too_deep(ty, span.clone()))?;
        Some(Spanned::new(ty, span))
    }

    fn required(&mut self) -> Spanned<bool> {
        let cell = self.cell(self.table.columns.required);
        let span = trim(self.table.text, cell.clone());
        let (word, _) = strip_marks(self.table.text, cell);
        let value = required::parse(self.text(&word));
        if value.is_none() && self.fields.get(self.table.columns.required).is_some() {
            self.report
                .invalid_required(slice(self.table.text, &word), span.clone());
        }
        Spanned::new(value.unwrap_or(false), span)
    }

    pub(super) fn description(&self) -> Option<Spanned<String>> {
        let span = trim(
            self.table.text,
            self.fields.get(self.table.columns.description)?,
        );
        (!span.is_empty()).then(|| Spanned::new(description::cell(self.text(&span)), span))
    }

    /// Reports a row of more than one line, at the first one that goes on with it.
    fn check_lines(&mut self, lines: &Span) {
        let line_span = |line: usize| trim(self.table.text, self.table.lines.span(line));
        let next = (lines.start + 1..lines.end)
            .map(line_span)
            .find(|span| !span.is_empty());
        if let Some(next) = next {
            self.report
                .broken_row(self.row.start, next.start, lines.len());
        }
    }

    /// Reports pipes that are missing or too many, and cells that are.
    fn check_cells(&mut self) {
        if self.fields.count() < self.table.columns.count {
            self.report.missing_cell(
                self.row.clone(),
                self.fields.count(),
                self.table.columns.count,
            );
        }
        if let Some(excess) = self.fields.excess.clone() {
            self.report.excess_cells(trim(self.table.text, excess));
        }
        if self.table.columns.first_pipe && !self.fields.first_pipe {
            self.report
                .missing_pipe("starts without its first", self.row.start);
        }
        if self.table.columns.last_pipe && !self.fields.last_pipe {
            self.report
                .missing_pipe("ends without its last", self.row.end);
        }
        if let Some(at) = self.unescaped_pipe() {
            self.report.unescaped_pipe(at);
        }
    }

    /// The first pipe in a cell that is not escaped.
    fn unescaped_pipe(&self) -> Option<usize> {
        (0..self.table.columns.count).find_map(|column| {
            let cell = self.fields.get(Some(column))?;
            let at = pipes(self.text(&cell)).next()?;
            Some(cell.start + at)
        })
    }
}

/// The text without the backslashes that escape punctuation.
fn unescaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let escaped = chars.next_if(|next| c == '\\' && next.is_ascii_punctuation());
        value.push(escaped.unwrap_or(c));
    }
    value
}
