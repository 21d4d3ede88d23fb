//! An enum, as the generator emits it.

use std::fmt;

use crate::runtime::Listed;

/// An enum of two listed values.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum State {
    /// `alerting`
    Alerting,
    /// `connected`
    Connected,
}

impl Listed for State {
    const VALUES: &'static [&'static str] = &["alerting", "connected"];

    const ALL: &'static [Self] = &[Self::Alerting, Self::Connected];
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(Listed::as_str(*self), f)
    }
}

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        *self as usize == *other as usize
    }
}

impl Eq for State {}
