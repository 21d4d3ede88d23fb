//! What can be wrong with a spec's files.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    Revision,
    listing::{Contents, DEFINITIONS},
    spec::join,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Source, SourceFile};

/// A file that stands for the place only.
pub fn place(path: &Path) -> Source {
    Arc::new(SourceFile {
        path: path.to_owned(),
        text: String::new(),
    })
}

/// The folder cannot be read.
pub fn unreadable_spec(dir: &Path, folder: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::SpecNotFound, format!("cannot read the spec's folder `{}`: {error}", dir.display()))
        .label(&place(folder), 0..0, "")
        .help("`--spec DIR` names a folder with `definitions/` in it, or a folder of `*-definition.md` files")
}

/// The folder holds no definitions.
pub fn no_definitions(folder: &Path) -> Diagnostic {
    Diagnostic::new(Code::NoDefinitions, format!("no file in `{}` is named `*{}`", folder.display(), DEFINITIONS.suffix))
        .label(&place(folder), 0..0, "")
        .help("`--spec DIR` names a folder with `definitions/` in it, or a folder of `*-definition.md` files")
}

/// A file cannot be read.
pub fn unreadable_file(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(
        Code::UnreadableFile,
        format!("cannot read `{}`: {error}", path.display()),
    )
    .label(&place(path), 0..0, "")
    .help("make it a file that may be read, or remove it from the spec")
}

/// A file that must be one is a pipe, a socket or a device.
pub fn no_file(path: &Path) -> Diagnostic {
    let kind = io::Error::other("it is a pipe, a socket or a device");
    unreadable_file(path, &kind)
}

/// A file has more bytes than it may have.
pub fn too_large(path: &Path, limit: u64) -> Diagnostic {
    Diagnostic::new(
        Code::FileTooLarge,
        format!("`{}` has more than {limit} bytes", path.display()),
    )
    .label(&place(path), 0..0, "")
    .help("no page of the docs comes near to that: see whether it is the file that it should be")
}

/// A definition's file name is no text.
pub fn odd_name(folder: &Path, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnreadableFile,
        format!("the file name `{name}` is not UTF-8"),
    )
    .label(&place(&join(folder, name)), 0..0, "")
    .help("rename the file after the type that it defines, in lower case")
}

/// A file is no text.
pub fn not_utf8(path: PathBuf, valid: usize, bytes: &[u8]) -> Diagnostic {
    let bad = bytes.get(valid).copied().unwrap_or_default();
    let message = format!(
        "`{}` is not UTF-8: the byte 0x{bad:02x} at offset {valid}",
        path.display()
    );
    let text = String::from_utf8_lossy(bytes).into_owned();
    let source = Arc::new(SourceFile { path, text });
    Diagnostic::new(Code::NotUtf8, message)
        .label(
            &source,
            valid..valid + char::REPLACEMENT_CHARACTER.len_utf8(),
            "not UTF-8 from here on",
        )
        .help("save the file as UTF-8")
}

/// A file is probably there under a wrong name.
pub fn unexpected(folder: &Path, name: &str, contents: Contents) -> Diagnostic {
    let Contents {
        suffix, purpose, ..
    } = contents;
    Diagnostic::new(
        Code::UnexpectedFile,
        format!("`{name}` is left out: its name does not end in `{suffix}`"),
    )
    .label(&place(&join(folder, name)), 0..0, "")
    .help(format!(
        "rename it if it {purpose}, or move it out of the folder"
    ))
}

/// A revision cannot be read.
pub fn unreadable_revision(revision: &Revision, why: &str) -> Diagnostic {
    let Revision { name, path } = revision;
    Diagnostic::new(
        Code::UnreadableRevision,
        format!("cannot read `{path}` of the revision `{name}`: {why}"),
    )
    .help(
        "`git:REV:PATH` is a revision of the repository one stands in, and a path seen from there",
    )
}

/// A Rust project cannot be read.
pub fn unreadable_project(dir: &Path, why: &str) -> Diagnostic {
    let what = format!("cannot read the Rust project `{}`: {why}", dir.display());
    Diagnostic::new(Code::UnreadableProject, what)
        .label(&place(dir), 0..0, "")
        .help("`--used-by DIR` names the folder of a Rust project")
}

/// What it means that a file of a Rust project is left out.
pub const SKIPPED: &str = "what this file uses is not known; all other files count";

/// A file of a Rust project cannot be read, which is bad for that file alone.
pub fn skipped_source(error: Diagnostic) -> Diagnostic {
    Diagnostic {
        code: Code::SkippedSource,
        help: vec![SKIPPED.to_owned()],
        ..error
    }
}
