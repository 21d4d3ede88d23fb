//! Parses the header of a table and assigns the cells of rows to its columns.

use super::{
    cell::{SplitRow, slice, split_row, strip_markup, trim},
    line::{LineSpans, is_delimiter_row},
};
use crate::span::Span;

/// The header cells, in lower case, that denote the name, type, `Required` and description columns.
pub(super) type HeaderNames = [&'static [&'static str]; 4];

/// The header of a property table.
pub(super) const PROPERTY_HEADER: HeaderNames =
    [&["property"], &["type"], &["required"], &["description"]];

/// The header of a table of returned types, where the HTTP status takes the place of the name.
pub(super) const RESPONSE_HEADER: HeaderNames = [
    &["http status code", "status code", "http status", "status"],
    &["returned type", "type"],
    &[],
    &["description"],
];

/// The columns of a table, by index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) name: Option<usize>,
    pub(super) ty: Option<usize>,
    pub(super) required: Option<usize>,
    pub(super) description: Option<usize>,
    /// The header cells that are unknown or repeated.
    pub(super) unknown: Vec<Span>,
    pub(super) count: usize,
    /// Whether the header starts with a pipe, as its rows then should.
    pub(super) leading_pipe: bool,
    /// Whether the header ends with a pipe, as its rows then should.
    pub(super) trailing_pipe: bool,
}

impl Columns {
    /// Parses a header row.
    pub(super) fn parse(text: &str, row: Span, names: &HeaderNames) -> Self {
        let row = split_row(text, row, 0);
        let count = row.cells.len();
        let (mut found, mut unknown) = ([None; 4], Vec::new());
        for (index, span) in row.cells.into_iter().enumerate() {
            let header = slice(text, &strip_markup(text, span.clone()).0).to_ascii_lowercase();
            let column = names
                .iter()
                .position(|names| names.contains(&header.as_str()));
            match column.and_then(|column| found.get_mut(column)) {
                Some(column) if column.is_none() => *column = Some(index),
                _ => unknown.push(trim(text, span)),
            }
        }
        let [name, ty, required, description] = found;
        Self {
            name,
            ty,
            required,
            description,
            unknown,
            count,
            leading_pipe: row.leading_pipe,
            trailing_pipe: row.trailing_pipe,
        }
    }

    /// Parses the header on a line; `None` unless it has the name and type columns and a delimiter row follows.
    pub(super) fn at(lines: &LineSpans<'_>, line: usize, names: &HeaderNames) -> Option<Self> {
        let is_header = lines.line(line).contains('|') && is_delimiter_row(lines.line(line + 1));
        let columns = is_header.then(|| Self::parse(lines.text, lines.span(line), names))?;
        columns.is_complete().then_some(columns)
    }

    /// Checks whether the name and type columns are present.
    pub(super) const fn is_complete(&self) -> bool {
        self.name.is_some() && self.ty.is_some()
    }

    /// Returns the number of columns before the description, or of all columns if there is no description.
    pub(super) fn leading(&self) -> usize {
        self.description.unwrap_or(self.count)
    }

    /// Checks whether a column comes before the description, and so is on a row's first line.
    pub(super) fn is_leading(&self, column: usize) -> bool {
        column < self.leading()
    }

    /// Checks whether the name, type or `Required` column comes after the description.
    pub(super) fn has_trailing(&self) -> bool {
        let mut columns = [self.name, self.ty, self.required].into_iter().flatten();
        columns.any(|column| !self.is_leading(column))
    }
}

/// The cells of a row under a table's columns.
///
/// Surplus cells belong to the description: the columns before it are counted from the row's start, those after it from
/// the row's end.
pub(super) struct RowCells<'a> {
    row: SplitRow,
    pub(super) columns: &'a Columns,
}

impl<'a> RowCells<'a> {
    pub(super) fn new(text: &str, row: Span, columns: &'a Columns) -> Self {
        let row = split_row(text, row, columns.leading());
        Self { row, columns }
    }

    /// Returns the cell of a column; `None` if the row is too short or there is no such column.
    pub(super) fn get(&self, column: Option<usize>) -> Option<Span> {
        let (column, cells) = (column?, &self.row.cells);
        let surplus = cells.len().saturating_sub(self.columns.count);
        match self.columns.description {
            Some(description) if column == description => {
                joined(cells.get(column..=column + surplus)?)
            }
            Some(description) if column > description => cells.get(column + surplus).cloned(),
            _ => cells.get(column).cloned(),
        }
    }

    /// Returns the cell of a column, counted from the row's end.
    pub(super) fn get_from_end(&self, column: usize) -> Option<Span> {
        let at = (self.count() + column).checked_sub(self.columns.count)?;
        self.row.cells.get(at).cloned()
    }

    /// Returns the surplus cells of a row without a description.
    pub(super) fn surplus(&self) -> Option<Span> {
        let surplus = self.row.cells.get(self.columns.count..)?;
        joined(surplus).filter(|_| self.columns.description.is_none())
    }

    /// Returns the number of cells, including surplus ones.
    pub(super) fn count(&self) -> usize {
        self.row.cells.len()
    }

    /// Checks whether the row starts with a pipe, or the header does not.
    pub(super) fn starts_like_header(&self) -> bool {
        self.row.leading_pipe || !self.columns.leading_pipe
    }

    /// Checks whether the row ends with a pipe, or the header does not.
    pub(super) fn ends_like_header(&self) -> bool {
        self.row.trailing_pipe || !self.columns.trailing_pipe
    }
}

fn joined(cells: &[Span]) -> Option<Span> {
    Some(cells.first()?.start..cells.last()?.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(header: &str) -> Columns {
        Columns::parse(header, 0..header.len(), &PROPERTY_HEADER)
    }

    #[test]
    fn columns_are_recognized_in_any_order_case_and_markup() {
        let columns = parse("| TYPE | **Description** | `property` | required |");
        let found = [
            columns.name,
            columns.ty,
            columns.required,
            columns.description,
        ];
        assert_eq!(found, [Some(2), Some(0), Some(3), Some(1)]);
        assert_eq!(columns.unknown, []);
    }

    #[test]
    fn unknown_and_repeated_columns_are_collected() {
        let header = "| Property | Since | Type | Type |";
        let columns = parse(header);
        let unknown: Vec<_> = columns
            .unknown
            .iter()
            .map(|span| slice(header, span))
            .collect();
        assert_eq!(unknown, ["Since", "Type"]);
        assert_eq!((columns.ty, columns.count), (Some(2), 4));
    }

    #[test]
    fn a_header_needs_a_delimiter_row() {
        let find = |text: &str| {
            let lines = LineSpans::new(text);
            (0..lines.len()).find(|line| Columns::at(&lines, *line, &PROPERTY_HEADER).is_some())
        };
        let text = "| Property | Type |\n\n| Property | Type |\n|---|---|\n";
        assert_eq!(find(text), Some(2));
        assert_eq!(find("| Property | Kind |\n|---|---|\n"), None);
    }

    fn cells(header: &str, row: &str) -> Vec<String> {
        let columns = parse(header);
        let cells = RowCells::new(row, 0..row.len(), &columns);
        let texts = (0..columns.count).map(|column| cells.get(Some(column)).unwrap_or(0..0));
        texts
            .chain(cells.surplus())
            .map(|span| slice(row, &span).trim().to_owned())
            .collect()
    }

    #[test]
    fn surplus_cells_belong_to_the_description() {
        let header = "| Property | Type | Required | Description |";
        assert_eq!(
            cells(header, "| a | b | No | | c || d | |"),
            ["a", "b", "No", "| c || d |"]
        );
    }

    #[test]
    fn surplus_cells_belong_to_a_description_between_other_columns() {
        let header = "| Property | Description | Type |";
        assert_eq!(cells(header, "| a | b | c | d |"), ["a", "b | c", "d"]);
    }

    #[test]
    fn a_short_row_fills_the_columns_from_the_start() {
        assert_eq!(
            cells("| Property | Type | Description |", "| a |"),
            ["a", "", ""]
        );
    }

    #[test]
    fn surplus_cells_without_a_description_column_are_separate() {
        assert_eq!(
            cells("| Property | Type |", "| a | b | c | d |"),
            ["a", "b", "c | d"]
        );
    }
}
