//! The suggested next version of the generated crate.

use std::fmt;

use semver::{BuildMetadata, Prerelease, Version};

use super::ChangeLevel;

/// The current and the suggested version of a crate, by Cargo's rules of semantic versioning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextVersion {
    /// The version in the crate's manifest.
    pub current: Version,
    /// The suggested version, which equals `current` if nothing changed.
    pub next: Version,
    /// The level of the worst change.
    pub level: ChangeLevel,
}

/// The struct literals in the programs that use the models.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModelLiterals {
    /// Models are built with `model!`, or with literals that end in `..Default::default()`. New fields do not break them.
    Open,
    /// Some literals or patterns list all fields. Every new field breaks them.
    Exhaustive,
}

impl NextVersion {
    /// Returns the version to release after changes of the given level.
    ///
    /// ```
    /// use genesys_modelgen::diff::{ChangeLevel, NextVersion};
    ///
    /// let after = |version, level| NextVersion::after(version, level).next.to_string();
    /// assert_eq!(after("1.4.2".parse()?, ChangeLevel::Major), "2.0.0");
    /// assert_eq!(after("1.4.2".parse()?, ChangeLevel::Minor), "1.5.0");
    /// assert_eq!(after("0.4.2".parse()?, ChangeLevel::Major), "0.5.0");
    /// # Ok::<(), semver::Error>(())
    /// ```
    #[must_use]
    pub fn after(current: Version, level: ChangeLevel) -> Self {
        Self {
            next: next_version(&current, level),
            current,
            level,
        }
    }

    fn reason(&self) -> &'static str {
        let completes_pre_release =
            !self.current.pre.is_empty() && numbers(&self.current) == numbers(&self.next);
        match (self.level, self.current.major, self.current.minor) {
            (ChangeLevel::None, ..) => "nothing changed",
            _ if completes_pre_release => "the changes fit into the pre-release",
            (_, 0, 0) => "every change needs a new patch version in 0.0.x",
            (ChangeLevel::Major, 0, _) => "major changes need a new minor version in 0.x",
            (ChangeLevel::Minor, 0, _) => "minor changes need a new patch version in 0.x",
            (ChangeLevel::Major, ..) => "major changes",
            (ChangeLevel::Minor, ..) => "minor changes",
            (ChangeLevel::Point, ..) => "point changes",
        }
    }
}

/// Formats the suggestion with its reason, such as `1.0.0 -> 2.0.0 (major changes)`.
impl fmt::Display for NextVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (current, next, reason) = (&self.current, &self.next, self.reason());
        if self.level == ChangeLevel::None {
            write!(f, "{current} ({reason})")
        } else {
            write!(f, "{current} -> {next} ({reason})")
        }
    }
}

fn next_version(current: &Version, level: ChangeLevel) -> Version {
    let is_pre_release = !current.pre.is_empty();
    let (major, minor, patch) = match (numbers(current), bumped_part(current, level)) {
        (_, ChangeLevel::None) => return current.clone(),
        // A pre-release of `2.1.0` becomes `2.1.0` if the changes fit into it.
        (numbers @ (_, _, 0), ChangeLevel::Minor) if is_pre_release => numbers,
        (numbers @ (_, 0, 0), ChangeLevel::Major) if is_pre_release => numbers,
        (numbers, ChangeLevel::Point) if is_pre_release => numbers,
        ((major, ..), ChangeLevel::Major) => (major + 1, 0, 0),
        ((major, minor, _), ChangeLevel::Minor) => (major, minor + 1, 0),
        ((major, minor, patch), ChangeLevel::Point) => (major, minor, patch + 1),
    };
    Version {
        major,
        minor,
        patch,
        pre: Prerelease::EMPTY,
        build: BuildMetadata::EMPTY,
    }
}

/// Returns the part of the version to increase: the one for `level` from 1.0.0 on, the one below it in 0.x, and always the
/// patch number in 0.0.x.
const fn bumped_part(current: &Version, level: ChangeLevel) -> ChangeLevel {
    match (current.major, current.minor, level) {
        (_, _, ChangeLevel::None) => ChangeLevel::None,
        (0, 0, _) | (0, _, ChangeLevel::Minor | ChangeLevel::Point) => ChangeLevel::Point,
        (0, _, ChangeLevel::Major) => ChangeLevel::Minor,
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
    fn assert_suggestions(current: &str, expected: [&str; 3]) {
        let after = |level| NextVersion::after(current.parse().unwrap(), level);
        let next = ChangeLevel::WORST_FIRST.map(|level| after(level).next.to_string());
        assert_eq!(next, expected, "{current}");
        assert_eq!(after(ChangeLevel::None).next.to_string(), current);
    }

    #[test]
    fn from_1_0_on_the_level_selects_the_part_to_increase() {
        assert_suggestions("1.2.3", ["2.0.0", "1.3.0", "1.2.4"]);
        assert_suggestions("1.2.3+build.5", ["2.0.0", "1.3.0", "1.2.4"]);
    }

    #[test]
    fn before_1_0_every_level_increases_the_next_lower_part() {
        assert_suggestions("0.3.4", ["0.4.0", "0.3.5", "0.3.5"]);
        assert_suggestions("0.0.4", ["0.0.5", "0.0.5", "0.0.5"]);
    }

    #[test]
    fn a_pre_release_becomes_its_release_if_the_changes_fit() {
        assert_suggestions("2.0.0-rc.1", ["2.0.0", "2.0.0", "2.0.0"]);
        assert_suggestions("2.1.0-rc.1", ["3.0.0", "2.1.0", "2.1.0"]);
        assert_suggestions("2.1.1-rc.1", ["3.0.0", "2.2.0", "2.1.1"]);
        assert_suggestions("0.2.0-rc.1", ["0.2.0", "0.2.0", "0.2.0"]);
    }

    #[test]
    fn the_suggestion_gives_its_reason() {
        let suggestion = |current: &str| {
            NextVersion::after(current.parse().unwrap(), ChangeLevel::Major).to_string()
        };
        let unchanged = NextVersion::after("1.0.0".parse().unwrap(), ChangeLevel::None);
        assert_eq!(unchanged.to_string(), "1.0.0 (nothing changed)");
        assert_eq!(suggestion("1.0.0"), "1.0.0 -> 2.0.0 (major changes)");
        assert_eq!(
            suggestion("0.1.0"),
            "0.1.0 -> 0.2.0 (major changes need a new minor version in 0.x)"
        );
        assert_eq!(
            suggestion("0.0.1"),
            "0.0.1 -> 0.0.2 (every change needs a new patch version in 0.0.x)"
        );
        assert_eq!(
            suggestion("2.0.0-rc.1"),
            "2.0.0-rc.1 -> 2.0.0 (the changes fit into the pre-release)"
        );
    }
}
