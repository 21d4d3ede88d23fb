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
        read::decode_utf8,
    },
    span::Source,
};

/// A file of a revision.
pub(super) struct Blob {
    /// The path for diagnostics.
    pub(super) path: PathBuf,
    /// The object's id.
    pub(super) id: String,
    /// The maximum number of bytes.
    pub(super) limit: u64,
}

/// Reads files. Files larger than their limits are errors and are not fetched.
pub(super) fn read_blobs(
    revision: &GitRevision,
    blobs: Vec<Blob>,
) -> Result<Vec<Result<Source, Diagnostic>>, Diagnostic> {
    let malformed = || unreadable_revision(revision, "the output of git is malformed");
    let sizes = read_sizes(revision, &blobs)?.ok_or_else(malformed)?;
    let blobs: Vec<_> = blobs.into_iter().zip(sizes).collect();
    let small = blobs.iter().filter(|(blob, size)| *size <= blob.limit);
    let ids = id_lines(small.map(|(blob, _)| blob));
    let output = git(revision, &["cat-file", "--batch"], &ids)?;
    let mut rest = output.as_slice();
    let sources = blobs.into_iter().map(|(blob, size)| {
        if size > blob.limit {
            return Some(Err(too_large(&blob.path, blob.limit)));
        }
        let bytes = take_content(&mut rest)?.to_owned();
        Some(decode_utf8(blob.path, bytes))
    });
    let sources: Option<Vec<_>> = sources.collect();
    sources.ok_or_else(malformed)
}

/// Reads the size of each file; `None` if the output of git is malformed.
///
/// `ls-tree -l` would print sizes too, but in a partial clone it fetches every file of the revision.
fn read_sizes(revision: &GitRevision, blobs: &[Blob]) -> Result<Option<Vec<u64>>, Diagnostic> {
    let ids = id_lines(blobs.iter());
    let output = git(revision, &["cat-file", "--batch-check"], &ids)?;
    let output = String::from_utf8_lossy(&output);
    let sizes: Option<Vec<_>> = output.lines().map(parse_size).collect();
    Ok(sizes.filter(|sizes| sizes.len() == blobs.len()))
}

/// Returns the ids, one per line, as input of `git cat-file`.
fn id_lines<'a>(blobs: impl Iterator<Item = &'a Blob>) -> String {
    blobs.flat_map(|blob| [blob.id.as_str(), "\n"]).collect()
}

/// Takes the next file's content from the output: a line such as `c0ffee blob 42`, 42 bytes, and a line feed.
fn take_content<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let (head, tail) = rest.split_at_checked(end)?;
    let size = parse_size(str::from_utf8(head).ok()?)?;
    let size = usize::try_from(size).ok()?;
    let (content, tail) = tail.get(1..)?.split_at_checked(size)?;
    *rest = tail.get(1..)?;
    Some(content)
}

/// Parses the size in a line such as `c0ffee blob 42`.
fn parse_size(head: &str) -> Option<u64> {
    head.rsplit(' ').next()?.parse().ok()
}

/// Runs git with `input` on stdin and returns its stdout.
pub(super) fn git(
    revision: &GitRevision,
    args: &[&str],
    input: &str,
) -> Result<Vec<u8>, Diagnostic> {
    let output = run(args, input.as_bytes()).map_err(|error| match error.kind() {
        ErrorKind::NotFound => {
            unreadable_revision(revision, "git is not installed or not on the `PATH`")
        }
        _ => unreadable_revision(revision, &format!("cannot run git: {error}")),
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
    // Writing in another thread avoids a deadlock when both pipes are full.
    thread::scope(|scope| {
        // A write error means that git has exited early, with a message on stderr.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
        child.wait_with_output()
    })
}
