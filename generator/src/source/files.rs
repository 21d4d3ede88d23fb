//! Which files make up a spec, wherever they are read from.

use std::path::{Path, PathBuf};

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
    /// The end of its files' names.
    pub(super) suffix: &'static str,
    /// What one of its files does, as a verb phrase.
    pub(super) purpose: &'static str,
    /// Other pages that may be in the folder.
    pages: &'static [&'static str],
}

pub(super) const DEFINITIONS: FolderKind = FolderKind {
    name: "definitions",
    suffix: "-definition.md",
    purpose: "defines a type",
    pages: &["README.md", "index.md"],
};

pub(super) const CLASSES: FolderKind = FolderKind {
    name: "classes",
    suffix: "-api.md",
    purpose: "describes an API",
    pages: &["README.md", "index.md", "api-classes.md"],
};

impl FolderKind {
    /// Checks whether a Markdown file is probably misnamed.
    fn is_unexpected(&self, name: &str) -> bool {
        let is_markdown = Path::new(name)
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("md"));
        let mut pages = self.pages.iter();
        is_markdown
            && !name.ends_with(self.suffix)
            && !pages.any(|page| page.eq_ignore_ascii_case(name))
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
    /// `list` returns the names in the spec's folder (`""`) or a subfolder, or `None` if there is no such subfolder.
    /// A character that is not UTF-8 is replaced in a name.
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
            // Any other file may be beside definitions in the spec's own folder, and is no reason for a warning.
            files.definitions = files.pick(dir, DEFINITIONS, "", top);
        }
        Ok(files)
    }

    /// Returns the relative paths of the files in a subfolder, and adds warnings about the others.
    fn add_folder(&mut self, kind: FolderKind, names: Vec<String>) -> Vec<String> {
        let folder = join(&self.dir, kind.name);
        let mut unexpected: Vec<_> = { names.iter() }
            .filter(|name| kind.is_unexpected(name))
            .collect();
        unexpected.sort_unstable();
        let warnings = unexpected.into_iter();
        self.warnings
            .extend(warnings.map(|name| unexpected_file(&folder, name, kind)));
        let files = self.pick(&folder, kind, &format!("{}/", kind.name), names);
        self.folders.push(folder);
        files
    }

    /// Returns the relative paths of the files in a folder, sorted.
    fn pick(
        &mut self,
        folder: &Path,
        kind: FolderKind,
        prefix: &str,
        mut names: Vec<String>,
    ) -> Vec<String> {
        names.retain(|name| name.ends_with(kind.suffix));
        names.sort_unstable();
        let (odd, names): (Vec<_>, Vec<_>) =
            { names.into_iter() }.partition(|name| name.contains(char::REPLACEMENT_CHARACTER));
        let errors = odd.iter().map(|name| non_utf8_name(folder, name));
        self.errors.extend(errors);
        { names.into_iter() }
            .map(|name| format!("{prefix}{name}"))
            .collect()
    }

    /// Returns the relative paths of all files to read, in the order that [`into_spec`](Self::into_spec) expects.
    pub(super) fn paths(&self) -> Vec<&str> {
        let paths = { self.definitions.iter() }.chain(&self.classes);
        paths.chain(&self.overrides).map(String::as_str).collect()
    }

    /// Makes a spec of the files that were read, or returns all errors.
    pub(super) fn into_spec(
        self,
        read: Vec<Result<Source, Diagnostic>>,
    ) -> Result<Spec, Vec<Diagnostic>> {
        let (sources, mut errors) = split_errors(read);
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

/// Separates the files that were read from the errors.
pub(super) fn split_errors(
    read: Vec<Result<Source, Diagnostic>>,
) -> (Vec<Source>, Vec<Diagnostic>) {
    let (mut sources, mut errors) = (Vec::new(), Vec::new());
    for result in read {
        match result {
            Ok(source) => sources.push(source),
            Err(error) => errors.push(error),
        }
    }
    (sources, errors)
}

/// Joins with `/` on every platform, so that messages do not depend on it.
pub(super) fn join(dir: &Path, name: &str) -> PathBuf {
    let mut path = dir.as_os_str().to_owned();
    let is_separated = { path.to_string_lossy() }.ends_with(['/', std::path::MAIN_SEPARATOR]);
    if !is_separated {
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
        fn files_are_sorted_in_whatever_order_they_are_listed(
            names in Just(NAMES.to_vec()).prop_shuffle(),
        ) {
            let names: Vec<_> = names.into_iter().map(str::to_owned).collect();
            let list = |folder: &str| Ok((folder != "classes").then(|| names.clone()));
            let files = SpecFiles::find(Path::new("spec"), list).unwrap();
            let expected = { NAMES.iter() }
                .filter(|name| name.ends_with("-definition.md"))
                .map(|name| format!("definitions/{name}"));
            prop_assert_eq!(files.paths(), expected.collect::<Vec<_>>());
            prop_assert_eq!(files.warnings.len(), 1, "{:?}", files.warnings);
        }
    }
}
