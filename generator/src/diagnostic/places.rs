//! The line indexes at hand while findings are rendered one after the other.

use std::{collections::BTreeMap, sync::Arc};

use super::{Label, LineIndex, Location};
use crate::span::{Source, SourceFile};

/// Indexes each file once, in whatever order the findings come.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// By address: the indexes keep their files alive.
    indexes: BTreeMap<*const SourceFile, LineIndex>,
}

impl Places {
    /// The index of a file.
    pub(super) fn index(&mut self, source: &Source) -> &LineIndex {
        let address = Arc::as_ptr(source);
        { self.indexes.entry(address) }.or_insert_with(|| LineIndex::new(source))
    }

    /// Where a label starts and ends.
    pub(crate) fn of(&mut self, label: &Label) -> (Location, Location) {
        let index = self.index(&label.source);
        (
            index.location(label.span.start),
            index.location(label.span.end),
        )
    }
}
