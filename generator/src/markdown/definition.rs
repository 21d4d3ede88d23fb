//! Parses definition pages.

use std::sync::Arc;

use super::{
    cell::trim,
    columns::{Columns, PROPERTY_HEADER},
    model::{Document, Row},
    page::PageParser,
    row::RawRow,
    table::Table,
};
use crate::{
    diagnostic::Code,
    limit,
    span::{Span, Spanned},
};

const HEADER_HELP: &str =
    "start the table with `| Property | Type | Required | Description |` and `|---|---|---|---|`";

impl PageParser<'_> {
    /// Parses a definition page; `None`, with an error, if it has no valid title or no property table.
    pub(super) fn parse_definition(&mut self) -> Option<Document> {
        let page = self.page;
        let header = self.find_header();
        let head_end = header.map_or(page.text.len(), |line| page.lines.span(line).start);
        let title = self.parse_definition_title(head_end);
        let Some(header) = header else {
            let span = title.map_or_else(|| page.first_nonblank_line(), |title| title.span);
            let message = "the definition has no property table";
            let label = "in this definition";
            self.report(Code::MissingTable, span, message, label, HEADER_HELP);
            return None;
        };
        let mut rows = self.parse_rows(header);
        if title.is_none() {
            let rows = rows.take().into_iter().flatten();
            self.diagnostics.extend(rows.filter_map(|row| row.ty.err()));
        }
        let heading_end = page.outline.title.as_ref().map(|heading| heading.span.end);
        let head = heading_end.unwrap_or(head_end).min(head_end)..head_end;
        Some(Document {
            source: Arc::clone(page.source),
            title: title?,
            description: page.paragraphs(head),
            rows: rows?,
        })
    }

    /// Finds the header line of the property table.
    ///
    /// The outline lacks the table if it is below an unclosed code block or HTML block. All lines are searched then.
    fn find_header(&self) -> Option<usize> {
        let lines = &self.page.lines;
        let in_outline = self.page.outline.table_header;
        let has_name_and_type = |line: &usize| {
            Columns::parse(lines.text, lines.span(*line), &PROPERTY_HEADER).has_name_and_type()
        };
        in_outline
            .filter(has_name_and_type)
            .or_else(|| {
                (0..lines.len())
                    .find(|line| Columns::parse_at(lines, *line, &PROPERTY_HEADER).is_some())
            })
            .or(in_outline)
    }

    fn parse_definition_title(&mut self, head_end: usize) -> Option<Spanned<String>> {
        let page = self.page;
        let heading = page.outline.title.as_ref();
        let Some(heading) = heading.filter(|heading| heading.span.start < head_end) else {
            self.report(
                Code::MissingTitle,
                page.first_nonblank_line(),
                "the definition has no title",
                "expected a heading",
                "start the file with the type's name: \"# `Name` Definition\"",
            );
            return None;
        };
        self.check_no_text(0..page.lines.line_at(heading.span.start));
        let Some(name) = heading.name(page.text, "definition") else {
            let text = heading.text.trim();
            self.report(
                Code::InvalidTitle,
                trim(page.text, heading.span.clone()),
                format!("the title `{text}` is not a single type name"),
                "expected a single name",
                "write the type's name, optionally followed by the word Definition: \"# `Name` Definition\"",
            );
            return None;
        };
        self.check_name(&name).then_some(name)
    }

    /// Parses the rows of the property table; `None`, with an error, if the table lacks the name or type column.
    fn parse_rows(&mut self, header: usize) -> Option<Vec<Row>> {
        let page = self.page;
        let columns = Columns::parse(page.text, page.lines.span(header), &PROPERTY_HEADER);
        let span = page.trimmed(header);
        let help =
            "the columns are `Property`, `Type`, `Required` and `Description`, each at most once";
        if !self.check_header(span.clone(), &columns, help) {
            return None;
        }
        self.check_missing_columns(&columns, span);
        if !columns.has_name_and_type() {
            return None;
        }
        let table = Table {
            page,
            columns: &columns,
            first_line: header + 2,
        };
        let lines = table.assign_lines();
        for span in lines.stray {
            self.report_stray_text(span);
        }
        if let Some(header) = lines.second_table {
            self.report(
                Code::SecondTable,
                page.trimmed(header),
                "the file has a second property table",
                "ignored from here on",
                "put all rows below one header, or move the second definition to its own file",
            );
        }
        if let Some(row) = lines.rows.get(limit::PROPERTIES) {
            let subject = ("the definition", "properties");
            let span = page.trimmed(row.start);
            self.check_limit(subject, lines.rows.len(), limit::PROPERTIES, span);
            return Some(Vec::new());
        }
        let rows = lines.rows.into_iter();
        let rows = rows.filter_map(|lines| self.parse_row(&RawRow::new(&table, lines)));
        Some(rows.collect())
    }

    fn check_missing_columns(&mut self, columns: &Columns, header: Span) {
        for (column, name) in [(columns.name, "Property"), (columns.ty, "Type")] {
            if column.is_none() {
                let (code, span) = (Code::MissingColumn, header.clone());
                let message = format!("the table has no `{name}` column");
                self.report(code, span, message, "in this header", HEADER_HELP);
            }
        }
        if columns.required.is_none() {
            let message = "the table has no `Required` column";
            let label = "all properties are treated as optional";
            self.report(
                Code::MissingRequiredColumn,
                header,
                message,
                label,
                HEADER_HELP,
            );
        }
    }
}
