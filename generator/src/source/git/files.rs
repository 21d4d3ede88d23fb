//! Files of a revision.

use std::{ffi::OsString, path::PathBuf};

use super::{git, text};
use crate::{
    diagnostic::Diagnostic,
    source::{
        Revision,
        problem::{too_large, unreadable_revision},
    },
    span::Source,
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

/// Reads files, all at once; those that have more bytes than the limit are not asked for.
pub fn contents(
    revision: &Revision,
    blobs: Vec<Blob>,
    limit: u64,
) -> Result<Vec<Result<Source, Diagnostic>>, Diagnostic> {
    let unexpected = || unreadable_revision(revision, "git sent something unexpected");
    let sizes = sizes(revision, &blobs)?.ok_or_else(unexpected)?;
    let blobs: Vec<_> = blobs.into_iter().zip(sizes).collect();
    let small = blobs.iter().filter(|(_, size)| *size <= limit);
    let asked = asked(small.map(|(blob, _)| blob));
    let answer = git(revision, &["cat-file", "--batch"], &asked)?;
    let mut rest = answer.as_slice();
    let read = blobs.into_iter().map(|(blob, size)| {
        if size > limit {
            return Some(Err(too_large(&blob.path, limit)));
        }
        let bytes = content(&mut rest)?.to_owned();
        Some(text(blob.path, bytes))
    });
    let read: Option<Vec<_>> = read.collect();
    read.ok_or_else(unexpected)
}

/// How many bytes each file has. `ls-tree -l` would tell, but of each file in the folder, and a partial clone fetches
/// them for that, one by one.
fn sizes(revision: &Revision, blobs: &[Blob]) -> Result<Option<Vec<u64>>, Diagnostic> {
    let asked = asked(blobs.iter());
    let answer = git(revision, &["cat-file", "--batch-check"], &asked)?;
    let answer = String::from_utf8_lossy(&answer);
    let sizes: Option<Vec<_>> = answer.lines().map(size).collect();
    Ok(sizes.filter(|sizes| sizes.len() == blobs.len()))
}

/// The names of files, one a line, as git takes them.
fn asked<'a>(blobs: impl Iterator<Item = &'a Blob>) -> String {
    blobs.flat_map(|blob| [blob.id.as_str(), "\n"]).collect()
}

/// The next file: a line such as `c0ffee blob 42`, so many bytes, and a line's end.
fn content<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let (head, behind) = rest.split_at_checked(end)?;
    let size = size(str::from_utf8(head).ok()?)?;
    let size = usize::try_from(size).ok()?;
    let (content, behind) = behind.get(1..)?.split_at_checked(size)?;
    *rest = behind.get(1..)?;
    Some(content)
}

/// The size in a line such as `c0ffee blob 42`.
fn size(head: &str) -> Option<u64> {
    head.rsplit(' ').next()?.parse().ok()
}
