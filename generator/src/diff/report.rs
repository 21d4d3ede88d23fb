//! What is rendered.

use super::{Changes, NextVersion};

/// What there is to tell of a comparison.
#[derive(Debug, Clone)]
pub struct Report<'a> {
    /// What changed.
    pub changes: &'a Changes,
    /// The version that the generated crate should have next, where there is one.
    pub next_version: Option<NextVersion>,
}

impl<'a> Report<'a> {
    /// A report of changes alone.
    #[must_use]
    pub const fn new(changes: &'a Changes) -> Self {
        Self {
            changes,
            next_version: None,
        }
    }
}
