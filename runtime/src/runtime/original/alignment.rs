//! The places of received items in a list that may have changed since.

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

/// The correspondence between a list as it was received and the list as it is now: both start and end with equal items.
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
    /// A list was replaced if it contains none of the received items. Changed models are still the received ones if their
    /// number is the same.
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

    /// Returns the index that a received item has now, if it is still in the list.
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

    /// Returns the number of items that are now before the place that had `before` items before it.
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

/// Checks whether an item can change and still be the same item, like a model.
fn can_change_inside(list: &dyn DynList) -> bool {
    matches!(
        list.get(0),
        Some(ValueRef::Model(_) | ValueRef::List(_) | ValueRef::Map(_))
    )
}
