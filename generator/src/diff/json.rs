//! Changes for programs.

use serde::Serialize;

use super::{Change, Report, UsePlace};
use crate::schema::{PropertyName, print::pretty};

/// The version of the form; it changes when a program that reads the form would misread the new one.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    level: &'static str,
    changes: Vec<ChangeForm<'a>>,
}

/// The last two are there only where there is something to say.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ChangeForm<'a> {
    level: &'static str,
    definition: &'a str,
    property: Option<&'a str>,
    kind: &'static str,
    from: Option<&'a str>,
    to: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    likely_rename: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    used_by: Vec<PlaceForm>,
}

#[derive(Serialize)]
struct PlaceForm {
    path: String,
    line: usize,
}

/// Renders a report as a JSON object: its `version`, the `level` of the worst change (`none`, `point`, `minor` or
/// `major`) and the `changes`.
///
/// Each change has its `level`, its `definition`, its `property` (or null), its `kind` (see
/// [`ChangeKind::as_str`](super::ChangeKind::as_str)), and `from` and `to` (types, listed values or descriptions, or
/// null). Where something likely was renamed, `likelyRename` is its other name; where a Rust project uses what
/// changed, `usedBy` lists the places by `path` and `line`.
///
/// ```
/// use genesys_modelgen::{diff::{Report, compare, json}, schema::Schema};
///
/// let changes = compare(&Schema::default(), &Schema::default());
/// let text = json(&Report::new(&changes));
/// assert_eq!(text, "{\n  \"version\": 1,\n  \"level\": \"none\",\n  \"changes\": []\n}\n");
/// ```
#[must_use]
pub fn json(report: &Report<'_>) -> String {
    let document = Document {
        version: VERSION,
        level: report.changes.level().as_str(),
        changes: report.changes.iter().map(form).collect(),
    };
    pretty(&document)
}

fn form(change: &Change) -> ChangeForm<'_> {
    ChangeForm {
        level: change.level.as_str(),
        definition: change.definition.as_str(),
        property: change.property.as_ref().map(PropertyName::as_str),
        kind: change.kind.as_str(),
        from: change.from.as_deref(),
        to: change.to.as_deref(),
        likely_rename: change.likely_rename.as_deref(),
        used_by: change.used_by.iter().map(place).collect(),
    }
}

fn place(place: &UsePlace) -> PlaceForm {
    PlaceForm {
        path: place.path.display().to_string(),
        line: place.line,
    }
}
