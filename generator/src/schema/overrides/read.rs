//! From TOML to entries.

use toml::de::{DeTable, Error};

use super::{
    file::{DefinitionOverride, Overrides, PropertyOverride},
    report::Report,
    type_name::refinement,
    value::{Value, flag, key, table, text, texts, unknown_key},
};
use crate::span::{Source, Spanned};

/// Reads a file; where it is no TOML, it says nothing.
pub fn read(file: &Source, report: &mut Report) -> Overrides {
    let (root, errors) = DeTable::parse_recoverable(&file.text);
    for error in &errors {
        not_toml(error, report);
    }
    if errors.is_empty() {
        overrides(root.get_ref(), report)
    } else {
        Overrides::default()
    }
}

fn not_toml(error: &Error, report: &mut Report) {
    let message = format!("this is no TOML: {}", error.message());
    let help = "a text stands in quotes, a list in `[` and `]`, and a table's name is there once";
    report.invalid(&error.span().unwrap_or_default(), message, help);
}

fn overrides(root: &DeTable<'_>, report: &mut Report) -> Overrides {
    let mut overrides = Overrides::default();
    for (name, value) in root {
        match name.get_ref().as_ref() {
            "secrets" => overrides.secrets = texts(value, report),
            "definitions" => overrides.definitions = entries(value, definition, report),
            _ => unknown_key(name, &["secrets", "definitions"], report),
        }
    }
    overrides
}

/// The tables in a table, by their names.
fn entries<T>(
    value: &Value<'_>,
    entry: fn(Spanned<String>, &DeTable<'_>, &mut Report) -> T,
    report: &mut Report,
) -> Vec<T> {
    let entries = table(value, report).into_iter().flatten();
    entries
        .filter_map(|(name, value)| Some(entry(key(name), table(value, report)?, report)))
        .collect()
}

fn definition(
    name: Spanned<String>,
    table: &DeTable<'_>,
    report: &mut Report,
) -> DefinitionOverride {
    let mut entry = DefinitionOverride::new(name);
    for (name, value) in table {
        match name.get_ref().as_ref() {
            "rename" => entry.rename = text(value, report),
            "derives" => entry.derives = texts(value, report),
            "attributes" => entry.attributes = texts(value, report),
            "properties" => entry.properties = entries(value, property, report),
            _ => {
                let known = ["rename", "derives", "attributes", "properties"];
                unknown_key(name, &known, report);
            }
        }
    }
    entry
}

fn property(name: Spanned<String>, table: &DeTable<'_>, report: &mut Report) -> PropertyOverride {
    let mut entry = PropertyOverride::new(name);
    for (name, value) in table {
        match name.get_ref().as_ref() {
            "type" => entry.ty = refinement(value, report),
            "rename" => entry.rename = text(value, report),
            "secret" => entry.secret = flag(value, report),
            _ => unknown_key(name, &["type", "rename", "secret"], report),
        }
    }
    entry
}
