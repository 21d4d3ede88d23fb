//! Files, before they are written.

use std::collections::BTreeMap;

/// Files by their paths in the output folder, with `/` between the parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    files: BTreeMap<String, String>,
    owned: Owned,
}

/// The part of the output folder in which every file is the generator's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Owned {
    /// `src`: a crate's own files may stand beside it.
    #[default]
    Sources,
    /// All of it.
    Whole,
}

impl Owned {
    /// Its path in the output folder.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Sources => "src",
            Self::Whole => "",
        }
    }

    /// The file in the output folder through which all others are compiled.
    #[must_use]
    pub const fn entry(self) -> &'static str {
        match self {
            Self::Sources => "src/lib.rs",
            Self::Whole => "mod.rs",
        }
    }
}

impl Tree {
    /// A tree that owns a part of its folder.
    #[must_use]
    pub fn owning(owned: Owned) -> Self {
        Self {
            owned,
            ..Self::default()
        }
    }

    /// What it owns of its folder.
    #[must_use]
    pub const fn owned(&self) -> Owned {
        self.owned
    }

    /// Adds a file.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.files.insert(path.into(), text.into());
    }

    /// Leaves a file out.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(path);
    }

    /// A file's text.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Paths and texts, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there are none.
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
