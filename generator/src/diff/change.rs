//! Changes as plain data.

use std::{cmp::Reverse, fmt, path::PathBuf};

use super::Level;
use crate::schema::{DefinitionName, PropertyName};

/// Makes the kinds, each with its name for programs.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal,)*) => {
        /// What happened to a definition or a property.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ChangeKind {
            $($(#[$doc])* $kind,)*
        }

        impl ChangeKind {
            /// The name that programs read, such as `type-changed`. It never changes its meaning.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$kind => $name,)* }
            }
        }
    };
}

// In the order in which people are told of one definition's changes.
kinds! {
    /// A definition is gone.
    ModelRemoved = "model-removed",
    /// A definition is new.
    ModelAdded = "model-added",
    /// A property is gone.
    PropertyRemoved = "property-removed",
    /// A property is of another type; without a property, a definition got its first properties or lost its last.
    TypeChanged = "type-changed",
    /// A property became required.
    RequiredAdded = "required-added",
    /// A property is no longer required.
    RequiredRemoved = "required-removed",
    /// A property is new, required or not: the level tells.
    PropertyAdded = "property-added",
    /// A value is no longer listed.
    ValueRemoved = "value-removed",
    /// A value is listed now.
    ValueAdded = "value-added",
    /// The docs say something else of it.
    DescriptionChanged = "description-changed",
}

/// One difference between two schemas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// How bad it is.
    pub level: Level,
    /// The definition.
    pub definition: DefinitionName,
    /// The property, unless it is about the definition itself.
    pub property: Option<PropertyName>,
    /// What happened.
    pub kind: ChangeKind,
    /// What was there: a type as the docs write it, a listed value, `required` or `optional`, or a description.
    pub from: Option<String>,
    /// What is there now.
    pub to: Option<String>,
    /// What the removed likely is called now, or the added likely was called: it has the same shape.
    pub likely_rename: Option<String>,
    /// What it means for Rust code that uses the models, where it means something.
    pub rust: Option<String>,
    /// Where a Rust project uses it, as far as anyone looked.
    pub used_by: Vec<UsePlace>,
}

/// A place where a Rust project names something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct UsePlace {
    /// The file.
    pub path: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
}

/// The place as editors read it.
impl fmt::Display for UsePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.path.display(), self.line)
    }
}

impl Change {
    /// What the changes are sorted by.
    fn key(&self) -> impl Ord {
        let Self {
            level,
            definition,
            property,
            kind,
            from,
            to,
            ..
        } = self;
        (Reverse(*level), definition, *kind, property, from, to)
    }
}

/// All differences between two schemas: the worst first, and those of a level by definition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes(Vec<Change>);

impl Changes {
    /// The changes, one after the other.
    pub fn iter(&self) -> std::slice::Iter<'_, Change> {
        self.0.iter()
    }

    /// Notes at each change where a project uses it.
    #[cfg(feature = "cli")]
    pub(super) fn mark(&mut self, uses: impl Fn(&Change) -> Vec<UsePlace>) {
        for change in &mut self.0 {
            change.used_by = uses(change);
        }
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The level of the worst change.
    #[must_use]
    pub fn level(&self) -> Level {
        self.iter()
            .map(|change| change.level)
            .max()
            .unwrap_or_default()
    }

    /// How many changes are of a level.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.iter().filter(|change| change.level == level).count()
    }

    /// How many changes there are of each level, in one line.
    ///
    /// ```
    /// use genesys_modelgen::{diff::compare, schema::Schema};
    ///
    /// let changes = compare(&Schema::default(), &Schema::default());
    /// assert_eq!(changes.summary(), "0 major, 0 minor and 0 point changes");
    /// ```
    #[must_use]
    pub fn summary(&self) -> String {
        let [major, minor, point] = Level::WORST_FIRST.map(|level| self.count(level));
        format!("{major} major, {minor} minor and {point} point changes")
    }
}

impl From<Vec<Change>> for Changes {
    fn from(mut changes: Vec<Change>) -> Self {
        changes.sort_by(|a, b| a.key().cmp(&b.key()));
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
