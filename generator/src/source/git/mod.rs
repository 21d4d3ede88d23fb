//! Reading from a git revision by calling `git`, which supports every revision syntax and storage format.

mod objects;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use super::{
    GitRevision, Spec, SpecInput,
    error::unreadable_revision,
    files::{SpecFiles, join},
    read::read_openapi,
};
use crate::{diagnostic::Diagnostic, limit, span::Source};

use objects::{Blob, git, read_blobs};

/// Reads a folder, with the OpenAPI file on disk at `openapi` instead of the one in the folder, or a file of a revision.
/// The number of git calls does not depend on the number of files.
pub(super) fn load(
    revision: &GitRevision,
    openapi: Option<&Path>,
) -> Result<SpecInput, Vec<Diagnostic>> {
    let path = PathBuf::from(format!("{}:{}", revision.name, revision.path));
    match resolve(revision).map_err(|error| vec![error])? {
        Object::Folder(id) => load_folder(revision, &path, &id, openapi).map(SpecInput::Spec),
        Object::File(id) => {
            let limit = limit::OTHER_FILE;
            let file = load_file(revision, Blob { path, id, limit });
            file.map(SpecInput::File).map_err(|error| vec![error])
        }
    }
}

/// An object with its id.
enum Object {
    Folder(String),
    File(String),
}

fn resolve(revision: &GitRevision) -> Result<Object, Diagnostic> {
    let GitRevision { name, path } = revision;
    let error = |reason: &str| Err(unreadable_revision(revision, reason));
    if name.contains('\n') || path.contains('\n') {
        return error("the name contains a line break");
    }
    let input = format!("{name}^{{tree}}\n{name}:./{path}\n");
    let output = git(revision, &["cat-file", "--batch-check"], &input)?;
    let output = String::from_utf8_lossy(&output);
    let mut objects = output.lines().map(parse_object);
    if objects.next().flatten().is_none() {
        return error("no such revision");
    }
    match objects.next().flatten() {
        Some(object) => Ok(object),
        None => error("no such file or folder"),
    }
}

/// Parses a line such as `c0ffee tree 42`; `None` for a missing object.
fn parse_object(line: &str) -> Option<Object> {
    let words: Vec<_> = line.split(' ').collect();
    match words.as_slice() {
        [id, "tree", _] => Some(Object::Folder((*id).to_owned())),
        [id, "blob", _] => Some(Object::File((*id).to_owned())),
        _ => None,
    }
}

fn load_file(revision: &GitRevision, blob: Blob) -> Result<Source, Diagnostic> {
    let mut sources = read_blobs(revision, vec![blob])?;
    let missing = || Err(unreadable_revision(revision, "git printed no content"));
    sources.pop().unwrap_or_else(missing)
}

fn load_folder(
    revision: &GitRevision,
    dir: &Path,
    tree: &str,
    openapi: Option<&Path>,
) -> Result<Spec, Vec<Diagnostic>> {
    let args = ["ls-tree", "-r", "-z", "--full-tree", tree];
    let output = git(revision, &args, "").map_err(|error| vec![error])?;
    let entries: BTreeMap<String, &str> = output
        .split(|byte| *byte == 0)
        .filter_map(parse_entry)
        .collect();
    let mut files = SpecFiles::find(dir, |folder| Ok(names_in(&entries, folder)))?;
    if openapi.is_some() {
        files.omit_openapi();
    }
    let blobs = files.files.iter().filter_map(|file| {
        let id = (*entries.get(&file.path)?).to_owned();
        let (path, limit) = (join(dir, &file.path), file.limit());
        Some(Blob { path, id, limit })
    });
    let contents = read_blobs(revision, blobs.collect()).map_err(|error| vec![error])?;
    files.into_spec(contents, openapi.map(read_openapi))
}

/// Parses an entry such as `100644 blob c0ffee<TAB>path` into its path and id; `None` if it is not a regular file.
fn parse_entry(entry: &[u8]) -> Option<(String, &str)> {
    let tab = entry.iter().position(|byte| *byte == b'\t')?;
    let (head, path) = entry.split_at_checked(tab)?;
    let mut words = str::from_utf8(head).ok()?.split(' ');
    let (mode, _, id) = (words.next()?, words.next()?, words.next()?);
    let path = String::from_utf8_lossy(path.get(1..)?).into_owned();
    mode.starts_with("100").then_some((path, id))
}

/// Returns the names of the files in a folder, or `None` if the folder does not exist.
fn names_in(entries: &BTreeMap<String, &str>, folder: &str) -> Option<Vec<String>> {
    let paths = entries.keys().filter_map(|path| match folder {
        "" => Some(path.as_str()),
        folder => path.strip_prefix(folder)?.strip_prefix('/'),
    });
    let mut paths = paths.peekable();
    paths.peek()?;
    let names = paths.filter(|path| !path.contains('/'));
    Some(names.map(str::to_owned).collect())
}
