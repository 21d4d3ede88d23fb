//! The selection of a spec's files, on disk and in git.

use std::path::{Path, PathBuf};

use super::{
    damage::reject_damaged,
    error::{no_definitions, non_utf8_name, unexpected_file},
    spec::{FileRole, SINGLE_FILES, Spec, SpecFile},
};
use crate::{diagnostic::Diagnostic, span::Source};

/// A kind of folder in a spec.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FolderKind {
    /// The folder's name.
    pub(super) name: &'static str,
    /// The suffix of its files' names.
    pub(super) suffix: &'static str,
    /// The purpose of a file in it, as a verb phrase, like `defines a type`.
    pub(super) purpose: &'static str,
    role: FileRole,
    /// The names of other Markdown files that may be in it.
    other_pages: &'static [&'static str],
}

pub(super) const DEFINITIONS: FolderKind = FolderKind {
    name: "definitions",
    suffix: "-definition.md",
    purpose: "defines a type",
    role: FileRole::Definition,
    other_pages: &["README.md", "index.md"],
};

pub(super) const CLASSES: FolderKind = FolderKind {
    name: "classes",
    suffix: "-api.md",
    purpose: "describes an API",
    role: FileRole::Api,
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
    /// The files, in the order of the folders and sorted by name in each.
    pub(super) files: Vec<SpecFile>,
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
        let mut single_files = SINGLE_FILES.to_vec();
        single_files.retain(|(name, _)| top.iter().any(|it| it == name));
        if let Some(names) = list(DEFINITIONS.name)? {
            files.add_folder(DEFINITIONS, names);
            if let Some(names) = list(CLASSES.name)? {
                files.add_folder(CLASSES, names);
            }
        } else {
            // Such a folder may contain any other files, so there are no warnings about them.
            files.select(dir, DEFINITIONS, "", top);
        }
        files
            .files
            .extend({ single_files.into_iter() }.map(|(name, role)| SpecFile {
                role,
                path: name.to_owned(),
            }));
        Ok(files)
    }

    /// Adds the files in a subfolder, and warnings about the others.
    fn add_folder(&mut self, kind: FolderKind, names: Vec<String>) {
        let folder = join(&self.dir, kind.name);
        let mut unexpected: Vec<_> = names
            .iter()
            .filter(|name| kind.is_unexpected(name))
            .collect();
        unexpected.sort_unstable();
        let warnings = unexpected.into_iter();
        self.warnings
            .extend(warnings.map(|name| unexpected_file(&folder, name, kind)));
        self.select(&folder, kind, &format!("{}/", kind.name), names);
        self.folders.push(folder);
    }

    /// Adds the files in a folder, sorted.
    fn select(&mut self, folder: &Path, kind: FolderKind, prefix: &str, mut names: Vec<String>) {
        // Editors and operating systems keep their own files beside a file: `.#a.md`, `._a.md`.
        names.retain(|name| name.ends_with(kind.suffix) && !name.starts_with('.'));
        names.sort_unstable();
        let (invalid, names): (Vec<_>, Vec<_>) = names
            .into_iter()
            .partition(|name| name.contains(char::REPLACEMENT_CHARACTER));
        let errors = invalid.iter().map(|name| non_utf8_name(folder, name));
        self.errors.extend(errors);
        self.files.extend(names.into_iter().map(|name| SpecFile {
            role: kind.role,
            path: format!("{prefix}{name}"),
        }));
    }

    /// Leaves out the OpenAPI file in the spec's folder, which another one replaces.
    pub(super) fn omit_openapi(&mut self) {
        self.files.retain(|file| file.role != FileRole::OpenApi);
    }

    /// Creates a spec from the contents of the files and of an OpenAPI file that the user names, or returns all errors.
    pub(super) fn into_spec(
        self,
        contents: Vec<Result<Source, Diagnostic>>,
        openapi: Option<Result<Source, Diagnostic>>,
    ) -> Result<Spec, Vec<Diagnostic>> {
        let roles = self.files.iter().map(|file| file.role);
        let given = openapi.map(|content| (FileRole::OpenApi, content));
        let mut spec = Spec::default();
        let mut errors = Vec::new();
        for (role, content) in roles.zip(contents).chain(given) {
            match content.and_then(reject_damaged) {
                Ok(source) => spec.add(role, source),
                Err(error) => errors.push(error),
            }
        }
        errors.extend(self.errors);
        if !errors.is_empty() {
            return Err(errors);
        }
        let has_folder = self.folders.len() > 1;
        let is_openapi = spec.openapi.is_some() && !has_folder;
        if spec.definitions.is_empty() && !is_openapi {
            let folder = self.folders.get(usize::from(has_folder));
            return Err(vec![no_definitions(folder.unwrap_or(&self.dir))]);
        }
        spec.warnings = self.warnings;
        Ok(spec)
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
            let found: Vec<_> = files.files.iter().map(|file| file.path.clone()).collect();
            prop_assert_eq!(found, expected.collect::<Vec<_>>());
            prop_assert_eq!(files.warnings.len(), 1, "{:?}", files.warnings);
        }
    }
}
