//! The sentences and headings of a report, in the wording of the platform's release notes.
//!
//! The closure `escape` escapes names and values from the docs for the output format.

use super::{
    Change, ChangeKind, ChangeLevel, ChangeReport, Changes, api::api_sentence, subject::Heading,
};

/// Returns the sentence for a change, such as `Property name was removed`.
pub fn change_sentence(change: &Change, escape: impl Fn(&str) -> String) -> String {
    let from = change.from.as_deref().map(&escape).unwrap_or_default();
    let to = change.to.as_deref().map(&escape).unwrap_or_default();
    let property = change.property().map(|name| escape(name.as_str()));
    let is_model = property.is_none();
    let name = property.unwrap_or_default();
    match change.kind {
        ChangeKind::ModelRemoved => {
            let name = change.definition().map(|name| escape(name.as_str()));
            format!("Model {} was removed", name.unwrap_or_default())
        }
        ChangeKind::ModelAdded => "Model was added".to_owned(),
        ChangeKind::PropertyRemoved => format!("Property {name} was removed"),
        ChangeKind::TypeChanged if is_model => format!("Model was changed from {from} to {to}"),
        ChangeKind::TypeChanged => format!("Property {name} was changed from {from} to {to}"),
        ChangeKind::ValuesConstrained => {
            format!("Values are now constrained by enum members for property {name}")
        }
        ChangeKind::ValuesUnconstrained => {
            format!("Values are no longer constrained by enum members for property {name}")
        }
        ChangeKind::ReadOnlyAdded => format!("{name} has been made readonly"),
        ChangeKind::ReadOnlyRemoved => format!("{name} is no longer readonly"),
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
        ChangeKind::Api(kind) => api_sentence(change, kind, escape),
    }
}

/// Returns the lines below a change: a probable rename, the effect on Rust code and the use sites.
pub fn notes(change: &Change, escape: impl Fn(&str) -> String) -> Vec<String> {
    let is_removed = matches!(
        change.kind,
        ChangeKind::ModelRemoved | ChangeKind::PropertyRemoved
    );
    let direction = if is_removed { "to" } else { "from" };
    let rename = change.likely_rename.as_deref();
    let rename = rename.map(|name| format!("Likely renamed {direction} {}", escape(name)));
    let effect = change.rust_effect.as_ref();
    let effect = effect.map(|effect| format!("Rust: {effect}"));
    let used_in = used_in(change, escape);
    [rename, effect, used_in].into_iter().flatten().collect()
}

/// The maximum number of listed use sites, which are followed by the number of the others: `and 5 more`.
const LISTED_USE_SITES: usize = 3;

fn used_in(change: &Change, escape: impl Fn(&str) -> String) -> Option<String> {
    let listed = change.used_by.iter().take(LISTED_USE_SITES);
    let listed: Vec<_> = listed.map(|site| escape(&site.to_string())).collect();
    let more = match change.used_by.len() - listed.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    (!listed.is_empty()).then(|| format!("Used in {}{more}", listed.join(", ")))
}

/// Returns the number of changes with use sites as a sentence, if use sites were searched for.
pub fn impact_sentence(
    report: &ChangeReport<'_>,
    escape: impl Fn(&str) -> String,
) -> Option<String> {
    let project = escape(&report.project.as_ref()?.to_string_lossy());
    let changes = report.changes.iter();
    Some(match changes.filter(|it| !it.used_by.is_empty()).count() {
        0 => format!("No change affects names used in {project}"),
        1 => format!("1 change affects names used in {project}"),
        number => format!("{number} changes affect names used in {project}"),
    })
}

/// Returns the suggested version as a sentence, if there is one.
pub fn version_sentence(report: &ChangeReport<'_>) -> Option<String> {
    let version = report.next_version.as_ref()?;
    let reason = if version.level > report.changes.level() {
        "; changes below major break Rust code"
    } else {
        ""
    };
    Some(format!("Next version of the crate: {version}{reason}"))
}

/// Returns a section's heading, such as `Major Changes (1 change)`.
pub fn section_heading(level: ChangeLevel, changes: &Changes) -> String {
    let title = match level {
        ChangeLevel::Major => "Major",
        ChangeLevel::Minor => "Minor",
        ChangeLevel::Point => "Point",
        ChangeLevel::None => "No",
    };
    format!(
        "{title} Changes ({})",
        counted_changes(changes.count(level))
    )
}

/// Returns `1 change`, `2 changes` and so on.
pub fn counted_changes(number: usize) -> String {
    match number {
        1 => "1 change".to_owned(),
        _ => format!("{number} changes"),
    }
}

/// Groups the changes of one level by heading.
pub fn group_by_heading(changes: &Changes, level: ChangeLevel) -> Vec<(Heading<'_>, Vec<&Change>)> {
    let changes = changes.iter().filter(|change| change.level == level);
    let mut groups = Vec::<(Heading<'_>, Vec<&Change>)>::new();
    for change in changes {
        let heading = change.heading();
        match groups.last_mut() {
            Some((last, changes)) if *last == heading => changes.push(change),
            _ => groups.push((heading, vec![change])),
        }
    }
    groups
}
