//! The sentences and headings of a report, in the wording of the platform's release notes.
//!
//! The functions take a closure `quote`, which escapes names and values from the docs for the output format.

use super::{Change, ChangeKind, ChangeLevel, ChangeReport, Changes};

/// Returns the sentence for a change, such as `Property name was removed`.
pub fn sentence(change: &Change, quote: impl Fn(&str) -> String) -> String {
    let from = change.from.as_deref().map(&quote).unwrap_or_default();
    let to = change.to.as_deref().map(&quote).unwrap_or_default();
    let property = change.property.as_ref().map(|name| quote(name.as_str()));
    let is_model = property.is_none();
    let name = property.unwrap_or_default();
    match change.kind {
        ChangeKind::ModelRemoved => {
            format!("Model {} was removed", quote(change.definition.as_str()))
        }
        ChangeKind::ModelAdded => "Model was added".to_owned(),
        ChangeKind::PropertyRemoved => format!("Property {name} was removed"),
        ChangeKind::TypeChanged if is_model => format!("Model was changed from {from} to {to}"),
        ChangeKind::TypeChanged => format!("Property {name} was changed from {from} to {to}"),
        ChangeKind::RequiredAdded => format!("Property {name} was made required"),
        ChangeKind::RequiredRemoved => format!("Property {name} is no longer required"),
        ChangeKind::PropertyAdded if change.level == ChangeLevel::Major => {
            format!("Required property {name} was added")
        }
        ChangeKind::PropertyAdded => format!("Optional property {name} was added"),
        ChangeKind::ValueRemoved => format!("Enum value {from} was removed from property {name}"),
        ChangeKind::ValueAdded => format!("Enum value {to} was added to property {name}"),
        ChangeKind::DescriptionChanged if is_model => "Description was changed".to_owned(),
        ChangeKind::DescriptionChanged => format!("Description of property {name} was changed"),
    }
}

/// Returns the lines below a change: a probable rename, the effect on Rust code and the use sites.
pub fn notes(change: &Change, quote: impl Fn(&str) -> String) -> Vec<String> {
    let is_removed = matches!(
        change.kind,
        ChangeKind::ModelRemoved | ChangeKind::PropertyRemoved
    );
    let direction = if is_removed { "to" } else { "from" };
    let rename = change.likely_rename.as_deref();
    let rename = rename.map(|name| format!("Likely renamed {direction} {}", quote(name)));
    let effect = change.rust_effect.as_ref();
    let effect = effect.map(|effect| format!("Rust: {effect}"));
    let used_in = used_in(change, quote);
    [rename, effect, used_in].into_iter().flatten().collect()
}

/// The number of use sites that are listed before `and 5 more`.
const LISTED_USE_SITES: usize = 3;

fn used_in(change: &Change, quote: impl Fn(&str) -> String) -> Option<String> {
    let listed = change.used_by.iter().take(LISTED_USE_SITES);
    let listed: Vec<_> = listed.map(|site| quote(&site.to_string())).collect();
    let more = match change.used_by.len() - listed.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    (!listed.is_empty()).then(|| format!("Used in {}{more}", listed.join(", ")))
}

/// Returns the number of changes with use sites as a sentence, if the report is about a Rust project.
pub fn impact(report: &ChangeReport<'_>, quote: impl Fn(&str) -> String) -> Option<String> {
    let project = quote(&report.project.as_ref()?.to_string_lossy());
    let changes = report.changes.iter();
    Some(match changes.filter(|it| !it.used_by.is_empty()).count() {
        0 => format!("No change touches what {project} names"),
        1 => format!("1 change touches what {project} names"),
        number => format!("{number} changes touch what {project} names"),
    })
}

/// Returns the suggested version as a sentence, if there is one.
pub fn next_version(report: &ChangeReport<'_>) -> Option<String> {
    let version = report.next_version.as_ref()?;
    Some(format!("Next version of the crate: {version}"))
}

/// Returns a section's heading, such as `Major Changes (1 change)`.
pub fn heading(level: ChangeLevel, changes: &Changes) -> String {
    let title = match level {
        ChangeLevel::Major => "Major",
        ChangeLevel::Minor => "Minor",
        ChangeLevel::Point => "Point",
        ChangeLevel::None => "No",
    };
    format!("{title} Changes ({})", count(changes.count(level)))
}

/// Returns `1 change` or `2 changes`.
pub fn count(number: usize) -> String {
    match number {
        1 => "1 change".to_owned(),
        _ => format!("{number} changes"),
    }
}

/// Groups the changes of one level by definition.
pub fn by_definition(changes: &Changes, level: ChangeLevel) -> Vec<(&str, Vec<&Change>)> {
    let changes = changes.iter().filter(|change| change.level == level);
    let mut groups = Vec::<(&str, Vec<&Change>)>::new();
    for change in changes {
        let name = change.definition.as_str();
        match groups.last_mut() {
            Some((last, changes)) if *last == name => changes.push(change),
            _ => groups.push((name, vec![change])),
        }
    }
    groups
}
