//! A spec's folders, before their files are read.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use super::{
    problem::{odd_name, unexpected},
    spec::join,
};
use crate::diagnostic::Diagnostic;
use crate::span::Source;

/// What a folder of a spec holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Contents {
    /// How the folder is called.
    pub(super) name: &'static str,
    /// How the names of its files end.
    pub(super) suffix: &'static str,
    /// What such a file does.
    pub(super) purpose: &'static str,
    /// Pages that belong to the folder and to nothing in it.
    pages: &'static [&'static str],
}

/// The definitions.
pub(super) const DEFINITIONS: Contents = Contents {
    name: "definitions",
    suffix: "-definition.md",
    purpose: "defines a type",
    pages: &["README.md", "index.md"],
};

/// The APIs' pages.
pub(super) const CLASSES: Contents = Contents {
    name: "classes",
    suffix: "-api.md",
    purpose: "describes an API",
    pages: &["README.md", "index.md", "api-classes.md"],
};

/// A folder's files by name.
pub(super) struct Listing {
    /// The folder.
    pub(super) folder: PathBuf,
    contents: Contents,
    names: Vec<String>,
    odd: Vec<Diagnostic>,
}

impl Listing {
    /// A folder's files by name, sorted.
    pub(super) fn new(folder: PathBuf, contents: Contents, mut names: Vec<OsString>) -> Self {
        names.sort_unstable();
        let (names, odd) = texts(&folder, contents, names);
        Self {
            folder,
            contents,
            names,
            odd,
        }
    }

    /// The names of the files that hold what the folder is for.
    pub(super) fn files(&self) -> Vec<&str> {
        let names = self.names.iter().map(String::as_str);
        names
            .filter(|name| name.ends_with(self.contents.suffix))
            .collect()
    }

    /// A warning for each Markdown file that is probably there under a wrong name.
    pub(super) fn unexpected(&self) -> impl Iterator<Item = Diagnostic> {
        let names = self.names.iter();
        names
            .filter(|name| self.contents.is_unexpected(name))
            .map(|name| unexpected(&self.folder, name, self.contents))
    }

    /// The files that were read, and what is wrong with them.
    pub(super) fn split(
        &mut self,
        read: Vec<Result<Source, Diagnostic>>,
    ) -> (Vec<Source>, Vec<Diagnostic>) {
        let (good, failed): (Vec<_>, Vec<_>) = read.into_iter().partition(Result::is_ok);
        let failed = failed.into_iter().filter_map(Result::err);
        let errors = failed.chain(self.odd.drain(..)).collect();
        (good.into_iter().flatten().collect(), errors)
    }
}

impl Contents {
    fn is_unexpected(&self, name: &str) -> bool {
        let is_markdown = Path::new(name)
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("md"));
        let is_page = self
            .pages
            .iter()
            .any(|page| page.eq_ignore_ascii_case(name));
        is_markdown && !is_page && !name.ends_with(self.suffix)
    }

    /// The folder in a spec's.
    pub(super) fn folder(&self, dir: &Path) -> PathBuf {
        join(dir, self.name)
    }
}

/// The names that are text, and an error for each that is not and that is what the folder is for.
fn texts(
    folder: &Path,
    contents: Contents,
    names: Vec<OsString>,
) -> (Vec<String>, Vec<Diagnostic>) {
    let (mut good, mut odd) = (Vec::new(), Vec::new());
    for name in names {
        match name.into_string() {
            Ok(name) => good.push(name),
            Err(name) if name.to_string_lossy().ends_with(contents.suffix) => {
                odd.push(odd_name(folder, &name.to_string_lossy()));
            }
            Err(_) => {}
        }
    }
    (good, odd)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NAMES: [&str; 8] = [
        "B-definition.md",
        "README.md",
        "a-definition.md",
        "a.MD",
        "ab-definition.md",
        "b-definition.md",
        "\u{e9}-definition.md",
        "\u{131}-definition.md",
    ];

    proptest! {
        #[test]
        fn in_whatever_order_a_folder_lists_its_files_they_come_sorted(
            names in Just(NAMES.to_vec()).prop_shuffle(),
        ) {
            let names = names.into_iter().map(OsString::from).collect();
            let listing = Listing::new(PathBuf::from("spec"), DEFINITIONS, names);
            let mut expected = NAMES.to_vec();
            expected.retain(|name| name.ends_with("-definition.md"));
            prop_assert_eq!(listing.files(), expected);
            let warnings: Vec<_> = listing.unexpected().map(|it| it.message).collect();
            prop_assert_eq!(warnings.len(), 1, "{:?}", warnings);
        }
    }
}
