//! Calling git, and reading objects from it.

use std::{
    io::{self, ErrorKind, Write},
    path::PathBuf,
    process::{Command, Output, Stdio},
    thread,
};

use crate::{
    diagnostic::Diagnostic,
    source::{
        GitRevision,
        error::{too_large, unreadable_revision},
        read::decode,
    },
    span::Source,
};

/// A file of a revision.
pub(super) struct Blob {
    /// The path for diagnostics.
    pub(super) path: PathBuf,
    /// The id of the object.
    pub(super) id: String,
}

/// Reads files. Those larger than the limit become errors and are not fetched.
pub(super) fn read_blobs(
    revision: &GitRevision,
    blobs: Vec<Blob>,
    limit: u64,
) -> Result<Vec<Result<Source, Diagnostic>>, Diagnostic> {
    let malformed = || unreadable_revision(revision, "the output of git is malformed");
    let sizes = sizes(revision, &blobs)?.ok_or_else(malformed)?;
    let blobs: Vec<_> = blobs.into_iter().zip(sizes).collect();
    let small = blobs.iter().filter(|(_, size)| *size <= limit);
    let ids = ids(small.map(|(blob, _)| blob));
    let answer = git(revision, &["cat-file", "--batch"], &ids)?;
    let mut rest = answer.as_slice();
    let read = blobs.into_iter().map(|(blob, size)| {
        if size > limit {
            return Some(Err(too_large(&blob.path, limit)));
        }
        let bytes = next_content(&mut rest)?.to_owned();
        Some(decode(blob.path, bytes))
    });
    let read: Option<Vec<_>> = read.collect();
    read.ok_or_else(malformed)
}

/// Returns the size of each file. `ls-tree -l` would print the sizes of all files, which a partial clone fetches for
/// it.
fn sizes(revision: &GitRevision, blobs: &[Blob]) -> Result<Option<Vec<u64>>, Diagnostic> {
    let ids = ids(blobs.iter());
    let answer = git(revision, &["cat-file", "--batch-check"], &ids)?;
    let answer = String::from_utf8_lossy(&answer);
    let sizes: Option<Vec<_>> = answer.lines().map(size).collect();
    Ok(sizes.filter(|sizes| sizes.len() == blobs.len()))
}

/// Returns the ids one per line, as `git cat-file` reads them.
fn ids<'a>(blobs: impl Iterator<Item = &'a Blob>) -> String {
    blobs.flat_map(|blob| [blob.id.as_str(), "\n"]).collect()
}

/// Takes the next file: a line such as `c0ffee blob 42`, 42 bytes, and a line feed.
fn next_content<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let (head, behind) = rest.split_at_checked(end)?;
    let size = size(str::from_utf8(head).ok()?)?;
    let size = usize::try_from(size).ok()?;
    let (content, behind) = behind.get(1..)?.split_at_checked(size)?;
    *rest = behind.get(1..)?;
    Some(content)
}

/// Parses the size in a line such as `c0ffee blob 42`.
fn size(head: &str) -> Option<u64> {
    head.rsplit(' ').next()?.parse().ok()
}

/// Runs git with `input` on stdin, and returns its stdout.
pub(super) fn git(
    revision: &GitRevision,
    args: &[&str],
    input: &str,
) -> Result<Vec<u8>, Diagnostic> {
    let output = run(args, input.as_bytes()).map_err(|error| match error.kind() {
        ErrorKind::NotFound => {
            unreadable_revision(revision, "git is not installed, or not on the `PATH`")
        }
        _ => unreadable_revision(revision, &format!("git cannot be run: {error}")),
    })?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let stderr = String::from_utf8_lossy(&output.stderr);
    let message = stderr.trim().trim_start_matches("fatal: ");
    Err(unreadable_revision(
        revision,
        &format!("git failed: {message}"),
    ))
}

fn run(args: &[&str], input: &[u8]) -> io::Result<Output> {
    let mut child = Command::new("git")
        .args(args)
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let stdin = child.stdin.take();
    // Writes while it reads: either pipe may fill up before the other is drained.
    thread::scope(|scope| {
        // An error means that git has exited early, and has printed why.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
        child.wait_with_output()
    })
}
