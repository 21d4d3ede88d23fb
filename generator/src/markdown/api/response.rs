//! Parses the table of returned types.

use crate::{
    diagnostic::Code,
    markdown::{
        cell::{ends_with_pipe, slice, split_row, strip_markup},
        columns::{Columns, RESPONSE_HEADER},
        line::{LineRange, split_at_starts},
        model::ResponseRow,
        page::{Page, PageParser},
        row::{RawRow, row_subject},
        table::Table,
    },
    span::Spanned,
};

impl PageParser<'_> {
    /// Parses the table in a section. The text above it describes the docs' own client library and is ignored.
    pub(super) fn parse_responses(
        &mut self,
        method: &Spanned<String>,
        mut section: LineRange,
    ) -> Vec<ResponseRow> {
        let page = self.page;
        let columns_at = |line: usize| Columns::parse_at(&page.lines, line, &RESPONSE_HEADER);
        let header = section.find_map(|line| Some((line, columns_at(line)?)));
        let Some((header, columns)) = header else {
            self.report(
                Code::MissingResponses,
                method.span.clone(),
                format!("`{}` has no table of returned types", method.value),
                "in this method",
                "start the table below `#### Returns` with `| HTTP Status Code | Returned type | Description |` and `|---|---|---|`",
            );
            return Vec::new();
        };
        let help = "the columns are `HTTP Status Code`, `Returned type` and `Description`, each at most once";
        if !self.check_header(page.trimmed(header), &columns, help) {
            return Vec::new();
        }
        let table = Table {
            page,
            columns: &columns,
            first_line: header + 2,
        };
        let rows = table.first_line..section.end;
        let starts: Vec<_> = rows
            .clone()
            .filter(|line| starts_response(page, *line, &columns))
            .collect();
        self.check_no_text(rows.start..starts.first().copied().unwrap_or(rows.end));
        let rows = split_at_starts(&starts, rows.end).filter_map(|lines| {
            let end = table.row_end(lines.start, lines.end);
            self.check_no_text(end..lines.end);
            self.parse_response(&RawRow::new(&table, lines.start..end))
        });
        rows.collect()
    }

    fn parse_response(&mut self, row: &RawRow<'_>) -> Option<ResponseRow> {
        let (span, _) = row.name();
        let status = Spanned::new(self.page.slice(&span).to_owned(), span);
        let subject = row_subject(&status.value);
        self.check_row(row, &subject);
        if !is_status(&status.value) {
            self.report(
                Code::InvalidStatus,
                status.span,
                format!("`{}` is not an HTTP status", status.value),
                "expected a status",
                "a status is a number from 100 to 599, or `default`",
            );
            return None;
        }
        let ty = Some(row.ty()).filter(|cell| !cell.is_empty());
        Some(ResponseRow {
            status,
            ty: ty.and_then(|cell| self.parse_type(Code::InvalidType, &subject, cell)),
            description: row.description().map(|text| text.value),
        })
    }
}

/// Checks whether a line starts a row: it has a status, or the line above it ends with a pipe.
fn starts_response(page: &Page<'_>, line: usize, columns: &Columns) -> bool {
    let row = split_row(page.text, page.lines.span(line), columns.leading_count());
    if row.leading_pipe != columns.leading_pipe {
        return false;
    }
    let status = columns.name.and_then(|column| row.cells.get(column));
    let has_status = status.is_some_and(|cell| {
        let (status, _) = strip_markup(page.text, cell.clone());
        is_status(slice(page.text, &status))
    });
    has_status || (row.leading_pipe && ends_with_pipe(page.lines.line(line - 1)))
}

fn is_status(text: &str) -> bool {
    let number = text.parse::<u16>();
    text == "default" || (text.len() == 3 && number.is_ok_and(|code| (100..600).contains(&code)))
}
