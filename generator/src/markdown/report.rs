//! What is said about a definition's file.

use super::document::TypeCell;
use crate::{
    diagnostic::{Code, Diagnostic},
    limit,
    span::{Source, Span},
};

/// The findings on one file.
pub(super) struct Report {
    source: Source,
    /// The name of the row at hand.
    pub(super) row: Option<String>,
    /// What was found.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// What a table of properties looks like.
const HEADER_HELP: &str =
    "the table starts with `| Property | Type | Required | Description |` and `|---|---|---|---|`";

impl Report {
    pub(super) const fn new(source: Source) -> Self {
        Self {
            source,
            row: None,
            diagnostics: Vec::new(),
        }
    }

    /// Adds a finding; its message is put together here, its help by the caller.
    pub(super) fn add(&mut self, code: Code, span: Span, message: String, label: &str, help: &str) {
        let finding = Diagnostic::new(code, message)
            .label(&self.source, span, label)
            .help(help);
        self.diagnostics.push(finding);
    }

    /// How the row at hand is called.
    fn row(&self) -> String {
        self.row
            .as_ref()
            .map_or_else(|| "a row".to_owned(), |name| format!("the row of `{name}`"))
    }

    pub(super) fn missing_title(&mut self, span: Span) {
        let help = "start the file with the type's name: \"# `Name` Definition\"";
        self.add(
            Code::MissingTitle,
            span,
            "the definition has no title".to_owned(),
            "expected a heading",
            help,
        );
    }

    pub(super) fn invalid_title(&mut self, span: Span, text: &str) {
        let help = "a title is one name, perhaps with the word Definition: \"# `Name` Definition\"";
        self.add(
            Code::InvalidTitle,
            span,
            format!("the title `{text}` does not name one type"),
            "",
            help,
        );
    }

    pub(super) fn missing_table(&mut self, span: Span) {
        let message = "the definition has no table of properties".to_owned();
        self.add(
            Code::MissingTable,
            span,
            message,
            "of this definition",
            HEADER_HELP,
        );
    }

    pub(super) fn missing_column(&mut self, header: Span, column: &str) {
        let message = format!("the table has no `{column}` column");
        self.add(
            Code::MissingColumn,
            header,
            message,
            "this header",
            HEADER_HELP,
        );
    }

    pub(super) fn missing_required_column(&mut self, header: Span) {
        let message =
            "the table has no `Required` column: no property counts as required".to_owned();
        self.add(
            Code::MissingRequiredColumn,
            header,
            message,
            "this header",
            HEADER_HELP,
        );
    }

    pub(super) fn unknown_column(&mut self, span: Span, name: &str) {
        let message = if name.is_empty() {
            "a column has no name".to_owned()
        } else {
            format!("unknown column `{name}`")
        };
        let help = "the columns are `Property`, `Type`, `Required` and `Description`, once each";
        self.add(
            Code::UnknownColumn,
            span,
            message,
            "this column is ignored",
            help,
        );
    }

    /// Reports the columns of a table that has too many; whether it has.
    pub(super) fn has_too_many_columns(&mut self, header: Span, count: usize) -> bool {
        self.is_beyond("columns of a table", count, limit::COLUMNS, header)
    }

    /// Reports the first property of a definition that has no room for it.
    pub(super) fn too_many_rows(&mut self, first_beyond: Span, count: usize) {
        let what = "properties of a definition";
        self.too_large(what, count, limit::PROPERTIES, first_beyond);
    }

    /// Reports a name that is too long; whether it is.
    pub(super) fn is_too_long(&mut self, name: &str, span: Span) -> bool {
        self.is_beyond("bytes of a name", name.len(), limit::NAME, span)
    }

    /// Reports a type in too many lists; whether it is.
    pub(super) fn is_too_deep(&mut self, ty: &TypeCell, span: Span) -> bool {
        self.is_beyond("lists in each other", ty.depth, limit::LISTS, span)
    }

    fn is_beyond(&mut self, what: &str, count: usize, limit: usize, span: Span) -> bool {
        let is_beyond = count > limit;
        if is_beyond {
            self.too_large(what, count, limit, span);
        }
        is_beyond
    }

    fn too_large(&mut self, what: &str, count: usize, limit: usize, span: Span) {
        self.add(
            Code::TooLarge,
            span,
            format!("{count} {what} are too many"),
            "not read",
            &format!("at most {limit} are read, which is far more than the docs have"),
        );
    }

    pub(super) fn second_table(&mut self, header: Span) {
        let help = "put all rows below one header, or the second definition in a file of its own";
        let message = "the file has a second table of properties".to_owned();
        self.add(
            Code::SecondTable,
            header,
            message,
            "not read from here on",
            help,
        );
    }

    pub(super) fn stray_text(&mut self, span: Span) {
        let help = "remove it, or move it above the table or into a description";
        self.add(
            Code::StrayText,
            span,
            "text belongs to no part of the definition".to_owned(),
            "left out",
            help,
        );
    }

    pub(super) fn excess_cells(&mut self, span: Span) {
        let message = format!("{} has more cells than the table has columns", self.row());
        self.add(
            Code::StrayText,
            span,
            message,
            "left out",
            "write `\\|` for a pipe that belongs to a cell's text",
        );
    }

    pub(super) fn empty_name(&mut self, span: Span) {
        let help = "write the property's name into the `Property` column";
        self.add(
            Code::EmptyName,
            span,
            "a row names no property".to_owned(),
            "expected a name",
            help,
        );
    }

    pub(super) fn invalid_type(&mut self, text: &str, span: Span) {
        let help =
            "a type is one name, such as `string`, `number[]` or [`Name`](name-definition.md)";
        let (message, label) = if text.is_empty() {
            (format!("{} has no type", self.row()), "expected a type")
        } else {
            (
                format!("{} has a type that cannot be read", self.row()),
                "not a type",
            )
        };
        self.add(Code::InvalidType, span, message, label, help);
    }

    pub(super) fn invalid_required(&mut self, text: &str, span: Span) {
        let message = if text.is_empty() {
            format!("{} does not say whether it is required", self.row())
        } else {
            format!("{} is neither required nor not: `{text}`", self.row())
        };
        self.add(
            Code::InvalidRequired,
            span,
            message,
            "taken as No",
            "write Yes or No",
        );
    }

    pub(super) fn missing_cell(&mut self, row: Span, cells: usize, columns: usize) {
        let message = format!("{} has {cells} of {columns} cells", self.row());
        self.add(
            Code::MissingCell,
            row.end..row.end,
            message,
            "ends here",
            "end the row with an empty cell for each that is missing",
        );
    }

    pub(super) fn missing_pipe(&mut self, what: &str, at: usize) {
        let message = format!("{} {what} pipe", self.row());
        self.add(Code::MissingPipe, at..at, message, "", "write a `|` here");
    }

    pub(super) fn unescaped_pipe(&mut self, at: usize) {
        let message = format!("{} has a pipe in a cell", self.row());
        self.add(
            Code::UnescapedPipe,
            at..at + 1,
            message,
            "taken as text",
            "write `\\|` for a pipe that belongs to a cell's text",
        );
    }

    pub(super) fn broken_row(&mut self, start: usize, next: usize, lines: usize) {
        let message = format!("{} is broken over {lines} lines", self.row());
        let finding = Diagnostic::new(Code::BrokenRow, message)
            .label(&self.source, self.first_char(next), "it goes on here")
            .label(&self.source, self.first_char(start), "the row starts here")
            .help("write the row on one line, with `<br>` for a line break");
        self.diagnostics.push(finding);
    }

    /// The bytes of the character at an offset; none at the end.
    fn first_char(&self, offset: usize) -> Span {
        let rest = self.source.text.get(offset..).unwrap_or_default();
        offset..offset + rest.chars().next().map_or(0, char::len_utf8)
    }
}
