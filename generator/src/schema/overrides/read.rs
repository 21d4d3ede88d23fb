//! Reading an overrides file.

use std::collections::BTreeSet;

use toml::de::{DeArray, DeTable};

use super::{OverrideErrors, dependency::dependencies, property_type::property_type};
use crate::{
    limit,
    schema::{Dependency, Type},
    span::{Source, Spanned},
    toml_error::{TomlError, TomlKey, TomlValue, parse},
};

/// The content of an overrides file.
#[derive(Debug, Default)]
pub struct Overrides {
    /// Names of properties that are secrets in every definition.
    pub secrets: Vec<Spanned<String>>,
    /// The derives of every definition with properties.
    pub derives: Vec<Spanned<String>>,
    /// The dependencies of an exported crate.
    pub dependencies: Vec<Dependency>,
    /// The entries of definitions, by the name in the docs.
    pub definitions: Vec<(Spanned<String>, DefinitionOverride)>,
}

/// The entry of a definition.
#[derive(Debug, Default)]
pub struct DefinitionOverride {
    pub rename: Option<Spanned<String>>,
    pub derives: Vec<Spanned<String>>,
    pub attributes: Vec<Spanned<String>>,
    /// The entries of properties, by the name on the wire.
    pub properties: Vec<(Spanned<String>, PropertyOverride)>,
}

/// The entry of a property.
#[derive(Debug, Default)]
pub struct PropertyOverride {
    /// The type of the property, or of the innermost items if it is a list.
    pub ty: Option<Spanned<Type>>,
    pub rename: Option<Spanned<String>>,
    pub secret: Option<Spanned<bool>>,
}

/// Reads a file; if it is not TOML, the result is empty.
pub fn read(file: &Source, errors: &mut OverrideErrors<'_>) -> Overrides {
    const KEYS: [&str; 4] = ["secrets", "derives", "dependencies", "definitions"];
    let mut overrides = Overrides::default();
    let root = match parse(&file.text) {
        Ok(root) => root,
        Err(syntax_errors) => {
            syntax_errors
                .into_iter()
                .for_each(|it| errors.malformed(it));
            return overrides;
        }
    };
    for (name, value) in &root {
        match name.get_ref().as_ref() {
            "secrets" => overrides.secrets = strings(value, errors),
            "derives" => overrides.derives = strings(value, errors),
            "dependencies" => overrides.dependencies = dependencies(value, errors),
            "definitions" => overrides.definitions = entries(value, definition, errors),
            _ => unknown_key(name, &KEYS, errors),
        }
    }
    overrides
}

fn definition(table: &DeTable<'_>, errors: &mut OverrideErrors<'_>) -> DefinitionOverride {
    const KEYS: [&str; 4] = ["rename", "derives", "attributes", "properties"];
    let mut entry = DefinitionOverride::default();
    for (name, value) in table {
        match name.get_ref().as_ref() {
            "rename" => entry.rename = string(value, errors),
            "derives" => entry.derives = strings(value, errors),
            "attributes" => entry.attributes = strings(value, errors),
            "properties" => entry.properties = entries(value, property, errors),
            _ => unknown_key(name, &KEYS, errors),
        }
    }
    entry
}

fn property(table: &DeTable<'_>, errors: &mut OverrideErrors<'_>) -> PropertyOverride {
    let mut entry = PropertyOverride::default();
    for (name, value) in table {
        match name.get_ref().as_ref() {
            "type" => entry.ty = property_type(value, errors),
            "rename" => entry.rename = string(value, errors),
            "secret" => entry.secret = boolean(value, errors),
            _ => unknown_key(name, &["type", "rename", "secret"], errors),
        }
    }
    entry
}

/// Reads a table of tables.
fn entries<T>(
    value: &TomlValue<'_>,
    entry: fn(&DeTable<'_>, &mut OverrideErrors<'_>) -> T,
    errors: &mut OverrideErrors<'_>,
) -> Vec<(Spanned<String>, T)> {
    let entries = table(value, errors).into_iter().flatten();
    entries
        .filter_map(|(name, value)| {
            let table = table(value, errors)?;
            let name = Spanned::new(name.get_ref().clone().into_owned(), name.span());
            Some((name, entry(table, errors)))
        })
        .collect()
}

/// Reads a table; an empty one is an error.
pub fn table<'t, 'i>(
    value: &'t TomlValue<'i>,
    errors: &mut OverrideErrors<'_>,
) -> Option<&'t DeTable<'i>> {
    match value.get_ref().as_table() {
        Some(table) if table.is_empty() => empty(value, errors),
        None => unexpected(value, "a table", errors),
        table => table,
    }
}

/// Reads a list of unique strings; an empty one is an error.
pub fn strings(value: &TomlValue<'_>, errors: &mut OverrideErrors<'_>) -> Vec<Spanned<String>> {
    let mut strings: Vec<Spanned<String>> = Vec::new();
    let mut seen = BTreeSet::new();
    for item in array(value, errors).into_iter().flatten() {
        let Some(string) = string(item, errors) else {
            continue;
        };
        if seen.insert(string.value.clone()) {
            strings.push(string);
        } else {
            errors.redundant(&string.span, format!("duplicate `{}`", string.value));
        }
    }
    strings
}

fn array<'t, 'i>(
    value: &'t TomlValue<'i>,
    errors: &mut OverrideErrors<'_>,
) -> Option<&'t DeArray<'i>> {
    match value.get_ref().as_array() {
        Some(array) if array.is_empty() => empty(value, errors),
        None => unexpected(value, "a list of strings", errors),
        array => array,
    }
}

/// Reads a string of at most [`limit::OVERRIDE`] bytes, which bounds the nesting of the code in attributes.
pub fn string(value: &TomlValue<'_>, errors: &mut OverrideErrors<'_>) -> Option<Spanned<String>> {
    match value.get_ref().as_str() {
        Some(string) if string.len() > limit::OVERRIDE => {
            errors.too_large(&value.span(), string.len());
            None
        }
        Some(string) => Some(Spanned::new(string.to_owned(), value.span())),
        None => unexpected(value, "a string", errors),
    }
}

/// Reads a list of strings, which can be empty.
pub fn array_of_strings(
    value: &TomlValue<'_>,
    errors: &mut OverrideErrors<'_>,
) -> Option<Vec<String>> {
    let Some(items) = value.get_ref().as_array() else {
        return unexpected(value, "a list of strings", errors);
    };
    let strings = items.iter().map(|item| string(item, errors));
    let strings: Vec<_> = strings.map(|it| it.map(|it| it.value)).collect();
    strings.into_iter().collect()
}

/// Reads a boolean.
pub fn boolean(value: &TomlValue<'_>, errors: &mut OverrideErrors<'_>) -> Option<Spanned<bool>> {
    match value.get_ref().as_bool() {
        Some(boolean) => Some(Spanned::new(boolean, value.span())),
        None => unexpected(value, "a boolean", errors),
    }
}

/// Reports a key that is not one of the known ones.
pub fn unknown_key(key: &TomlKey<'_>, known: &[&str], errors: &mut OverrideErrors<'_>) {
    errors.malformed(TomlError::unknown_key(key, known));
}

/// Reports a value of the wrong TOML type.
pub fn unexpected<T>(
    value: &TomlValue<'_>,
    expected: &str,
    errors: &mut OverrideErrors<'_>,
) -> Option<T> {
    let found = value.get_ref().type_str();
    let message = format!("expected {expected}, found TOML type {found}");
    errors.invalid(&value.span(), message, format!("write {expected}"));
    None
}

fn empty<T>(value: &TomlValue<'_>, errors: &mut OverrideErrors<'_>) -> Option<T> {
    let found = value.get_ref().type_str();
    errors.redundant(&value.span(), format!("empty {found}"));
    None
}
