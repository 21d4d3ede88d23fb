//! TOML's values as the values that are expected, each with its place.

use std::collections::BTreeSet;

use toml::{
    Spanned as TomlSpanned,
    de::{DeArray, DeString, DeTable, DeValue},
};

use super::report::Report;
use crate::{limit, schema::nearest::did_you_mean, span::Spanned};

/// A key and its place.
pub type Key<'i> = TomlSpanned<DeString<'i>>;

/// A value and its place.
pub type Value<'i> = TomlSpanned<DeValue<'i>>;

/// A table that says something.
pub fn table<'t, 'i>(value: &'t Value<'i>, report: &mut Report) -> Option<&'t DeTable<'i>> {
    match value.get_ref().as_table() {
        Some(table) if table.is_empty() => empty(value, report),
        None => mistyped(value, "a table", report),
        table => table,
    }
}

/// A list of texts, each of them once.
pub fn texts(value: &Value<'_>, report: &mut Report) -> Vec<Spanned<String>> {
    let mut texts: Vec<Spanned<String>> = Vec::new();
    let mut seen = BTreeSet::new();
    for item in array(value, report).into_iter().flatten() {
        let Some(text) = text(item, report) else {
            continue;
        };
        if seen.insert(text.value.clone()) {
            texts.push(text);
        } else {
            let message = format!("`{}` is there twice", text.value);
            report.idle(&text.span, message);
        }
    }
    texts
}

fn array<'t, 'i>(value: &'t Value<'i>, report: &mut Report) -> Option<&'t DeArray<'i>> {
    match value.get_ref().as_array() {
        Some(array) if array.is_empty() => empty(value, report),
        None => mistyped(value, "a list of texts", report),
        array => array,
    }
}

/// A text: a name, or a line of code.
pub fn text(value: &Value<'_>, report: &mut Report) -> Option<Spanned<String>> {
    match value.get_ref().as_str() {
        // Syn and prettyplease recur where brackets stand in brackets.
        Some(text) if text.len() > limit::OVERRIDE => {
            report.too_large(&value.span(), text.len());
            None
        }
        Some(text) => Some(Spanned::new(text.to_owned(), value.span())),
        None => mistyped(value, "a text", report),
    }
}

/// `true` or `false`.
pub fn flag(value: &Value<'_>, report: &mut Report) -> Option<Spanned<bool>> {
    match value.get_ref().as_bool() {
        Some(flag) => Some(Spanned::new(flag, value.span())),
        None => mistyped(value, "`true` or `false`", report),
    }
}

/// A key as text.
pub fn key(key: &Key<'_>) -> Spanned<String> {
    Spanned::new(key.get_ref().clone().into_owned(), key.span())
}

/// Reports a key that is none of those that are known.
pub fn unknown_key(key: &Key<'_>, known: &[&str], report: &mut Report) {
    let name = key.get_ref();
    let list = || format!("the keys here are `{}`", known.join("`, `"));
    let help = did_you_mean(name, known.iter().copied()).unwrap_or_else(list);
    report.invalid(&key.span(), format!("the key `{name}` is not known"), help);
}

/// Reports a value of another kind than the one that is expected.
pub fn mistyped<T>(value: &Value<'_>, expected: &str, report: &mut Report) -> Option<T> {
    let found = value.get_ref().type_str();
    let message = format!("{expected} is expected, not a TOML {found}");
    report.invalid(&value.span(), message, format!("put {expected} here"));
    None
}

fn empty<T>(value: &Value<'_>, report: &mut Report) -> Option<T> {
    report.idle(&value.span(), "nothing is said here".to_owned());
    None
}
