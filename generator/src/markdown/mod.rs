//! From Markdown to rows with spans: the only module that sees `pulldown-cmark`.
//!
//! Markdown tells where the title, the table and the links are. What the docs' own dialect does to tables (rows broken
//! over lines, pipes that are not escaped) ends a table in plain Markdown, so the rows are found again here, in the
//! file's own lines: a row starts where the cells look like a property's, and all else continues the row above. Every
//! such repair is a warning.
//!
//! The docs escape nothing, so four things cannot be told apart, and are read so:
//!
//! - `\|` in a description is an escaped pipe;
//! - a line with the cells of a property (a name, a type, Yes or No) is that property's row;
//! - a line that starts with a pipe, right below a whole row on one line, is the next row if it has a cell for every
//!   column, or a name and a type;
//! - a heading behind a line that ends with a pipe ends the row.

mod api;
mod cell;
mod description;
mod document;
mod evidence;
mod fields;
mod footer;
mod header;
mod line;
mod link;
mod outline;
mod report;
mod required;
mod row;
mod segment;
mod title;
mod type_cell;

#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use api::{
    ApiPage, EndpointText, MethodPart, ParameterItem, ParsedApi, ResponseRow, parse_api,
};
pub use document::{Document, LinkTarget, Row, TypeCell, TypeName};

use crate::{
    diagnostic::Diagnostic,
    limit,
    span::{Source, Span, Spanned},
};
use cell::{slice, trim};
use header::Columns;
use line::Lines;
use outline::Outline;
use report::Report;
use segment::Table;

/// What came of a file.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// The file, taken apart; `None`, with an error, if it has no title or no table of properties.
    pub document: Option<Document>,
    /// What was wrong or put right, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
}

/// Takes a definition's file apart.
///
/// A row with an error is left out of the document; the other rows are there.
///
/// ```
/// use std::sync::Arc;
/// use genesys_modelgen::{markdown, span::SourceFile};
///
/// let text = "# `Ant` Definition\n\n| Property | Type | Required |\n|---|---|---|\n| legs | `number` | Yes |\n";
/// let parsed = markdown::parse(&Arc::new(SourceFile { path: "ant-definition.md".into(), text: text.to_owned() }));
/// let document = parsed.document.unwrap();
/// assert_eq!(document.title.value, "Ant");
/// assert_eq!(document.rows[0].name.value, "legs");
/// assert!(parsed.diagnostics.is_empty());
/// ```
#[must_use]
pub fn parse(source: &Source) -> Parsed {
    let lines = Lines::new(&source.text);
    let outline = Outline::read(&source.text, &lines);
    let mut reader = FileReader {
        source,
        lines: &lines,
        outline: &outline,
        report: Report::new(Arc::clone(source)),
    };
    let document = reader.document();
    let mut diagnostics = reader.report.diagnostics;
    crate::diagnostic::sort(&mut diagnostics);
    Parsed {
        document,
        diagnostics,
    }
}

/// Reads a file's parts, top to bottom.
struct FileReader<'a> {
    source: &'a Source,
    lines: &'a Lines<'a>,
    outline: &'a Outline<'a>,
    report: Report,
}

impl FileReader<'_> {
    fn document(&mut self) -> Option<Document> {
        let header = self.header();
        let head_end = header.map_or(self.source.text.len(), |line| self.lines.span(line).start);
        let title = self.title(head_end);
        if header.is_none() {
            let place = title
                .as_ref()
                .map_or_else(|| self.first_line(), |title| title.span.clone());
            self.report.missing_table(place);
        }
        let rows = self.rows(header?);
        let description = self.description(head_end);
        Some(Document {
            source: Arc::clone(self.source),
            title: title?,
            description,
            rows: rows?,
        })
    }

    /// The table's header: as Markdown sees it, or else the first that looks like one.
    fn header(&self) -> Option<usize> {
        let text = &self.source.text;
        let seen = self
            .outline
            .table
            .filter(|line| Columns::read(text, self.lines.span(*line)).is_complete());
        seen.or_else(|| header::find(text, self.lines))
            .or(self.outline.table)
    }

    /// The first line that is not blank.
    fn first_line(&self) -> Span {
        let line = (0..self.lines.len()).find(|line| !line::is_blank(self.lines.text(*line)));
        trim(&self.source.text, self.lines.span(line.unwrap_or_default()))
    }

    fn title(&mut self, head_end: usize) -> Option<Spanned<String>> {
        let Some(heading) = self
            .outline
            .title
            .as_ref()
            .filter(|heading| heading.span.start < head_end)
        else {
            self.report.missing_title(self.first_line());
            return None;
        };
        self.check_stray(0..self.lines.at(heading.span.start));
        let name = heading.name(&self.source.text, "definition");
        if name.is_none() {
            self.report.invalid_title(
                trim(&self.source.text, heading.span.clone()),
                heading.text.trim(),
            );
        }
        name.filter(|name| !self.report.is_too_long(&name.value, name.span.clone()))
    }

    /// Reports text that is neither blank nor a reference definition, at its first line.
    fn check_stray(&mut self, lines: Span) {
        let texts = lines.map(|line| trim(&self.source.text, self.lines.span(line)));
        if let Some(span) =
            { texts }.find(|span| !span.is_empty() && !self.outline.defines(span.start))
        {
            self.report.stray_text(span);
        }
    }

    /// The text between the title and the table, without reference definitions.
    fn description(&self, head_end: usize) -> Option<Spanned<String>> {
        let start = self
            .outline
            .title
            .as_ref()
            .map_or(head_end, |heading| heading.span.end.min(head_end));
        let span = trim(&self.source.text, start..head_end);
        let mut text = String::new();
        let mut from = span.start;
        for definition in self
            .outline
            .definitions
            .iter()
            .filter(|definition| span.contains(&definition.start))
        {
            text.push_str(slice(&self.source.text, &(from..definition.start)));
            from = definition.end;
        }
        text.push_str(slice(&self.source.text, &(from..span.end)));
        let text = description::paragraphs(text.trim());
        (!text.is_empty()).then(|| Spanned::new(text, span))
    }

    /// The table's rows; `None`, with an error, if the table is none of properties.
    fn rows(&mut self, header: usize) -> Option<Vec<Row>> {
        let span = self.lines.span(header);
        let columns = Columns::read(&self.source.text, span.clone());
        if self.report.has_too_many_columns(span, columns.count) {
            return None;
        }
        self.check_columns(&columns, header);
        if !columns.is_complete() {
            return None;
        }
        let table = Table {
            text: &self.source.text,
            lines: self.lines,
            outline: self.outline,
            columns: &columns,
            first: header + 2,
        };
        let segments = table.segments();
        for line in segments.stray.into_iter().map(|lines| lines.start) {
            self.report
                .stray_text(trim(&self.source.text, self.lines.span(line)));
        }
        if let Some(line) = segments.second_table {
            self.report
                .second_table(trim(&self.source.text, self.lines.span(line)));
        }
        Some(self.read_rows(&table, &segments.rows))
    }

    fn read_rows(&mut self, table: &Table<'_>, rows: &[Span]) -> Vec<Row> {
        if let Some(beyond) = rows.get(limit::PROPERTIES) {
            let line = trim(table.text, table.lines.span(beyond.start));
            self.report.too_many_rows(line, rows.len());
            return Vec::new();
        }
        { rows.iter() }
            .filter_map(|lines| row::read(table, lines, &mut self.report))
            .collect()
    }

    fn check_columns(&mut self, columns: &Columns, header: usize) {
        let line = trim(&self.source.text, self.lines.span(header));
        for (column, name) in [(columns.property, "Property"), (columns.ty, "Type")] {
            if column.is_none() {
                self.report.missing_column(line.clone(), name);
            }
        }
        if columns.required.is_none() {
            self.report.missing_required_column(line);
        }
        for span in &columns.unknown {
            self.report
                .unknown_column(span.clone(), slice(&self.source.text, span));
        }
    }
}
