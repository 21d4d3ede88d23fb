//! Finds the current indices of received items in a list that may have changed.

use ::core::hash::Hasher;
use ::std::hash::DefaultHasher;

use super::super::{
    containers::{DynList, items},
    hash::hash_value,
    value::ValueRef,
};

/// Returns a hash of each item of a list.
pub fn fingerprints(list: &dyn DynList) -> Vec<u64> {
    let fingerprint = |item| {
        let mut hasher = DefaultHasher::new();
        hash_value(item, &mut hasher);
        hasher.finish()
    };
    items(list).map(fingerprint).collect()
}

/// The correspondence between a list when it was received and the list now, from the equal items at its start and end.
pub struct Alignment {
    received: usize,
    current: usize,
    /// The number of equal items at the start.
    start: usize,
    /// The number of equal items at the end.
    end: usize,
}

impl Alignment {
    /// Compares a list with the fingerprints of the received items. Returns `None` if the list was cleared or replaced.
    ///
    /// A list was replaced if it contains none of the received items. A list of models, lists or maps that still has the same
    /// length was not: its items may have been changed in place.
    pub fn new(received: &[u64], list: &dyn DynList) -> Option<Self> {
        let current = fingerprints(list);
        let shorter = received.len().min(current.len());
        let start = count_equal(received.iter().zip(&current));
        let end = count_equal(received.iter().rev().zip(current.iter().rev()));
        let is_same = received.is_empty()
            || received.len() == current.len() && can_change_inside(list)
            || current.iter().any(|item| received.contains(item));
        is_same.then_some(Self {
            received: received.len(),
            current: current.len(),
            start,
            end: end.min(shorter - start),
        })
    }

    /// Returns the current index of a received item, or `None` if it was removed or cannot be found.
    pub fn item(&self, index: usize) -> Option<usize> {
        let from_end = self.received.checked_sub(index)?;
        if index < self.start || self.received == self.current {
            Some(index)
        } else if from_end <= self.end {
            Some(self.current - from_end)
        } else {
            None
        }
    }

    /// Returns the current index of the gap that followed the first `before` received items.
    pub fn gap(&self, before: usize) -> usize {
        let after = self.received.saturating_sub(before);
        let last = self.current - self.end;
        if before <= self.start {
            before
        } else if after <= self.end {
            self.current - after
        } else {
            before.clamp(self.start, last)
        }
    }
}

fn count_equal<'a>(pairs: impl Iterator<Item = (&'a u64, &'a u64)>) -> usize {
    pairs
        .take_while(|(received, current)| received == current)
        .count()
}

/// Checks whether the items of a list can be changed in place: models, lists and maps can.
fn can_change_inside(list: &dyn DynList) -> bool {
    matches!(
        list.get(0),
        Some(ValueRef::Model(_) | ValueRef::List(_) | ValueRef::Map(_))
    )
}
