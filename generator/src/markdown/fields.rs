//! A row's cells, each under its column.

use super::{
    cell::{Cells, split},
    header::Columns,
};
use crate::span::Span;

/// The cells of a row by column, with the blanks around their texts.
pub(super) struct Fields {
    spans: Vec<Option<Span>>,
    cells: Vec<Span>,
    /// The cells that no column has room for.
    pub(super) excess: Option<Span>,
    /// Whether the row starts with a pipe.
    pub(super) first_pipe: bool,
    /// Whether the row ends with a pipe.
    pub(super) last_pipe: bool,
}

impl Fields {
    /// Takes a row apart. Cells too many belong to the description: the columns before it are counted from the row's
    /// start, those behind it from the row's end.
    pub(super) fn read(text: &str, row: Span, columns: &Columns) -> Self {
        let cells = split(text, row, columns.leading());
        let surplus = cells.spans.len().saturating_sub(columns.count);
        let spans = (0..columns.count)
            .map(|column| field(&cells, column, columns.leading(), surplus))
            .collect();
        let described = columns.description.is_some();
        let excess = if described {
            None
        } else {
            joined(cells.spans.get(columns.count..).unwrap_or_default())
        };
        let Cells {
            spans: all,
            first_pipe,
            last_pipe,
        } = cells;
        Self {
            spans,
            excess,
            cells: all,
            first_pipe,
            last_pipe,
        }
    }

    /// How many cells there are.
    pub(super) fn count(&self) -> usize {
        self.cells.len()
    }

    /// The cell of a column behind the description, counted from the row's end, however many cells there are.
    pub(super) fn behind_description(&self, column: usize, columns: &Columns) -> Option<Span> {
        let at = (self.cells.len() + column).checked_sub(columns.count)?;
        self.cells.get(at).cloned()
    }

    /// The cell of a column; `None` if the row is too short or there is no such column.
    pub(super) fn get(&self, column: Option<usize>) -> Option<Span> {
        self.spans.get(column?).cloned().flatten()
    }
}

fn field(cells: &Cells, column: usize, description: usize, surplus: usize) -> Option<Span> {
    match column.cmp(&description) {
        std::cmp::Ordering::Less => cells.spans.get(column).cloned(),
        std::cmp::Ordering::Equal => joined(cells.spans.get(column..=column + surplus)?),
        std::cmp::Ordering::Greater => cells.spans.get(column + surplus).cloned(),
    }
}

fn joined(cells: &[Span]) -> Option<Span> {
    Some(cells.first()?.start..cells.last()?.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::cell::slice;

    fn fields(header: &str, row: &str) -> Vec<String> {
        let columns = Columns::read(header, 0..header.len());
        let fields = Fields::read(row, 0..row.len(), &columns);
        let texts = (0..columns.count).map(|column| fields.get(Some(column)).unwrap_or(0..0));
        texts
            .chain(fields.excess.clone())
            .map(|span| slice(row, &span).trim().to_owned())
            .collect()
    }

    #[test]
    fn a_description_takes_the_cells_too_many() {
        let header = "| Property | Type | Required | Description |";
        assert_eq!(
            fields(header, "| a | b | No | | c || d | |"),
            ["a", "b", "No", "| c || d |"]
        );
    }

    #[test]
    fn a_description_between_other_columns_takes_the_cells_too_many() {
        let header = "| Property | Description | Type |";
        assert_eq!(fields(header, "| a | b | c | d |"), ["a", "b | c", "d"]);
    }

    #[test]
    fn a_short_row_fills_the_columns_from_the_start() {
        assert_eq!(
            fields("| Property | Type | Description |", "| a |"),
            ["a", "", ""]
        );
    }

    #[test]
    fn without_descriptions_cells_too_many_belong_nowhere() {
        assert_eq!(
            fields("| Property | Type |", "| a | b | c | d |"),
            ["a", "b", "c | d"]
        );
    }
}
