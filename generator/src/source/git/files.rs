//! Files of a revision.

use std::{ffi::OsString, path::PathBuf};

use super::{git, text};
use crate::{
    diagnostic::Diagnostic,
    source::{Revision, Source, problem::unreadable_revision},
};

/// A file of a revision.
pub struct Blob {
    /// As it is shown to people.
    pub path: PathBuf,
    /// Its name among git's objects.
    pub id: String,
}

/// The files below a folder, as `git ls-tree` lists them.
pub struct Files<'a>(Vec<(&'a str, &'a [u8])>);

impl<'a> Files<'a> {
    /// Reads the list; what is no file (a link, another repository) is left out.
    pub fn new(list: &'a [u8]) -> Self {
        Self(list.split(|byte| *byte == 0).filter_map(entry).collect())
    }

    /// Whether there is a folder of this name, which ends in `/`.
    pub fn has_folder(&self, name: &str) -> bool {
        self.0
            .iter()
            .any(|(_, path)| path.starts_with(name.as_bytes()))
    }

    /// The names of the files right in a folder.
    pub fn names_in(&self, folder: &str) -> Vec<OsString> {
        let paths = self
            .0
            .iter()
            .filter_map(|(_, path)| path.strip_prefix(folder.as_bytes()));
        paths
            .filter(|path| !path.contains(&b'/'))
            .map(os_string)
            .collect()
    }

    /// The file of a path.
    pub fn blob(&self, path: &str, shown: PathBuf) -> Option<Blob> {
        // Sorted by git.
        let at = self
            .0
            .binary_search_by(|(_, other)| (*other).cmp(path.as_bytes()))
            .ok()?;
        let (id, _) = self.0.get(at)?;
        Some(Blob {
            path: shown,
            id: (*id).to_owned(),
        })
    }
}

/// The id and the path in `100644 blob c0ffee<TAB>path`.
fn entry(entry: &[u8]) -> Option<(&str, &[u8])> {
    let tab = entry.iter().position(|byte| *byte == b'\t')?;
    let (head, path) = entry.split_at_checked(tab)?;
    let mut words = str::from_utf8(head).ok()?.split(' ');
    let (mode, _, id) = (words.next()?, words.next()?, words.next()?);
    mode.starts_with("100").then_some((id, path.get(1..)?))
}

/// A name in git is bytes; one that is no text shows so, in a platform's way.
fn os_string(name: &[u8]) -> OsString {
    String::from_utf8_lossy(name).into_owned().into()
}

/// Reads files, all in one call; none of them may have more bytes than the limit.
pub fn contents(
    revision: &Revision,
    blobs: Vec<Blob>,
    limit: u64,
) -> Result<Vec<Result<Source, Diagnostic>>, Diagnostic> {
    let asked: String = blobs
        .iter()
        .flat_map(|blob| [blob.id.as_str(), "\n"])
        .collect();
    let answer = git(revision, &["cat-file", "--batch"], &asked)?;
    let mut rest = answer.as_slice();
    let read = blobs.into_iter().map(|blob| {
        let bytes = content(&mut rest)?;
        Some(text(blob.path, bytes.to_owned(), limit))
    });
    let read: Option<Vec<_>> = read.collect();
    read.ok_or_else(|| unreadable_revision(revision, "git sent something unexpected"))
}

/// The next file: a line such as `c0ffee blob 42`, so many bytes, and a line's end.
fn content<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let (head, behind) = rest.split_at_checked(end)?;
    let size = str::from_utf8(head)
        .ok()?
        .rsplit(' ')
        .next()?
        .parse()
        .ok()?;
    let (content, behind) = behind.get(1..)?.split_at_checked(size)?;
    *rest = behind.get(1..)?;
    Some(content)
}
