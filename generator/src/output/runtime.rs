//! Detects a runtime in the output that another version of the generator wrote.

use std::{
    cmp::Ordering,
    path::{Path, PathBuf},
};

use semver::Version;

use super::FileChanges;
use crate::{
    VERSION,
    diagnostic::{Code, Diagnostic},
    header,
    tree::Owned,
};

/// The folder of the runtime in the output.
pub const FOLDER: &str = "src/runtime";

/// The file of the runtime with the generator's version in its header.
pub const VERSIONED: &str = "src/runtime/mod.rs";

/// Returns a diagnostic if the runtime in the output was edited or was written by another generator.
#[must_use]
pub fn outdated(dir: &Path, changes: &FileChanges) -> Option<Diagnostic> {
    let is_runtime = |path: &str| in_crate(path).starts_with(FOLDER);
    let is_stale = changes.remove.iter().any(|(path, _)| is_runtime(path));
    let modified: Vec<_> = { changes.write.iter() }
        .filter(|(path, _)| is_runtime(path))
        .filter_map(|(path, found)| Some((path, found.as_deref()?)))
        .collect();
    if modified.is_empty() && !is_stale {
        return None;
    }
    let mut versioned = modified
        .iter()
        .filter(|(path, _)| in_crate(path) == Path::new(VERSIONED));
    let made_by = match versioned.next() {
        Some((_, text)) => header::version(text).unwrap_or("(unknown)"),
        None => VERSION,
    };
    Some(report(dir, made_by))
}

/// Returns the path in a crate of a file of a crate or a module.
fn in_crate(path: &str) -> PathBuf {
    let folder = Path::new(Owned::Sources.path());
    let path = Path::new(path);
    folder.join(path.strip_prefix(folder).unwrap_or(path))
}

fn report(dir: &Path, made_by: &str) -> Diagnostic {
    let versions = format!("it was made by version {made_by}, and this is version {VERSION}");
    let order = match (Version::parse(made_by), Version::parse(VERSION)) {
        (Ok(theirs), Ok(ours)) => theirs.cmp_precedence(&ours),
        // A version that cannot be parsed counts as older.
        _ => Ordering::Less,
    };
    let (relation, help) = match order {
        Ordering::Less => (
            format!("older than the generator: {versions}"),
            "generate the output again",
        ),
        Ordering::Greater => (
            format!("newer than the generator: {versions}"),
            "use a newer generator: this one would replace the runtime with an older one",
        ),
        Ordering::Equal => (
            format!(
                "not the generator's: it was edited, or made by another build of version {VERSION}"
            ),
            "generate the output again",
        ),
    };
    let message = format!("the runtime in `{}` is {relation}", dir.display());
    Diagnostic::new(Code::OutdatedRuntime, message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes(write: Vec<(String, Option<String>)>) -> FileChanges {
        FileChanges {
            write,
            ..FileChanges::default()
        }
    }

    /// Returns the message for a runtime with this text in its versioned file.
    fn message(text: &str) -> String {
        let changes = changes(vec![(VERSIONED.to_owned(), Some(text.to_owned()))]);
        outdated(Path::new("out"), &changes).unwrap().message
    }

    #[test]
    fn older_and_newer_runtimes_are_distinguished() {
        let expected = format!(
            "the runtime in `out` is older than the generator: it was made by version 0.0.9, and this is version {VERSION}"
        );
        assert_eq!(message(&header::for_version("0.0.9")), expected);
        assert!(message(&header::for_version("999.0.0")).contains("is newer than the generator: "));
    }

    #[test]
    fn a_runtime_without_a_version_is_older() {
        assert!(message(&header::for_all()).contains("is older than the generator: "));
    }

    #[test]
    fn a_runtime_of_the_same_version_was_edited() {
        let text = message(&header::for_version(VERSION));
        assert!(
            text.contains("is not the generator's: it was edited"),
            "{text}"
        );
    }

    #[test]
    fn a_missing_runtime_is_ignored() {
        let changes = changes(vec![(VERSIONED.to_owned(), None)]);
        assert_eq!(outdated(Path::new("out"), &changes), None);
    }
}
