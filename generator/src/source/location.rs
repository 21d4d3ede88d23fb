//! The locations of specs and schemas.

use std::{
    fmt,
    path::{Path, PathBuf},
    str::FromStr,
};

use super::{Spec, disk, git, read};
use crate::{diagnostic::Diagnostic, limit, span::Source};

/// The default folder of the spec.
pub const DEFAULT_SPEC: &str = "spec";

/// A path in a revision of the current git repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GitRevision {
    /// The revision, in any notation that git accepts.
    pub name: String,
    /// The path of a spec's folder, a schema's JSON or an OpenAPI file, relative to the working directory.
    pub path: String,
}

/// The location of a spec or a schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpecLocation {
    /// A spec's folder, a schema's JSON or an OpenAPI file on disk.
    Disk(PathBuf),
    /// A spec's folder, a schema's JSON or an OpenAPI file in a git revision.
    Git(GitRevision),
}

impl FromStr for SpecLocation {
    type Err = InvalidLocation;

    /// Parses a path, or `git:REV[:PATH]`.
    ///
    /// ```
    /// use genesys_modelgen::source::{GitRevision, SpecLocation};
    ///
    /// let (name, path) = ("HEAD~1".to_owned(), "spec".to_owned());
    /// assert_eq!("git:HEAD~1".parse(), Ok(SpecLocation::Git(GitRevision { name, path })));
    /// assert_eq!("docs/spec".parse(), Ok(SpecLocation::Disk("docs/spec".into())));
    /// ```
    fn from_str(text: &str) -> Result<Self, InvalidLocation> {
        let Some(revision) = text.strip_prefix("git:") else {
            return Ok(Self::Disk(text.into()));
        };
        let (name, path) = revision.split_once(':').unwrap_or((revision, DEFAULT_SPEC));
        if name.is_empty() {
            return Err(InvalidLocation);
        }
        let (name, path) = (name.to_owned(), path.to_owned());
        Ok(Self::Git(GitRevision { name, path }))
    }
}

/// The error for a location `git:` without a revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidLocation;

impl fmt::Display for InvalidLocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`git:` must be followed by a revision, such as `git:HEAD` or `git:v1.0:spec`")
    }
}

impl std::error::Error for InvalidLocation {}

/// The input at a location.
#[derive(Debug)]
pub enum SpecInput {
    /// A spec.
    Spec(Spec),
    /// A schema's JSON or an OpenAPI file, not yet parsed.
    File(Source),
}

/// Reads the input at a location: a folder as a spec, or a file. The OpenAPI file at `openapi` replaces the one in the
/// folder.
///
/// # Errors
///
/// Returns the errors of [`load_spec`](super::load_spec); for a revision, also a diagnostic if git, the repository, the
/// revision or the path is missing.
pub fn load_input(
    location: &SpecLocation,
    openapi: Option<&Path>,
) -> Result<SpecInput, Vec<Diagnostic>> {
    match location {
        SpecLocation::Git(revision) => git::load(revision, openapi),
        SpecLocation::Disk(path) if is_file(path) => {
            let read = read::read_file_or_pipe(path, limit::OTHER_FILE);
            read.map(SpecInput::File).map_err(|error| vec![error])
        }
        SpecLocation::Disk(path) => disk::load_folder(path, openapi).map(SpecInput::Spec),
    }
}

/// Checks whether a path can be read as a file, which includes pipes.
pub(super) fn is_file(path: &Path) -> bool {
    path.metadata().is_ok_and(|data| !data.is_dir())
}
