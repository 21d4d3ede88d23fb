//! The list of changes, and the kind and the level of a change.

use std::{
    cmp::Reverse,
    fmt,
    path::{Path, PathBuf},
};

use serde::{Serialize, Serializer};

use super::{
    api::ApiChangeKind,
    subject::{Heading, Subject},
    version::ModelLiterals,
};
use crate::schema::{ApiName, DefinitionName, PropertyName};

/// The severity of a change for programs that use the models.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ChangeLevel {
    /// Nothing changed.
    #[default]
    None,
    /// Only descriptions changed.
    Point,
    /// Something was added, or is no longer required.
    Minor,
    /// Something was removed, has another type, or became required.
    Major,
}

impl ChangeLevel {
    /// The levels that a change can have, in the order of a report's sections.
    pub const WORST_FIRST: [Self; 3] = [Self::Major, Self::Minor, Self::Point];

    /// Returns `none`, `point`, `minor` or `major`.
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

impl fmt::Display for ChangeLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for ChangeLevel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// The kind of a change. A report lists the changes below a heading in the order of these variants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// A definition was removed.
    ModelRemoved,
    /// A definition was added.
    ModelAdded,
    /// A property was removed.
    PropertyRemoved,
    /// The type of a property changed. If `property` is `None`, a definition without properties now has some, or the
    /// other way around.
    TypeChanged,
    /// A property with any string as its value now has listed values.
    ValuesConstrained,
    /// A property with listed values now has any string as its value.
    ValuesUnconstrained,
    /// A property became required.
    RequiredAdded,
    /// A property is no longer required.
    RequiredRemoved,
    /// A property became read-only.
    ReadOnlyAdded,
    /// A property is no longer read-only.
    ReadOnlyRemoved,
    /// A property was added. The level is major if the property is required, and minor otherwise.
    PropertyAdded,
    /// A value was removed from the listed values of a property.
    ValueRemoved,
    /// A value was added to the listed values of a property.
    ValueAdded,
    /// The description of a definition or a property changed.
    DescriptionChanged,
    /// An API, a path, an operation or a part of one changed.
    Api(ApiChangeKind),
}

impl ChangeKind {
    /// Returns the kind's name in JSON, such as `type-changed`. These names are stable.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ModelRemoved => "model-removed",
            Self::ModelAdded => "model-added",
            Self::PropertyRemoved => "property-removed",
            Self::TypeChanged => "type-changed",
            Self::ValuesConstrained => "values-constrained",
            Self::ValuesUnconstrained => "values-unconstrained",
            Self::RequiredAdded => "required-added",
            Self::RequiredRemoved => "required-removed",
            Self::ReadOnlyAdded => "read-only-added",
            Self::ReadOnlyRemoved => "read-only-removed",
            Self::PropertyAdded => "property-added",
            Self::ValueRemoved => "value-removed",
            Self::ValueAdded => "value-added",
            Self::DescriptionChanged => "description-changed",
            Self::Api(kind) => kind.as_str(),
        }
    }
}

impl Serialize for ChangeKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// One difference between two schemas.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// The severity of the change.
    pub level: ChangeLevel,
    /// The item that changed.
    #[serde(flatten)]
    pub subject: Subject,
    /// The kind of the change.
    pub kind: ChangeKind,
    /// The old type, listed value or description, or `required` or `optional`.
    pub from: Option<String>,
    /// The new type, listed value or description, or `required` or `optional`.
    pub to: Option<String>,
    /// The probable new name of a removed item, or the probable old name of an added one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub likely_rename: Option<String>,
    /// The effect on Rust code that uses the models, if any.
    #[serde(skip)]
    pub rust_effect: Option<String>,
    /// Whether `rust_effect` breaks code, although the level is below major.
    #[serde(skip)]
    pub breaks_code: bool,
    /// The API that describes the changed operation, or the first of them.
    #[serde(skip)]
    pub area: Option<ApiName>,
    /// The lines of a Rust project that use the changed item, set by `mark_uses`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub used_by: Vec<UseSite>,
}

/// A line of a Rust project that uses a name, formatted as `path:line`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct UseSite {
    /// The path of the file.
    #[serde(serialize_with = "lossy_path")]
    pub path: PathBuf,
    /// The line number, counted from 1.
    pub line: usize,
}

/// Serializes a path as a string. `PathBuf` itself fails to serialize if it is not UTF-8.
fn lossy_path<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&path.display())
}

impl fmt::Display for UseSite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.path.display(), self.line)
    }
}

impl Change {
    /// Creates a change without the parts that are found later.
    #[must_use]
    pub(super) fn new(
        level: ChangeLevel,
        subject: Subject,
        kind: ChangeKind,
        [from, to]: [Option<String>; 2],
    ) -> Self {
        Self {
            level,
            subject,
            kind,
            from,
            to,
            likely_rename: None,
            rust_effect: None,
            breaks_code: false,
            area: None,
            used_by: Vec::new(),
        }
    }

    /// Returns the definition that changed, or whose property changed.
    #[must_use]
    pub const fn definition(&self) -> Option<&DefinitionName> {
        self.subject.definition()
    }

    /// Returns the property that changed, or `None` if the change is to another item.
    #[must_use]
    pub const fn property(&self) -> Option<&PropertyName> {
        self.subject.property()
    }

    /// Returns the heading below which a report lists the change.
    pub(super) fn heading(&self) -> Heading<'_> {
        self.subject.heading(self.kind)
    }

    fn sort_key(&self) -> impl Ord {
        let Self {
            level,
            subject,
            kind,
            from,
            to,
            ..
        } = self;
        (Reverse(*level), self.heading(), *kind, subject, from, to)
    }
}

/// All changes between two schemas, sorted by level (major first) and then by API, path and definition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Changes(Vec<Change>);

impl Changes {
    /// Iterates over the changes in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Change> {
        self.0.iter()
    }

    /// Sets `used_by` of each change.
    #[cfg(feature = "cli")]
    pub(super) fn set_used_by(&mut self, use_sites: impl Fn(&Change) -> Vec<UseSite>) {
        for change in &mut self.0 {
            change.used_by = use_sites(change);
        }
    }

    /// Checks whether the schemas are equal.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the highest level of all changes.
    #[must_use]
    pub fn level(&self) -> ChangeLevel {
        let levels = self.iter().map(|change| change.level);
        levels.max().unwrap_or_default()
    }

    /// Returns the level that the version of the crate follows: major if any change breaks Rust code.
    #[must_use]
    pub fn version_level(&self, literals: ModelLiterals) -> ChangeLevel {
        let breaks_code = |change: &Change| {
            let is_new_field = change.kind == ChangeKind::PropertyAdded;
            change.breaks_code || is_new_field && literals == ModelLiterals::Exhaustive
        };
        if self.iter().any(breaks_code) {
            ChangeLevel::Major
        } else {
            self.level()
        }
    }

    /// Returns the number of changes of one level.
    #[must_use]
    pub fn count(&self, level: ChangeLevel) -> usize {
        self.iter().filter(|change| change.level == level).count()
    }

    /// Returns the number of changes of each level in one line.
    ///
    /// ```
    /// use genesys_modelgen::{diff::compare, schema::Schema};
    ///
    /// let changes = compare(&Schema::default(), &Schema::default());
    /// assert_eq!(changes.summary(), "0 major, 0 minor and 0 point changes");
    /// ```
    #[must_use]
    pub fn summary(&self) -> String {
        let [major, minor, point] = ChangeLevel::WORST_FIRST.map(|level| self.count(level));
        format!("{major} major, {minor} minor and {point} point changes")
    }
}

impl From<Vec<Change>> for Changes {
    fn from(mut changes: Vec<Change>) -> Self {
        changes.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        Self(changes)
    }
}

impl<'a> IntoIterator for &'a Changes {
    type Item = &'a Change;
    type IntoIter = std::slice::Iter<'a, Change>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
