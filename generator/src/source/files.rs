//! The selection of a spec's files, on disk and in git.

use std::path::{Path, PathBuf};

use super::damage::reject_damaged;
use super::error::{no_definitions, non_utf8_name, unexpected_file};
use crate::{diagnostic::Diagnostic, span::Source};

/// The file of overrides in a spec's folder.
const OVERRIDES: &str = "overrides.toml";

/// The files of a spec.
#[derive(Debug, Clone)]
pub struct Spec {
    /// The definitions, sorted by file name.
    pub definitions: Vec<Source>,
    /// The APIs' pages, sorted by file name.
    pub classes: Vec<Source>,
    /// The file `overrides.toml`, if there is one.
    pub overrides: Option<Source>,
    /// The folders and files that a build script must watch.
    pub watch: Vec<PathBuf>,
    /// Warnings about the folders.
    pub warnings: Vec<Diagnostic>,
}

/// A kind of folder in a spec.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FolderKind {
    /// The folder's name.
    pub(super) name: &'static str,
    /// The suffix of its files' names.
    pub(super) suffix: &'static str,
    /// The purpose of a file in it, as a verb phrase, like `defines a type`.
    pub(super) purpose: &'static str,
    /// The names of other Markdown files that may be in it.
    other_pages: &'static [&'static str],
}

pub(super) const DEFINITIONS: FolderKind = FolderKind {
    name: "definitions",
    suffix: "-definition.md",
    purpose: "defines a type",
    other_pages: &["README.md", "index.md"],
};

pub(super) const CLASSES: FolderKind = FolderKind {
    name: "classes",
    suffix: "-api.md",
    purpose: "describes an API",
    other_pages: &["README.md", "index.md", "api-classes.md"],
};

impl FolderKind {
    /// Checks whether a Markdown file is probably misnamed.
    fn is_unexpected(&self, name: &str) -> bool {
        let is_markdown = Path::new(name)
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("md"));
        let mut others = self.other_pages.iter();
        is_markdown
            && !name.starts_with('.')
            && !name.ends_with(self.suffix)
            && !others.any(|page| page.eq_ignore_ascii_case(name))
    }
}

/// The files of a spec by their paths relative to its folder.
#[derive(Debug, Default)]
pub(super) struct SpecFiles {
    dir: PathBuf,
    definitions: Vec<String>,
    classes: Vec<String>,
    overrides: Option<String>,
    /// The folders that were listed.
    pub(super) folders: Vec<PathBuf>,
    warnings: Vec<Diagnostic>,
    errors: Vec<Diagnostic>,
}

impl SpecFiles {
    /// Finds the files of a spec.
    ///
    /// `list` returns the file names in the spec's folder (`""`) or in a subfolder, or `None` if the subfolder does not
    /// exist. In names that are not UTF-8, `list` replaces the invalid bytes with U+FFFD.
    pub(super) fn find(
        dir: &Path,
        list: impl Fn(&str) -> Result<Option<Vec<String>>, Vec<Diagnostic>>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut files = Self {
            dir: dir.to_owned(),
            folders: vec![dir.to_owned()],
            ..Self::default()
        };
        let top = list("")?.unwrap_or_default();
        let has_overrides = top.iter().any(|name| name == OVERRIDES);
        files.overrides = has_overrides.then(|| OVERRIDES.to_owned());
        if let Some(names) = list(DEFINITIONS.name)? {
            files.definitions = files.add_folder(DEFINITIONS, names);
            if let Some(names) = list(CLASSES.name)? {
                files.classes = files.add_folder(CLASSES, names);
            }
        } else {
            // Such a folder may contain any other files, so there are no warnings about them.
            files.definitions = files.select(dir, DEFINITIONS, "", top);
        }
        Ok(files)
    }

    /// Returns the relative paths of the files in a subfolder, and adds warnings about the others.
    fn add_folder(&mut self, kind: FolderKind, names: Vec<String>) -> Vec<String> {
        let folder = join(&self.dir, kind.name);
        let mut unexpected: Vec<_> = names
            .iter()
            .filter(|name| kind.is_unexpected(name))
            .collect();
        unexpected.sort_unstable();
        let warnings = unexpected.into_iter();
        self.warnings
            .extend(warnings.map(|name| unexpected_file(&folder, name, kind)));
        let files = self.select(&folder, kind, &format!("{}/", kind.name), names);
        self.folders.push(folder);
        files
    }

    /// Returns the relative paths of the files in a folder, sorted.
    fn select(
        &mut self,
        folder: &Path,
        kind: FolderKind,
        prefix: &str,
        mut names: Vec<String>,
    ) -> Vec<String> {
        // Editors and operating systems keep their own files beside a file: `.#a.md`, `._a.md`.
        names.retain(|name| name.ends_with(kind.suffix) && !name.starts_with('.'));
        names.sort_unstable();
        let (invalid, names): (Vec<_>, Vec<_>) = names
            .into_iter()
            .partition(|name| name.contains(char::REPLACEMENT_CHARACTER));
        let errors = invalid.iter().map(|name| non_utf8_name(folder, name));
        self.errors.extend(errors);
        names
            .into_iter()
            .map(|name| format!("{prefix}{name}"))
            .collect()
    }

    /// Returns the relative paths of all files in the order that [`into_spec`](Self::into_spec) expects.
    pub(super) fn paths(&self) -> Vec<&str> {
        let pages = self.definitions.iter().chain(&self.classes);
        pages.chain(&self.overrides).map(String::as_str).collect()
    }

    /// Creates a spec from the contents of the files, or returns all errors.
    pub(super) fn into_spec(
        self,
        contents: Vec<Result<Source, Diagnostic>>,
    ) -> Result<Spec, Vec<Diagnostic>> {
        let contents = contents.into_iter();
        let checked = contents.map(|file| file.and_then(reject_damaged)).collect();
        let (sources, mut errors) = split_errors(checked);
        errors.extend(self.errors);
        if !errors.is_empty() {
            return Err(errors);
        }
        if self.definitions.is_empty() {
            let has_folder = self.folders.len() > 1;
            let folder = self.folders.get(usize::from(has_folder));
            return Err(vec![no_definitions(folder.unwrap_or(&self.dir))]);
        }
        let mut sources = sources.into_iter();
        Ok(Spec {
            definitions: sources.by_ref().take(self.definitions.len()).collect(),
            classes: sources.by_ref().take(self.classes.len()).collect(),
            overrides: sources.next(),
            watch: Vec::new(),
            warnings: self.warnings,
        })
    }
}

/// Separates sources from errors.
pub(super) fn split_errors(
    results: Vec<Result<Source, Diagnostic>>,
) -> (Vec<Source>, Vec<Diagnostic>) {
    let (mut sources, mut errors) = (Vec::new(), Vec::new());
    for result in results {
        match result {
            Ok(source) => sources.push(source),
            Err(error) => errors.push(error),
        }
    }
    (sources, errors)
}

/// Joins with `/` on every platform, so that messages are the same everywhere.
pub(super) fn join(dir: &Path, name: &str) -> PathBuf {
    let mut path = dir.as_os_str().to_owned();
    let separators = ['/', std::path::MAIN_SEPARATOR];
    if !path.to_string_lossy().ends_with(separators) {
        path.push("/");
    }
    path.push(name);
    path.into()
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
        fn files_are_sorted_regardless_of_their_order_in_the_listing(
            names in Just(NAMES.to_vec()).prop_shuffle(),
        ) {
            let names: Vec<_> = names.into_iter().map(str::to_owned).collect();
            let list = |folder: &str| Ok((folder != "classes").then(|| names.clone()));
            let files = SpecFiles::find(Path::new("spec"), list).unwrap();
            let expected = NAMES
                .iter()
                .filter(|name| name.ends_with("-definition.md"))
                .map(|name| format!("definitions/{name}"));
            prop_assert_eq!(files.paths(), expected.collect::<Vec<_>>());
            prop_assert_eq!(files.warnings.len(), 1, "{:?}", files.warnings);
        }
    }
}
