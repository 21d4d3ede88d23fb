//! The version that the generated crate should have next.

use std::fmt;

use semver::{BuildMetadata, Prerelease, Version};

use super::Level;

/// A crate's version before and after changes, by the rules of semantic versions as cargo reads them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextVersion {
    /// The version that the crate has.
    pub current: Version,
    /// The version that it should have; the same where nothing changed.
    pub next: Version,
    /// The level of the worst change.
    pub level: Level,
}

impl NextVersion {
    /// The version after changes of a level.
    ///
    /// ```
    /// use genesys_modelgen::diff::{Level, NextVersion};
    ///
    /// let after = |version, level| NextVersion::after(version, level).next.to_string();
    /// assert_eq!(after("1.4.2".parse()?, Level::Major), "2.0.0");
    /// assert_eq!(after("1.4.2".parse()?, Level::Minor), "1.5.0");
    /// assert_eq!(after("0.4.2".parse()?, Level::Major), "0.5.0");
    /// # Ok::<(), semver::Error>(())
    /// ```
    #[must_use]
    pub fn after(current: Version, level: Level) -> Self {
        let next = next(&current, level);
        Self {
            current,
            next,
            level,
        }
    }

    /// Why that version is the next.
    fn reason(&self) -> &'static str {
        let is_early = self.current.major == 0;
        match self.level {
            Level::None => "nothing changed",
            _ if self.is_released_next() => "the next version is already in preparation",
            _ if is_early && self.current.minor == 0 => "0.0.x: every version may break",
            Level::Major if is_early => "major changes; in 0.x a new minor version may break",
            Level::Minor if is_early => "minor changes; in 0.x a new patch version may add",
            Level::Major => "major changes",
            Level::Minor => "minor changes",
            Level::Point => "point changes",
        }
    }

    /// Whether the version before was a pre-release of the one after.
    fn is_released_next(&self) -> bool {
        !self.current.pre.is_empty() && numbers(&self.current) == numbers(&self.next)
    }
}

/// As it is told to people: `0.1.0 -> 0.2.0 (major changes; ...)`.
impl fmt::Display for NextVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { current, next, .. } = self;
        match self.level {
            Level::None => write!(f, "{current}, as it is")?,
            _ => write!(f, "{current} -> {next}")?,
        }
        write!(f, " ({})", self.reason())
    }
}

fn next(current: &Version, level: Level) -> Version {
    if level == Level::None {
        return current.clone();
    }
    let (major, minor, patch) = match (numbers(current), effect(current, level)) {
        // A pre-release precedes the version that it prepares.
        (numbers @ (_, _, 0), Level::Minor) if !current.pre.is_empty() => numbers,
        (numbers @ (_, 0, 0), Level::Major) if !current.pre.is_empty() => numbers,
        (numbers, Level::Point) if !current.pre.is_empty() => numbers,
        ((major, ..), Level::Major) => (major + 1, 0, 0),
        ((major, minor, _), Level::Minor) => (major, minor + 1, 0),
        ((major, minor, patch), _) => (major, minor, patch + 1),
    };
    Version {
        major,
        minor,
        patch,
        pre: Prerelease::EMPTY,
        build: BuildMetadata::EMPTY,
    }
}

/// The level at which a version's numbers change: before 1.0.0, one lower, and before 0.1.0 the lowest.
const fn effect(current: &Version, level: Level) -> Level {
    match (current.major, current.minor, level) {
        (0, 0, _) | (0, _, Level::Minor | Level::Point) => Level::Point,
        (0, _, Level::Major) => Level::Minor,
        (_, _, level) => level,
    }
}

const fn numbers(version: &Version) -> (u64, u64, u64) {
    (version.major, version.minor, version.patch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn suggests(current: &str, expected: [&str; 3]) {
        let after = |level| NextVersion::after(current.parse().unwrap(), level);
        let next = Level::WORST_FIRST.map(|level| after(level).next.to_string());
        assert_eq!(next, expected, "{current}");
        assert_eq!(after(Level::None).next.to_string(), current);
    }

    #[test]
    fn a_stable_version_counts_up_at_the_level_of_the_worst_change() {
        suggests("1.2.3", ["2.0.0", "1.3.0", "1.2.4"]);
        suggests("1.2.3+build.5", ["2.0.0", "1.3.0", "1.2.4"]);
    }

    #[test]
    fn before_1_0_every_level_counts_one_lower() {
        suggests("0.3.4", ["0.4.0", "0.3.5", "0.3.5"]);
        suggests("0.0.4", ["0.0.5", "0.0.5", "0.0.5"]);
    }

    #[test]
    fn a_pre_release_becomes_what_it_prepares_where_that_is_enough() {
        suggests("2.0.0-rc.1", ["2.0.0", "2.0.0", "2.0.0"]);
        suggests("2.1.0-rc.1", ["3.0.0", "2.1.0", "2.1.0"]);
        suggests("2.1.1-rc.1", ["3.0.0", "2.2.0", "2.1.1"]);
        suggests("0.2.0-rc.1", ["0.2.0", "0.2.0", "0.2.0"]);
    }

    #[test]
    fn the_reason_is_told() {
        let text =
            |current: &str| NextVersion::after(current.parse().unwrap(), Level::Major).to_string();
        let same = NextVersion::after("1.0.0".parse().unwrap(), Level::None);
        assert_eq!(same.to_string(), "1.0.0, as it is (nothing changed)");
        assert_eq!(text("1.0.0"), "1.0.0 -> 2.0.0 (major changes)");
        assert_eq!(
            text("0.1.0"),
            "0.1.0 -> 0.2.0 (major changes; in 0.x a new minor version may break)"
        );
        assert_eq!(
            text("0.0.1"),
            "0.0.1 -> 0.0.2 (0.0.x: every version may break)"
        );
        assert_eq!(
            text("2.0.0-rc.1"),
            "2.0.0-rc.1 -> 2.0.0 (the next version is already in preparation)"
        );
    }
}
