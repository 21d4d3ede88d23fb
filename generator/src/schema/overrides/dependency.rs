//! The dependencies that overrides add to an exported crate, for derives and attributes.

use genesys_runtime::sources;
use semver::VersionReq;
use toml::{Table, Value, de::DeTable};

use super::{
    OverrideErrors,
    read::{array_of_strings, boolean, string, table, unexpected, unknown_key},
};
use crate::{
    name::{FeatureName, is_package_name},
    schema::Dependency,
    toml_error::{TomlKey, TomlValue},
};

/// The keys of a dependency, as in `Cargo.toml`.
const KEYS: [&str; 11] = [
    "version",
    "features",
    "default-features",
    "optional",
    "package",
    "path",
    "git",
    "branch",
    "tag",
    "rev",
    "registry",
];

/// Reads the table of dependencies; invalid entries are left out.
pub fn dependencies(value: &TomlValue<'_>, errors: &mut OverrideErrors<'_>) -> Vec<Dependency> {
    let entries = table(value, errors).into_iter().flatten();
    entries
        .filter_map(|(name, value)| {
            check_name(name, errors)?;
            let value = match value.get_ref().as_table() {
                Some(table) => inline_table(&detailed(value, table, errors)?),
                None => Value::String(version(value, errors)?).to_string(),
            };
            Some(Dependency {
                name: name.get_ref().clone().into_owned(),
                value,
            })
        })
        .collect()
}

/// Formats a table in the order of [`KEYS`].
fn inline_table(table: &Table) -> String {
    let entries = KEYS.iter().filter_map(|key| Some((key, table.get(*key)?)));
    let entries: Vec<_> = entries
        .map(|(key, value)| format!("{key} = {value}"))
        .collect();
    format!("{{ {} }}", entries.join(", "))
}

/// Reports a name that cargo rejects or that the exported crate has for a dependency or a feature.
fn check_name(key: &TomlKey<'_>, errors: &mut OverrideErrors<'_>) -> Option<()> {
    let (name, span) = (key.get_ref(), key.span());
    if !is_package_name(name) {
        let help = "the name of a crate is a letter followed by letters, digits, `-` or `_`";
        errors.invalid(&span, format!("invalid dependency `{name}`"), help);
        return None;
    }
    let crate_name = name.replace('-', "_");
    let help = if sources::features().any(|it| it == crate_name) {
        format!("remove it: enable the feature `{crate_name}` of the exported crate")
    } else if ["serde", "serde_json"].contains(&crate_name.as_str()) {
        "remove it: every exported crate depends on it".to_owned()
    } else if ["default", FeatureName::FULL].contains(&crate_name.as_str()) {
        "rename it, with `package` for the name of the crate".to_owned()
    } else {
        return Some(());
    };
    let message = format!("an exported crate already has a dependency or a feature `{crate_name}`");
    errors.inapplicable(&span, message, help);
    None
}

/// Reads a version requirement.
fn version(value: &TomlValue<'_>, errors: &mut OverrideErrors<'_>) -> Option<String> {
    let Some(text) = value.get_ref().as_str() else {
        return unexpected(value, "a version or a table", errors);
    };
    if let Err(error) = VersionReq::parse(text) {
        let message = format!("invalid version `{}`: {error}", text.escape_debug());
        errors.invalid(&value.span(), message, "write a version such as \"1.2\"");
        return None;
    }
    Some(text.to_owned())
}

/// Reads the table of a dependency.
fn detailed(
    value: &TomlValue<'_>,
    table: &DeTable<'_>,
    errors: &mut OverrideErrors<'_>,
) -> Option<Table> {
    let mut detailed = Table::new();
    let mut is_valid = true;
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        let read = match name {
            "version" => version(value, errors).map(Value::from),
            "features" => array_of_strings(value, errors).map(Value::from),
            "default-features" | "optional" => boolean(value, errors).map(|it| it.value.into()),
            _ if KEYS.contains(&name) => string(value, errors).map(|it| Value::from(it.value)),
            _ => {
                unknown_key(key, &KEYS, errors);
                None
            }
        };
        is_valid &= read.is_some();
        detailed.extend(read.map(|value| (name.to_owned(), value)));
    }
    if is_valid
        && !["version", "path", "git"]
            .iter()
            .any(|key| detailed.contains_key(*key))
    {
        let help = "add a `version`, such as \"1.2\"";
        errors.invalid(
            &value.span(),
            "a dependency has no version".to_owned(),
            help,
        );
        return None;
    }
    is_valid.then_some(detailed)
}
