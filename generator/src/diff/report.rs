//! What is rendered.

use std::path::PathBuf;

use super::{Changes, NextVersion};

/// What there is to tell of a comparison.
#[derive(Debug, Clone)]
pub struct Report<'a> {
    /// What changed.
    pub changes: &'a Changes,
    /// The version that the generated crate should have next, where there is one.
    pub next_version: Option<NextVersion>,
    /// The Rust project whose uses the changes are marked with, where there is one.
    pub project: Option<PathBuf>,
}

impl<'a> Report<'a> {
    /// A report of changes alone.
    #[must_use]
    pub const fn new(changes: &'a Changes) -> Self {
        Self {
            changes,
            next_version: None,
            project: None,
        }
    }

    /// How many of the changes touch the project.
    pub(super) fn impact(&self, quoted: impl Fn(&str) -> String) -> Option<String> {
        let project = quoted(&self.project.as_ref()?.to_string_lossy());
        let changes = self
            .changes
            .iter()
            .filter(|change| !change.used_by.is_empty());
        Some(match changes.count() {
            0 => format!("No change touches what {project} names"),
            1 => format!("1 change touches what {project} names"),
            number => format!("{number} changes touch what {project} names"),
        })
    }
}
