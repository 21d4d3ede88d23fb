//! Whose runtime the output has.

use std::{
    cmp::Ordering,
    path::{Path, PathBuf},
};

use semver::Version;

use super::Changes;
use crate::diagnostic::{Code, Diagnostic};
use crate::{header, tree::Owned};

/// The folder of the runtime in the output.
pub const FOLDER: &str = "src/runtime";

/// The file of the runtime whose header tells which version of the generator made it.
pub const VERSIONED: &str = "src/runtime/mod.rs";

/// The file of the runtime that is made from the spec.
pub const SECRET_NAMES: &str = "src/runtime/secret_names.rs";

/// The version of this generator.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

const GENERATE: &str = "generate the output anew";
const UPDATE: &str = "use a newer generator: this one would put its older runtime there";
const EDITED: &str = "it was edited, or made by another build of version";

/// A finding where the output's runtime is another generator's, or was edited.
#[must_use]
pub fn outdated(dir: &Path, changes: &Changes) -> Option<Diagnostic> {
    let is_runtime = |path: &str| {
        let path = in_crate(path);
        path.starts_with(FOLDER) && path != Path::new(SECRET_NAMES)
    };
    let modified = changes.write.iter().filter(|(path, _)| is_runtime(path));
    let modified: Vec<_> = modified
        .filter_map(|(path, found)| Some((path, found.as_deref()?)))
        .collect();
    let stale = changes.remove.iter().any(|(path, _)| is_runtime(path));
    if modified.is_empty() && !stale {
        return None;
    }
    let versioned = modified
        .iter()
        .find(|(path, _)| in_crate(path) == Path::new(VERSIONED));
    let made_by = versioned.map_or(Some(VERSION), |(_, text)| header::version(text));
    Some(finding(dir, made_by))
}

/// The path that a crate's or a module's file has in a crate.
fn in_crate(path: &str) -> PathBuf {
    let folder = Path::new(Owned::Sources.path());
    let path = Path::new(path);
    folder.join(path.strip_prefix(folder).unwrap_or(path))
}

/// Tells it in words; what tells no version was made before headers told one.
fn finding(dir: &Path, made_by: Option<&str>) -> Diagnostic {
    let version = made_by.unwrap_or("that it does not tell");
    let made_by = format!("it was made by version {version}, and this is version {VERSION}");
    let (relation, help) = match age(version) {
        Ordering::Less => (format!("older than the generator: {made_by}"), GENERATE),
        Ordering::Greater => (format!("newer than the generator: {made_by}"), UPDATE),
        Ordering::Equal => (format!("not the generator's: {EDITED} {VERSION}"), GENERATE),
    };
    let message = format!("the runtime in `{}` is {relation}", dir.display());
    Diagnostic::new(Code::OutdatedRuntime, message).help(help)
}

/// How a version compares with the generator's.
fn age(version: &str) -> Ordering {
    match (Version::parse(version), Version::parse(VERSION)) {
        (Ok(theirs), Ok(ours)) => theirs.cmp_precedence(&ours),
        _ => Ordering::Less,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a runtime whose versioned file starts with this.
    fn said(text: &str) -> String {
        let write = vec![(VERSIONED.to_owned(), Some(text.to_owned()))];
        let changes = Changes {
            write,
            ..Changes::default()
        };
        outdated(Path::new("out"), &changes).unwrap().message
    }

    #[test]
    fn an_older_and_a_newer_one_are_told_apart() {
        let expected = format!(
            "the runtime in `out` is older than the generator: it was made by version 0.0.9, and this is version {VERSION}"
        );
        assert_eq!(said(&header::for_version("0.0.9")), expected);
        assert!(said(&header::for_version("999.0.0")).contains("is newer than the generator: "));
    }

    #[test]
    fn one_that_tells_no_version_is_older() {
        assert!(said(&header::for_all()).contains("is older than the generator: "));
    }

    #[test]
    fn one_of_the_same_version_was_edited() {
        let text = said(&header::for_version(VERSION));
        assert!(
            text.contains("is not the generator's: it was edited"),
            "{text}"
        );
    }

    #[test]
    fn what_is_missing_or_made_from_the_spec_is_no_other_runtime() {
        let write = vec![
            (VERSIONED.to_owned(), None),
            (SECRET_NAMES.to_owned(), Some(String::new())),
        ];
        let changes = Changes {
            write,
            ..Changes::default()
        };
        assert_eq!(outdated(Path::new("out"), &changes), None);
    }
}
