//! Types as the docs write them.

use super::{NumberFormat, Type};

/// A type as the docs write it, such as `User[]`; what the docs tell of a `string` or a `number` in other places is
/// named as the intermediate schema names it: `dateTime`, `enum`, `i64`.
pub fn type_name(ty: &Type) -> String {
    match ty {
        Type::Array(items) => type_name(items) + "[]",
        Type::Map(values) => format!("map<{}>", type_name(values)),
        Type::Ref(name) => name.to_string(),
        plain => plain_name(plain).to_owned(),
    }
}

const fn plain_name(ty: &Type) -> &'static str {
    match ty {
        Type::String => "string",
        Type::DateTime => "dateTime",
        Type::LocalDateTime => "localDateTime",
        Type::Date => "date",
        Type::Interval => "interval",
        Type::Duration => "duration",
        Type::Number(NumberFormat::Any) => "number",
        Type::Number(NumberFormat::Integer) => "i64",
        Type::Number(NumberFormat::Float) => "f64",
        Type::Boolean => "boolean",
        Type::Enum(_) => "enum",
        Type::Object | Type::Map(_) | Type::Array(_) | Type::Ref(_) => "object",
    }
}
