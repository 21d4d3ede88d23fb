//! Decides whether a line starts a row or continues the row above it.

use super::{
    cell::{ends_with_pipe, parse_yes_no, slice, strip_markup},
    columns::{Columns, RowCells},
    line::is_delimiter_row,
};
use crate::span::Span;
use CellMatch::{Absent, Mismatch, Strong, Weak};

/// The types that are recognized without backticks or a link.
const PLAIN_TYPES: [&str; 6] = ["string", "number", "boolean", "object", "array", "integer"];

/// The properties of the lines above a line that affect whether it starts a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PrecedingLines {
    /// Whether the line directly above is a complete row or the delimiter row.
    pub(super) is_complete_row: bool,
    /// Whether the nearest line above that is not blank can end a row.
    pub(super) ends_row: bool,
}

/// The result of matching a cell against its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CellMatch {
    /// The cell is missing from this line, or the column from the table.
    Absent,
    /// The cell has no valid value.
    Mismatch,
    /// The cell has a valid value that could also be a word of a description.
    Weak,
    /// The cell has a valid value.
    Strong,
}

/// The result of matching a line's cells against the table's columns.
pub(super) struct LineMatch {
    name: CellMatch,
    ty: CellMatch,
    required: CellMatch,
    /// Whether the line has a cell for every column and does not lack a trailing pipe.
    pub(super) is_complete: bool,
    /// Whether the line has a cell for every column.
    pub(super) has_all_cells: bool,
    /// Whether the header has a leading pipe and the line does not.
    lacks_leading_pipe: bool,
}

impl LineMatch {
    pub(super) fn new(text: &str, line: Span, columns: &Columns) -> Self {
        let is_delimiter_row = is_delimiter_row(slice(text, &line));
        let cells = RowCells::new(text, line, columns);
        let has_all_cells = cells.count() >= columns.count;
        let is_complete = !cells.lacks_trailing_pipe() && has_all_cells && !is_delimiter_row;
        let cell_match = |column: Option<usize>, matches: fn(&str, Span) -> CellMatch| {
            let column = column.filter(|column| is_complete || columns.is_leading(*column));
            cells.get(column).map_or(Absent, |cell| matches(text, cell))
        };
        Self {
            name: cell_match(columns.name, match_name),
            ty: cell_match(columns.ty, match_type),
            required: cell_match(columns.required, match_required),
            is_complete,
            has_all_cells,
            lacks_leading_pipe: cells.lacks_leading_pipe(),
        }
    }

    /// Checks whether the line starts a row.
    pub(super) fn starts_row(&self, columns: &Columns, preceding: PrecedingLines) -> bool {
        let cells = (self.name, self.ty, self.required);
        if self.lacks_leading_pipe {
            return cells == (Strong, Strong, Strong)
                && (preceding.ends_row || !columns.has_trailing());
        }
        // The parser reports the invalid cell.
        let has_one_invalid_cell = matches!(
            cells,
            (Mismatch, Strong, Strong) | (Strong, Mismatch, Strong) | (Strong, Strong, Mismatch)
        );
        (self.is_complete && (preceding.is_complete_row || has_one_invalid_cell))
            || self.leading_cells_match(columns, preceding)
    }

    /// Checks whether the cells before the description match a property's.
    fn leading_cells_match(&self, columns: &Columns, preceding: PrecedingLines) -> bool {
        let is_required_leading = columns.required.is_some_and(|at| columns.is_leading(at));
        match (self.name, self.ty, self.required) {
            (Mismatch, ..) | (_, Mismatch, _) | (_, _, Mismatch) => false,
            (Strong, Strong, Strong) => true,
            (Strong, Weak, Strong) => self.has_all_cells,
            (Strong, Strong, Absent) if !is_required_leading => true,
            (Strong, Strong | Weak, _) if preceding.is_complete_row => true,
            (Absent | Weak | Strong, Absent | Weak | Strong, Absent | Weak | Strong) => {
                columns.has_trailing() && preceding.ends_row
            }
        }
    }
}

/// Checks whether a line can end a row: it has a trailing pipe if the header does, and its cells after the description
/// match their columns.
pub(super) fn ends_row(text: &str, line: Span, columns: &Columns) -> bool {
    if !columns.has_trailing() {
        return ends_with_pipe(slice(text, &line));
    }
    let cells = RowCells::new(text, line, columns);
    let has_no_mismatch = |column: Option<usize>, matches: fn(&str, Span) -> CellMatch| {
        let trailing = column.filter(|column| !columns.is_leading(*column));
        trailing.is_none_or(|column| {
            let cell = cells.get_from_end(column);
            cell.is_some_and(|cell| matches(text, cell) != Mismatch)
        })
    };
    !cells.lacks_trailing_pipe()
        && has_no_mismatch(columns.name, match_name)
        && has_no_mismatch(columns.ty, match_type)
        && has_no_mismatch(columns.required, match_required)
}

fn match_name(text: &str, cell: Span) -> CellMatch {
    let (inner, is_code) = strip_markup(text, cell);
    let name = slice(text, &inner);
    let has_letter = name.contains(|c: char| c.is_alphanumeric() || matches!(c, '_' | '$'));
    if has_letter && (is_code || !name.contains(char::is_whitespace)) {
        Strong
    } else {
        Mismatch
    }
}

fn match_type(text: &str, cell: Span) -> CellMatch {
    let ty = slice(text, &cell).trim().trim_matches('*');
    let base = ty.trim_end_matches("[]");
    let is_code = ty.starts_with('`') && base.ends_with('`') && base.len() > 2;
    let is_link = ty.starts_with('[') && base.ends_with([')', ']']) && base.len() > 2;
    let mut plain_types = PLAIN_TYPES.iter();
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '<' | '>' | '/' | '.');
    if is_code || is_link || plain_types.any(|plain| plain.eq_ignore_ascii_case(base)) {
        Strong
    } else if !base.is_empty() && base.chars().all(is_word) {
        Weak
    } else {
        Mismatch
    }
}

fn match_required(text: &str, cell: Span) -> CellMatch {
    let (inner, _) = strip_markup(text, cell);
    parse_yes_no(slice(text, &inner)).map_or(Mismatch, |_| Strong)
}
