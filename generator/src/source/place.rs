//! Where a spec or a schema can be.

use std::{
    fmt,
    path::{Path, PathBuf},
    str::FromStr,
};

use super::{Spec, git, read, spec::load};
use crate::span::Source;
use crate::{diagnostic::Diagnostic, limit};

/// The folder of the spec where nothing else is said.
pub const SPEC: &str = "spec";

/// A spec in a revision of the repository that the working directory belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The revision, in any way that git understands.
    pub name: String,
    /// A spec's folder or a file with a schema's JSON, seen from the working directory.
    pub path: String,
}

/// Where a spec or a schema is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A spec's folder, or a file with a schema's JSON.
    Disk(PathBuf),
    /// The same in a revision in git.
    Git(Revision),
}

impl FromStr for Place {
    type Err = NoRevision;

    /// Reads a path, or `git:REV[:PATH]`.
    ///
    /// ```
    /// use genesys_modelgen::source::{Place, Revision};
    ///
    /// let (name, path) = ("HEAD~1".to_owned(), "spec".to_owned());
    /// assert_eq!("git:HEAD~1".parse(), Ok(Place::Git(Revision { name, path })));
    /// assert_eq!("docs/spec".parse(), Ok(Place::Disk("docs/spec".into())));
    /// ```
    fn from_str(text: &str) -> Result<Self, NoRevision> {
        let Some(revision) = text.strip_prefix("git:") else {
            return Ok(Self::Disk(text.into()));
        };
        let (name, path) = revision.split_once(':').unwrap_or((revision, SPEC));
        if name.is_empty() {
            return Err(NoRevision);
        }
        let (name, path) = (name.to_owned(), path.to_owned());
        Ok(Self::Git(Revision { name, path }))
    }
}

/// A text that starts like a revision and names none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoRevision;

impl fmt::Display for NoRevision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`git:` is followed by a revision, such as `git:HEAD` or `git:v1.0:spec`")
    }
}

impl std::error::Error for NoRevision {}

/// What is at a place.
#[derive(Debug)]
pub enum Found {
    /// A spec.
    Spec(Spec),
    /// A file, which should be a schema's JSON.
    Json(Source),
}

/// Reads what is at a place: a folder is a spec, a file is a schema's JSON.
///
/// # Errors
///
/// All that is wrong at once, as with [`load`]; for a revision also that there is no git, no repository, no such
/// revision or no such path in it.
pub fn open(place: &Place) -> Result<Found, Vec<Diagnostic>> {
    match place {
        Place::Git(revision) => git::load(revision),
        Place::Disk(path) if is_file(path) => {
            let read = read::stream(path, limit::OTHER_FILE);
            read.map(Found::Json).map_err(|error| vec![error])
        }
        Place::Disk(path) => load(path).map(Found::Spec),
    }
}

/// Whether it can be read as a file: a pipe can.
fn is_file(path: &Path) -> bool {
    path.metadata().is_ok_and(|data| !data.is_dir())
}
