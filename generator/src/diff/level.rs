//! How bad a change is.

use std::fmt;

/// How bad a change is for programs that use the models; a higher level is a worse one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Level {
    /// Nothing changed.
    #[default]
    None,
    /// Only what the docs say about something.
    Point,
    /// Something more is there, or less is asked for.
    Minor,
    /// Something is gone, is of another type, or is asked for.
    Major,
}

impl Level {
    /// The levels of changes, from the worst on: the order in which people are told.
    pub const WORST_FIRST: [Self; 3] = [Self::Major, Self::Minor, Self::Point];

    /// `none`, `point`, `minor` or `major`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Point => "point",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
