//! The files of an output, in memory.

use std::collections::BTreeMap;

/// The text of each file by its path relative to the output folder, with `/` as the separator.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    files: BTreeMap<String, String>,
    owned: Owned,
}

/// The part of the output folder that may contain only generated files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Owned {
    /// The folder `src`. Beside it, a crate may have other files.
    #[default]
    Sources,
    /// The whole folder.
    Whole,
}

impl Owned {
    /// Returns the path relative to the output folder.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Sources => "src",
            Self::Whole => "",
        }
    }

    /// Returns the path of the file that declares all other modules.
    #[must_use]
    pub const fn entry(self) -> &'static str {
        match self {
            Self::Sources => "src/lib.rs",
            Self::Whole => "mod.rs",
        }
    }
}

impl Tree {
    /// Creates an empty tree.
    #[must_use]
    pub fn owning(owned: Owned) -> Self {
        Self {
            owned,
            ..Self::default()
        }
    }

    /// Returns the owned part of the output folder.
    #[must_use]
    pub const fn owned(&self) -> Owned {
        self.owned
    }

    /// Adds a file.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.files.insert(path.into(), text.into());
    }

    /// Removes a file.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(path);
    }

    /// Returns a file's text.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Iterates over paths and texts, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Returns the number of files.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Checks whether there are no files.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

impl Extend<(String, String)> for Tree {
    fn extend<I: IntoIterator<Item = (String, String)>>(&mut self, files: I) {
        self.files.extend(files);
    }
}

impl FromIterator<(String, String)> for Tree {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(files: I) -> Self {
        Self {
            files: files.into_iter().collect(),
            owned: Owned::default(),
        }
    }
}
