//! Parses the cells of a row and reports malformed ones.

use super::{
    cell::{
        parse_yes_no, strip_markup, trim, unescape_pipes, unescape_punctuation, unescaped_pipes,
    },
    columns::RowCells,
    line::LineRange,
    model::Row,
    page::{Page, PageParser},
    table::Table,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    span::{Span, Spanned},
};

const ESCAPE_HELP: &str = "write `\\|` for a pipe within a cell";

/// A row with unparsed cells.
pub(super) struct RawRow<'a> {
    page: &'a Page<'a>,
    lines: LineRange,
    span: Span,
    cells: RowCells<'a>,
}

impl<'a> RawRow<'a> {
    pub(super) fn new(table: &Table<'a>, lines: LineRange) -> Self {
        let page = table.page;
        let span = trim(page.text, page.lines.span_of_range(&lines));
        Self {
            page,
            cells: RowCells::new(page.text, span.clone(), table.columns),
            lines,
            span,
        }
    }

    /// Returns the cell of a column, or an empty span at the row's end if it is missing.
    fn cell(&self, column: Option<usize>) -> Span {
        let end = self.span.end;
        self.cells.get(column).unwrap_or(end..end)
    }

    /// Returns the span of the name without markup, and whether the name is in code.
    pub(super) fn name(&self) -> (Span, bool) {
        strip_markup(self.page.text, self.cell(self.cells.columns.name))
    }

    pub(super) fn ty(&self) -> Span {
        trim(self.page.text, self.cell(self.cells.columns.ty))
    }

    pub(super) fn description(&self) -> Option<Spanned<String>> {
        let span = trim(
            self.page.text,
            self.cells.get(self.cells.columns.description)?,
        );
        let text = unescape_pipes(self.page.slice(&span));
        (!span.is_empty()).then(|| Spanned::new(text, span))
    }
}

/// Returns the phrase for a row in the messages of diagnostics.
pub(super) fn row_subject(name: &str) -> String {
    match name {
        "" => "a row".to_owned(),
        name => format!("row `{name}`"),
    }
}

impl PageParser<'_> {
    /// Parses a row of a property table; `None`, with an error, if its name is missing or invalid.
    pub(super) fn parse_row(&mut self, row: &RawRow<'_>) -> Option<Row> {
        let name = self.parse_property_name(row);
        let subject = row_subject(name.as_ref().map_or("", |name| &name.value));
        self.check_row(row, &subject);
        let ty = self.read_type(Code::InvalidType, &subject, row.ty());
        let required = self.parse_required_cell(row, &subject);
        let Some(name) = name else {
            self.diagnostics.extend(ty.err());
            return None;
        };
        Some(Row {
            name,
            ty,
            required,
            description: row.description(),
        })
    }

    fn parse_property_name(&mut self, row: &RawRow<'_>) -> Option<Spanned<String>> {
        let (span, is_code) = row.name();
        let written = self.page.slice(&span);
        let name = if is_code {
            unescape_pipes(written)
        } else {
            unescape_punctuation(written)
        };
        let name = Spanned::new(name, span);
        if name.value.is_empty() {
            self.report(
                Code::EmptyName,
                name.span,
                "a row has no property name",
                "expected a name",
                "write the property's name in the `Property` column",
            );
            return None;
        }
        self.check_name(&name).then_some(name)
    }

    fn parse_required_cell(&mut self, row: &RawRow<'_>, subject: &str) -> Spanned<bool> {
        let column = row.cells.columns.required;
        let cell = row.cell(column);
        let span = trim(self.page.text, cell.clone());
        let word = self.page.slice(&strip_markup(self.page.text, cell).0);
        let value = parse_yes_no(word);
        if value.is_none() && row.cells.get(column).is_some() {
            let message = match word {
                "" => format!("{subject} has an empty `Required` cell"),
                word => format!("{subject} has an invalid `Required` value `{word}`"),
            };
            self.report(
                Code::InvalidRequired,
                span.clone(),
                message,
                "treated as `No`",
                "write `Yes` or `No`",
            );
        }
        Spanned::new(value.unwrap_or(false), span)
    }

    /// Reports a row that is split across lines, missing and surplus cells, and missing and unescaped pipes.
    pub(super) fn check_row(&mut self, row: &RawRow<'_>, subject: &str) {
        self.check_for_split_row(row, subject);
        let (cells, columns) = (&row.cells, row.cells.columns);
        let end = row.span.end..row.span.end;
        if cells.count() < columns.count {
            let message = format!("{subject} has {} of {} cells", cells.count(), columns.count);
            let label = "missing cells are treated as empty";
            let help = "add an empty cell for each missing one";
            self.report(Code::MissingCell, end.clone(), message, label, help);
        }
        if let Some(surplus) = cells.surplus() {
            let message = format!("{subject} has more cells than the table has columns");
            let span = trim(self.page.text, surplus);
            self.report(Code::StrayText, span, message, "ignored", ESCAPE_HELP);
        }
        let start = row.span.start..row.span.start;
        for (lacks_pipe, side, at) in [
            (cells.lacks_leading_pipe(), "start", start),
            (cells.lacks_trailing_pipe(), "end", end),
        ] {
            if lacks_pipe {
                let message = format!("{subject} does not {side} with a pipe");
                let (label, help) = ("expected `|`", "add a `|` here");
                self.report(Code::MissingPipe, at, message, label, help);
            }
        }
        let pipe = (0..columns.count).find_map(|column| {
            let cell = cells.get(Some(column))?;
            let at = unescaped_pipes(self.page.slice(&cell)).next()?;
            Some(cell.start + at)
        });
        if let Some(at) = pipe {
            let message = format!("{subject} contains an unescaped pipe");
            let label = "treated as text";
            self.report(Code::UnescapedPipe, at..at + 1, message, label, ESCAPE_HELP);
        }
    }

    fn check_for_split_row(&mut self, row: &RawRow<'_>, subject: &str) {
        let mut below = (row.lines.start + 1..row.lines.end).map(|line| self.page.trimmed(line));
        let Some(next) = below.find(|span| !span.is_empty()) else {
            return;
        };
        let first_char = |at: usize| {
            let first = self.page.slice(&(at..self.page.text.len())).chars().next();
            at..at + first.map_or(0, char::len_utf8)
        };
        let message = format!("{subject} is split across {} lines", row.lines.len());
        let source = self.page.source;
        let diagnostic = Diagnostic::new(Code::BrokenRow, message)
            .label(source, first_char(next.start), "continues here")
            .label(source, first_char(row.span.start), "row starts here")
            .help("write the row on one line, with `<br>` for a line break");
        self.diagnostics.push(diagnostic);
    }
}
