//! The table's header: which column holds what.

use super::{
    cell::{slice, split, strip_marks, trim},
    line::{Lines, is_delimiter_row},
};
use crate::span::Span;

/// Which column holds what, counted from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Columns {
    /// The column of names.
    pub(super) property: Option<usize>,
    /// The column of types.
    pub(super) ty: Option<usize>,
    /// The column that tells whether a property is required.
    pub(super) required: Option<usize>,
    /// The column of descriptions.
    pub(super) description: Option<usize>,
    /// The header cells that mean nothing known.
    pub(super) unknown: Vec<Span>,
    /// How many columns there are.
    pub(super) count: usize,
    /// Whether the header starts with a pipe, as its rows then should.
    pub(super) first_pipe: bool,
    /// Whether the header ends with a pipe, as its rows then should.
    pub(super) last_pipe: bool,
}

impl Columns {
    /// Reads a header row.
    pub(super) fn read(text: &str, line: Span) -> Self {
        let cells = split(text, line, 0);
        let mut columns = Self {
            count: cells.spans.len(),
            first_pipe: cells.first_pipe,
            last_pipe: cells.last_pipe,
            ..Self::default()
        };
        for (index, span) in cells.spans.into_iter().enumerate() {
            let name = slice(text, &strip_marks(text, span.clone()).0).to_ascii_lowercase();
            match columns.slot(&name) {
                Some(slot) if slot.is_none() => *slot = Some(index),
                _ => columns.unknown.push(trim(text, span)),
            }
        }
        columns
    }

    fn slot(&mut self, name: &str) -> Option<&mut Option<usize>> {
        match name {
            "property" => Some(&mut self.property),
            "type" => Some(&mut self.ty),
            "required" => Some(&mut self.required),
            "description" => Some(&mut self.description),
            _ => None,
        }
    }

    /// Whether it is the header of a table of properties.
    pub(super) const fn is_complete(&self) -> bool {
        self.property.is_some() && self.ty.is_some()
    }

    /// How many columns stand before the description.
    pub(super) fn leading(&self) -> usize {
        self.description.unwrap_or(self.count)
    }

    /// Whether a column stands before the description, and so on a row's first line.
    pub(super) fn leads(&self, column: usize) -> bool {
        column < self.leading()
    }

    /// Whether the `Required` column stands before the description.
    pub(super) fn leads_with_required(&self) -> bool {
        self.required.is_some_and(|column| self.leads(column))
    }

    /// Whether a column that tells a property's row from text stands behind the description.
    pub(super) fn trails(&self) -> bool {
        let behind = |column: Option<usize>| column.is_some_and(|column| !self.leads(column));
        behind(self.property) || behind(self.ty) || behind(self.required)
    }
}

/// The line of the first header of a table of properties, whatever Markdown makes of the lines around it.
pub(super) fn find(text: &str, lines: &Lines<'_>) -> Option<usize> {
    (0..lines.len()).find(|line| is_header(text, lines, *line))
}

/// Whether a table of properties starts with that line.
pub(super) fn is_header(text: &str, lines: &Lines<'_>, line: usize) -> bool {
    lines.text(line).contains('|')
        && is_delimiter_row(lines.text(line + 1))
        && Columns::read(text, lines.span(line)).is_complete()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(header: &str) -> Columns {
        Columns::read(header, 0..header.len())
    }

    #[test]
    fn columns_are_found_in_any_order_case_and_markup() {
        let columns = read("| TYPE | **Description** | `property` | required |");
        let found = [
            columns.property,
            columns.ty,
            columns.required,
            columns.description,
        ];
        assert_eq!(found, [Some(2), Some(0), Some(3), Some(1)]);
        assert!(columns.unknown.is_empty());
    }

    #[test]
    fn unknown_and_repeated_columns_are_kept_apart() {
        let header = "| Property | Since | Type | Type |";
        let columns = read(header);
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
        let text = "| Property | Type |\n\n| Property | Type |\n|---|---|\n";
        assert_eq!(find(text, &Lines::new(text)), Some(2));
        assert_eq!(
            find("| Property | Kind |\n|---|---|\n", &Lines::new("x")),
            None
        );
    }
}
