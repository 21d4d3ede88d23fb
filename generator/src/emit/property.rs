//! Properties as a model's table has them: lines of text, as the runtime's `Properties` reads them.

use crate::plan::{Field, Kind};

/// The line of a property: its kind in eight columns, a mark where it is required and one where it is secret, its name.
pub fn line(field: &Field) -> String {
    let required = if field.required { '!' } else { ' ' };
    let secret = if field.secret { '*' } else { ' ' };
    format!(
        "{:8}{required}{secret}{}",
        word(field.kind),
        field.wire_name
    )
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Enum => "enum",
        Kind::DateTime => "datetime",
        Kind::LocalDateTime => "local",
        Kind::Date => "date",
        Kind::Interval => "interval",
        Kind::Duration => "duration",
        Kind::Number => "number",
        Kind::Integer => "integer",
        Kind::Float => "float",
        Kind::Boolean => "boolean",
        Kind::Any => "any",
        Kind::Model => "model",
        Kind::List => "list",
        Kind::Map => "map",
    }
}
