//! Whether a line starts a row, or continues the description of the row before it.

use super::{
    cell::{ends_with_pipe, slice, strip_marks},
    fields::Fields,
    header::Columns,
    line::is_delimiter_row,
    required,
};
use crate::span::Span;

/// The types that the docs know without a definition.
const PLAIN_TYPES: [&str; 6] = ["string", "number", "boolean", "object", "array", "integer"];

/// What came before a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Context {
    /// The line above is a whole row by itself, or the delimiter row.
    pub(super) after_whole_row: bool,
    /// The last line that is not blank ends as a row does.
    pub(super) after_row_end: bool,
}

/// How well a cell fits its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// The column's cell is not on this line.
    Unknown,
    /// No such value.
    Bad,
    /// Such a value, and an ordinary word too.
    Weak,
    /// Such a value.
    Good,
}

/// What a line tells of a row.
pub(super) struct Evidence {
    name: Fit,
    ty: Fit,
    flag: Fit,
    /// The line has a cell for every column, and its outer pipes.
    pub(super) is_whole: bool,
    /// The line has at least as many cells as there are columns.
    pub(super) is_long: bool,
    /// The line starts as the header does.
    has_pipes: bool,
}

impl Evidence {
    /// Looks at a line as if it started a row.
    pub(super) fn of(text: &str, line: Span, columns: &Columns) -> Self {
        let is_delimiter = is_delimiter_row(slice(text, &line));
        let fields = Fields::read(text, line, columns);
        let closed = fields.last_pipe || !columns.last_pipe;
        let is_long = fields.count() >= columns.count;
        let is_whole = closed && is_long && !is_delimiter;
        let fit = |column: Option<usize>, fit: fn(&str, Span) -> Fit| {
            let here = column.filter(|column| is_whole || columns.leads(*column));
            fields
                .get(here)
                .map_or(Fit::Unknown, |cell| fit(text, cell))
        };
        Self {
            name: fit(columns.property, name_fit),
            ty: fit(columns.ty, type_fit),
            flag: fit(columns.required, flag_fit),
            is_whole,
            is_long,
            has_pipes: fields.first_pipe || !columns.first_pipe,
        }
    }

    /// Whether the line starts a row.
    pub(super) fn starts_row(&self, columns: &Columns, context: Context) -> bool {
        if !self.has_pipes {
            let is_property = (self.name, self.ty, self.flag) == (Fit::Good, Fit::Good, Fit::Good);
            return is_property && (context.after_row_end || !columns.trails());
        }
        let is_whole = self.is_whole && (context.after_whole_row || self.two_of_three());
        is_whole || self.leads_row(columns, context)
    }

    /// Whether a whole line looks like a property's row but for one cell that is wrong.
    fn two_of_three(&self) -> bool {
        matches!(
            (self.name, self.ty, self.flag),
            (Fit::Bad, Fit::Good, Fit::Good)
                | (Fit::Good, Fit::Bad, Fit::Good)
                | (Fit::Good, Fit::Good, Fit::Bad)
        )
    }

    /// Whether the cells before the description are those of a property.
    fn leads_row(&self, columns: &Columns, context: Context) -> bool {
        match (self.name, self.ty, self.flag) {
            (Fit::Bad, ..) | (_, Fit::Bad, _) | (_, _, Fit::Bad) => false,
            (Fit::Good, Fit::Good, Fit::Good) => true,
            (Fit::Good, Fit::Weak, Fit::Good) => self.is_long,
            (Fit::Good, Fit::Good, Fit::Unknown) if !columns.leads_with_required() => true,
            (Fit::Good, ty, _) if context.after_whole_row && ty != Fit::Unknown => true,
            _ => columns.trails() && context.after_row_end,
        }
    }
}

/// Whether a line can end a row: it has its last pipe, and the cells behind the description are those of a property.
pub(super) fn ends_row(text: &str, line: Span, columns: &Columns) -> bool {
    if !columns.trails() {
        return ends_with_pipe(slice(text, &line));
    }
    let fields = Fields::read(text, line, columns);
    let fits = |column: Option<usize>, fit: fn(&str, Span) -> Fit| {
        let Some(column) = column.filter(|column| !columns.leads(*column)) else {
            return true;
        };
        fields
            .behind_description(column, columns)
            .is_some_and(|cell| fit(text, cell) != Fit::Bad)
    };
    (fields.last_pipe || !columns.last_pipe)
        && fits(columns.property, name_fit)
        && fits(columns.ty, type_fit)
        && fits(columns.required, flag_fit)
}

fn name_fit(text: &str, cell: Span) -> Fit {
    let (inner, is_code) = strip_marks(text, cell);
    let name = slice(text, &inner);
    let has_core = name.contains(|c: char| c.is_alphanumeric() || matches!(c, '_' | '$'));
    if has_core && (is_code || !name.contains(char::is_whitespace)) {
        Fit::Good
    } else {
        Fit::Bad
    }
}

fn type_fit(text: &str, cell: Span) -> Fit {
    let name = slice(text, &cell).trim().trim_matches('*');
    let base = name.trim_end_matches("[]");
    let is_code = name.starts_with('`') && base.ends_with('`') && base.len() > 2;
    let is_link = name.starts_with('[') && base.len() > 2 && base.ends_with([')', ']']);
    let is_plain = PLAIN_TYPES
        .iter()
        .any(|plain| plain.eq_ignore_ascii_case(base));
    if is_code || is_link || is_plain {
        Fit::Good
    } else if !base.is_empty()
        && base
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '<' | '>' | '/' | '.'))
    {
        Fit::Weak
    } else {
        Fit::Bad
    }
}

fn flag_fit(text: &str, cell: Span) -> Fit {
    let (inner, _) = strip_marks(text, cell);
    required::parse(slice(text, &inner)).map_or(Fit::Bad, |_| Fit::Good)
}
