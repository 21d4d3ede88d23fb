//! The words of the platform's release notes.

use super::{Change, ChangeKind, Changes, Level};

/// A change in words; what comes from the docs goes through `quoted`, which knows what the page would misread.
pub fn words(change: &Change, quoted: impl Fn(&str) -> String) -> String {
    let property = change.property.as_ref().map(|name| quoted(name.as_str()));
    let from = change.from.as_deref().map(&quoted).unwrap_or_default();
    let to = change.to.as_deref().map(&quoted).unwrap_or_default();
    match (change.kind, property) {
        (ChangeKind::ModelRemoved, _) => {
            format!("Model {} was removed", quoted(change.definition.as_str()))
        }
        (ChangeKind::ModelAdded, _) => "Model was added".to_owned(),
        (ChangeKind::DescriptionChanged, None) => "Description was changed".to_owned(),
        (_, None) => format!("Model was changed from {from} to {to}"),
        (ChangeKind::PropertyRemoved, Some(name)) => format!("Property {name} was removed"),
        (ChangeKind::TypeChanged, Some(name)) => {
            format!("Property {name} was changed from {from} to {to}")
        }
        (ChangeKind::RequiredAdded, Some(name)) => format!("Property {name} was made required"),
        (ChangeKind::RequiredRemoved, Some(name)) => {
            format!("Property {name} is no longer required")
        }
        (ChangeKind::PropertyAdded, Some(name)) if change.level == Level::Major => {
            format!("Required property {name} was added")
        }
        (ChangeKind::PropertyAdded, Some(name)) => format!("Optional property {name} was added"),
        (ChangeKind::ValueRemoved, Some(name)) => {
            format!("Enum value {from} was removed from property {name}")
        }
        (ChangeKind::ValueAdded, Some(name)) => {
            format!("Enum value {to} was added to property {name}")
        }
        (ChangeKind::DescriptionChanged, Some(name)) => {
            format!("Description of property {name} was changed")
        }
    }
}

/// More places than these are only counted.
const PLACES: usize = 3;

/// What is said below a change: what it likely is in truth, what it means for Rust code, and where that is used.
pub fn remarks(change: &Change, quoted: impl Fn(&str) -> String) -> Vec<String> {
    let is_removed = matches!(
        change.kind,
        ChangeKind::ModelRemoved | ChangeKind::PropertyRemoved
    );
    let direction = if is_removed { "to" } else { "from" };
    let rename = change.likely_rename.as_deref();
    let rename = rename.map(|name| format!("Likely renamed {direction} {}", quoted(name)));
    let rust = change.rust.as_ref().map(|text| format!("Rust: {text}"));
    rename
        .into_iter()
        .chain(rust)
        .chain(used_in(change, quoted))
        .collect()
}

fn used_in(change: &Change, quoted: impl Fn(&str) -> String) -> Option<String> {
    let places = change.used_by.iter().take(PLACES);
    let places: Vec<_> = places.map(|place| quoted(&place.to_string())).collect();
    let more = change.used_by.len() - places.len();
    let more = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    (!places.is_empty()).then(|| format!("Used in {}{more}", places.join(", ")))
}

/// A section's heading, such as `Major Changes (1 change)`.
pub fn heading(level: Level, changes: &Changes) -> String {
    let title = match level {
        Level::Major => "Major",
        Level::Minor => "Minor",
        Level::Point => "Point",
        Level::None => "No",
    };
    format!("{title} Changes ({})", counted(changes.count(level)))
}

/// `1 change` or `2 changes`.
pub fn counted(number: usize) -> String {
    if number == 1 {
        "1 change".to_owned()
    } else {
        format!("{number} changes")
    }
}

/// The changes of a level, by definition.
pub fn by_definition(changes: &Changes, level: Level) -> Vec<Vec<&Change>> {
    let of_level: Vec<_> = changes
        .iter()
        .filter(|change| change.level == level)
        .collect();
    let groups = of_level.chunk_by(|a, b| a.definition == b.definition);
    groups.map(<[_]>::to_vec).collect()
}
