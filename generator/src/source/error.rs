//! Diagnostics about input files.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    GitRevision,
    files::{DEFINITIONS, FolderKind, join},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    span::SourceFile,
};

const SPEC_HELP: &str = "`--spec` takes a folder that contains `definitions/` or `openapi.json`, a folder of `*-definition.md` files, or an OpenAPI file";

/// Creates a diagnostic about a file or a folder as a whole.
fn file_diagnostic(path: &Path, code: Code, message: String) -> Diagnostic {
    Diagnostic::new(code, message).label(&SourceFile::without_text(path), 0..0, "")
}

pub(super) fn unreadable_spec(dir: &Path, folder: &Path, error: &io::Error) -> Diagnostic {
    let message = format!("cannot read the spec's folder `{}`: {error}", dir.display());
    file_diagnostic(folder, Code::SpecNotFound, message).help(SPEC_HELP)
}

pub(super) fn no_definitions(folder: &Path) -> Diagnostic {
    let message = format!(
        "no file in `{}` is named `*{}`",
        folder.display(),
        DEFINITIONS.suffix
    );
    file_diagnostic(folder, Code::NoDefinitions, message).help(SPEC_HELP)
}

/// Creates the error about an OpenAPI file for a spec that is itself an OpenAPI file.
pub(super) fn second_openapi(spec: &Path, openapi: &Path) -> Diagnostic {
    let message = format!(
        "`--openapi {}` has no effect: the spec `{}` is itself an OpenAPI file",
        openapi.display(),
        spec.display()
    );
    file_diagnostic(openapi, Code::UnusedInput, message)
        .help("remove one of the two, or let `--spec` name a folder with `definitions/`")
}

pub(super) fn unreadable_file(path: &Path, error: &io::Error) -> Diagnostic {
    let message = format!("cannot read `{}`: {error}", path.display());
    file_diagnostic(path, Code::UnreadableFile, message)
        .help("check that the file exists and is readable")
}

pub(super) fn too_large(path: &Path, limit: u64) -> Diagnostic {
    let message = format!("`{}` has more than {limit} bytes", path.display());
    file_diagnostic(path, Code::FileTooLarge, message)
        .help("check that this is the right file: published files are far smaller")
}

pub(super) fn non_utf8_name(folder: &Path, name: &str) -> Diagnostic {
    let message = format!("the file name `{name}` is not UTF-8");
    file_diagnostic(&join(folder, name), Code::UnreadableFile, message)
        .help("rename the file to the type's name in lower case")
}

/// Creates the error about a file in which only the first `valid` bytes are UTF-8.
pub(super) fn not_utf8(path: PathBuf, valid: usize, bytes: &[u8]) -> Diagnostic {
    let byte = bytes.get(valid).copied().unwrap_or_default();
    let message = format!(
        "`{}` is not UTF-8: invalid byte 0x{byte:02x} at offset {valid}",
        path.display()
    );
    let text = String::from_utf8_lossy(bytes).into_owned();
    let source = Arc::new(SourceFile { path, text });
    let span = valid..valid + char::REPLACEMENT_CHARACTER.len_utf8();
    let is_utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let encoding = if is_utf16 { ", not as UTF-16" } else { "" };
    Diagnostic::new(Code::NotUtf8, message)
        .label(&source, span, "first invalid byte")
        .help(format!("save the file as UTF-8{encoding}"))
}

/// Creates the warning about a file that is probably misnamed.
pub(super) fn unexpected_file(folder: &Path, name: &str, kind: FolderKind) -> Diagnostic {
    let FolderKind {
        suffix, purpose, ..
    } = kind;
    let message = format!("`{name}` is ignored: its name does not end in `{suffix}`");
    file_diagnostic(&join(folder, name), Code::UnexpectedFile, message).help(format!(
        "rename it if it {purpose}, or move it out of the folder"
    ))
}

pub(super) fn unreadable_revision(revision: &GitRevision, reason: &str) -> Diagnostic {
    let GitRevision { name, path } = revision;
    let message = format!("cannot read `{path}` in revision `{name}`: {reason}");
    Diagnostic::new(Code::UnreadableRevision, message).help(
        "`git:REV:PATH` takes a revision of the current repository, and a path relative to the working directory",
    )
}

pub(super) fn unreadable_project(dir: &Path, reason: &str) -> Diagnostic {
    let message = format!("cannot read the Rust project `{}`: {reason}", dir.display());
    file_diagnostic(dir, Code::UnreadableProject, message)
        .help("`--used-by DIR` takes the folder of a Rust project")
}

/// The help of a warning about a skipped Rust source file.
pub const SKIPPED_HELP: &str = "uses in this file are not counted";

/// Turns the error about a file of a Rust project into a warning.
pub(super) fn skipped_source(error: Diagnostic) -> Diagnostic {
    Diagnostic {
        code: Code::SkippedSource,
        help: vec![SKIPPED_HELP.to_owned()],
        ..error
    }
}
