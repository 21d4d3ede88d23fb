//! The types that overrides can name.

use super::{
    report::Report,
    value::{Value, mistyped, table, text, texts, unknown_key},
};
use crate::{
    schema::{NumberFormat, Type, nearest::did_you_mean},
    span::Spanned,
};

/// The types that have a name of their own.
static NAMED: [(&str, Type); 11] = [
    ("i64", Type::Number(NumberFormat::Integer)),
    ("f64", Type::Number(NumberFormat::Float)),
    ("string", Type::String),
    ("dateTime", Type::DateTime),
    ("localDateTime", Type::LocalDateTime),
    ("date", Type::Date),
    ("interval", Type::Interval),
    ("duration", Type::Duration),
    ("number", Type::Number(NumberFormat::Any)),
    ("boolean", Type::Boolean),
    ("object", Type::Object),
];

/// All names that can stand where a type does.
pub fn names<'a>() -> impl Iterator<Item = &'a str> {
    NAMED.iter().map(|(name, _)| *name)
}

/// The type of a name.
fn named(name: &str) -> Option<Type> {
    let mut types = NAMED.iter();
    types
        .find(|(known, _)| *known == name)
        .map(|(_, ty)| ty.clone())
}

/// A type as people write it.
pub fn describe(ty: &Type) -> String {
    match ty {
        Type::Array(items) => describe(items) + "[]",
        Type::Ref(name) => name.to_string(),
        Type::Map(values) => format!("{{ map = \"{}\" }}", describe(values)),
        Type::Enum(values) => format!("{{ enum = {values:?} }}"),
        plain => {
            let named = NAMED.iter().find(|(_, ty)| ty == plain);
            named.map_or("object", |(name, _)| *name).to_owned()
        }
    }
}

/// Reads a type: its name, or a table that says of what it is a map or an enum.
pub fn refinement(value: &Value<'_>, report: &mut Report) -> Option<Spanned<Type>> {
    let ty = match value.get_ref().as_str() {
        Some(name) => named(name).or_else(|| unknown(name, value, report)),
        None if value.get_ref().is_table() => composed(value, report),
        None => mistyped(value, "a type", report),
    };
    Some(Spanned::new(ty?, value.span()))
}

fn unknown<T>(name: &str, value: &Value<'_>, report: &mut Report) -> Option<T> {
    let list = || {
        let names: Vec<_> = names().collect();
        let names = names.join("`, `");
        format!("a type is `{names}`, `{{ map = \"string\" }}` or `{{ enum = [\"a\", \"b\"] }}`")
    };
    let help = did_you_mean(name, names()).unwrap_or_else(list);
    report.invalid(
        &value.span(),
        format!("the type `{name}` is not known"),
        help,
    );
    None
}

fn composed(value: &Value<'_>, report: &mut Report) -> Option<Type> {
    let mut entries = table(value, report)?.iter();
    let (Some((key, inner)), None) = (entries.next(), entries.next()) else {
        let message = "a type is a map or an enum, not several things".to_owned();
        report.invalid(&value.span(), message, "keep `map` or `enum` alone");
        return None;
    };
    match key.get_ref().as_ref() {
        "map" => text(inner, report).map(|values| map_of(values.value)),
        "enum" => values(inner, report).map(Type::Enum),
        _ => {
            unknown_key(key, &["map", "enum"], report);
            None
        }
    }
}

/// A map of a type; a name that is no type's is a definition's.
fn map_of(values: String) -> Type {
    Type::Map(Box::new(
        named(&values).unwrap_or_else(|| Type::Ref(values.into())),
    ))
}

/// An enum's values, unless there are none to be had.
fn values(value: &Value<'_>, report: &mut Report) -> Option<Vec<String>> {
    let values: Vec<_> = texts(value, report)
        .into_iter()
        .map(|text| text.value)
        .collect();
    (!values.is_empty()).then_some(values)
}
