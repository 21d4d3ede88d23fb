//! Calling git.

use std::{
    io::{self, ErrorKind, Write},
    process::{Child, Command, Output, Stdio},
    thread,
};

use crate::{
    diagnostic::Diagnostic,
    source::{Revision, problem::unreadable_revision},
};

/// What git prints when it is asked something on its standard input.
pub fn git(revision: &Revision, args: &[&str], asked: &str) -> Result<Vec<u8>, Diagnostic> {
    let output = run(args, asked.as_bytes()).map_err(|error| not_run(revision, &error))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.trim().trim_start_matches("fatal: ");
    Err(unreadable_revision(revision, &format!("git says: {said}")))
}

fn run(args: &[&str], asked: &[u8]) -> io::Result<Output> {
    let child = Command::new("git")
        .args(args)
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    converse(child, asked)
}

/// Asks while it listens: each of the two pipes is too narrow for all of it.
fn converse(mut child: Child, asked: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        scope.spawn(move || {
            // Git that does not want to hear more says why on its own.
            stdin.map(|mut stdin| stdin.write_all(asked))
        });
        child.wait_with_output()
    })
}

fn not_run(revision: &Revision, error: &io::Error) -> Diagnostic {
    match error.kind() {
        ErrorKind::NotFound => {
            unreadable_revision(revision, "git is not installed, or not on the `PATH`")
        }
        _ => unreadable_revision(revision, &format!("git cannot be run: {error}")),
    }
}
