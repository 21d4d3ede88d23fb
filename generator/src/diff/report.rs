//! The report of the changes, and its JSON form.

use std::path::PathBuf;

use serde::Serialize;

use super::{ChangeLevel, Changes, NextVersion};
use crate::schema::print::pretty;

/// The changes between two schemas, with the suggested version and the Rust project that uses the models.
#[derive(Debug, Clone)]
pub struct ChangeReport<'a> {
    /// The changes.
    pub changes: &'a Changes,
    /// The suggested next version of the generated crate.
    pub next_version: Option<NextVersion>,
    /// The folder of the Rust project that was searched for use sites.
    pub project: Option<PathBuf>,
}

impl<'a> ChangeReport<'a> {
    /// Creates a report without a suggested version and a Rust project.
    #[must_use]
    pub const fn new(changes: &'a Changes) -> Self {
        Self {
            changes,
            next_version: None,
            project: None,
        }
    }

    /// Renders the report as a JSON object with the keys `version`, `level` (of the worst change) and `changes`.
    ///
    /// Each change has the keys `level`, `kind` (see [`ChangeKind::as_str`](super::ChangeKind::as_str)), `from` and `to`,
    /// and those of its [`Subject`](super::Subject). They are `null` if they do not apply. The keys `likelyRename` and
    /// `usedBy` (a list of objects with `path` and `line`) are omitted if they are empty.
    ///
    /// ```
    /// use genesys_modelgen::{diff::{ChangeReport, compare}, schema::Schema};
    ///
    /// let changes = compare(&Schema::default(), &Schema::default());
    /// let json = ChangeReport::new(&changes).to_json();
    /// assert_eq!(json, "{\n  \"version\": 2,\n  \"level\": \"none\",\n  \"changes\": []\n}\n");
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        pretty(&ReportJson {
            version: JSON_VERSION,
            level: self.changes.level(),
            changes: self.changes,
        })
    }
}

/// The version of the JSON form, which is increased if an existing reader would misread the new form.
const JSON_VERSION: u32 = 2;

#[derive(Serialize)]
struct ReportJson<'a> {
    version: u32,
    level: ChangeLevel,
    changes: &'a Changes,
}
