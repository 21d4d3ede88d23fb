//! The line index at hand while findings are rendered one after the other.

use super::{Label, LineIndex, Location};
use crate::source::Source;

/// Indexes a file once, as long as the findings come sorted by file.
#[derive(Debug, Default)]
pub(super) struct Places {
    current: Option<LineIndex>,
}

impl Places {
    /// The index of a file.
    pub(super) fn index(&mut self, source: &Source) -> &LineIndex {
        let kept = self.current.take().filter(|index| index.is_of(source));
        self.current
            .insert(kept.unwrap_or_else(|| LineIndex::new(source)))
    }

    /// Where a label starts and ends.
    pub(super) fn of(&mut self, label: &Label) -> (Location, Location) {
        let index = self.index(&label.source);
        (
            index.location(label.span.start),
            index.location(label.span.end),
        )
    }
}
