//! Finding and reading the spec's files.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use rayon::prelude::*;

use super::{Source, SourceFile};
use crate::diagnostic::{Code, Diagnostic};

/// How a definition's file name ends.
const DEFINITION_SUFFIX: &str = "-definition.md";

/// The file with what people say beyond the docs.
const OVERRIDES: &str = "overrides.toml";

/// The file with the notice that goes wherever the docs' texts go.
pub const NOTICE: &str = "LICENSE-docs";

/// Pages that belong to a folder and not to a type.
const FOLDER_PAGES: [&str; 2] = ["README.md", "index.md"];

/// What a spec folder holds.
#[derive(Debug, Clone)]
pub struct Spec {
    /// The definitions' files, sorted by name.
    pub definitions: Vec<Source>,
    /// The file `overrides.toml` in the spec's folder, where there is one.
    pub overrides: Option<Source>,
    /// The folders and files whose change makes the spec another one: what a build script watches.
    pub watch: Vec<PathBuf>,
    /// What looks wrong.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a spec: a folder with `definitions/` in it, or a folder of definition files itself.
///
/// Files that are neither named `*-definition.md` nor `overrides.toml` are left alone.
///
/// # Errors
///
/// All that is wrong at once: the folder cannot be read, it holds no definitions, a file cannot be read or is not UTF-8.
///
/// ```no_run
/// let spec = genesys_modelgen::source::load("spec".as_ref())?;
/// println!("{} definitions", spec.definitions.len());
/// # Ok::<(), Vec<genesys_modelgen::diagnostic::Diagnostic>>(())
/// ```
pub fn load(dir: &Path) -> Result<Spec, Vec<Diagnostic>> {
    let folder = definitions_folder(dir);
    let names = list(&folder).map_err(|error| vec![unreadable_spec(dir, &folder, &error)])?;
    let (names, odd) = texts(&folder, names);
    let read: Vec<_> = names
        .par_iter()
        .filter(|name| name.ends_with(DEFINITION_SUFFIX))
        .map(|name| read(&folder, name))
        .collect();
    let (definitions, failed): (Vec<_>, Vec<_>) = read.into_iter().partition(Result::is_ok);
    let mut errors: Vec<_> = failed
        .into_iter()
        .filter_map(Result::err)
        .chain(odd)
        .collect();
    let overrides = read_optional(dir, OVERRIDES).unwrap_or_else(|error| {
        errors.push(error);
        None
    });
    let definitions: Vec<_> = definitions.into_iter().flatten().collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    if definitions.is_empty() {
        return Err(vec![no_definitions(&folder)]);
    }
    let warnings = names
        .iter()
        .filter(|name| is_unexpected(dir, &folder, name))
        .map(|name| unexpected(&folder, name))
        .collect();
    Ok(Spec {
        watch: watched(dir, folder),
        definitions,
        overrides,
        warnings,
    })
}

fn definitions_folder(dir: &Path) -> PathBuf {
    let inner = join(dir, "definitions");
    if inner.is_dir() {
        inner
    } else {
        dir.to_owned()
    }
}

/// Joins with `/` on every platform, so that messages are the same on all of them.
fn join(dir: &Path, name: &str) -> PathBuf {
    let mut path = dir.as_os_str().to_owned();
    if !dir
        .as_os_str()
        .to_string_lossy()
        .ends_with(['/', std::path::MAIN_SEPARATOR])
    {
        path.push("/");
    }
    path.push(name);
    path.into()
}

/// The spec's folder is watched too: `definitions/` and the overrides may appear in it later.
fn watched(dir: &Path, folder: PathBuf) -> Vec<PathBuf> {
    if dir == folder {
        vec![folder]
    } else {
        vec![dir.to_owned(), folder]
    }
}

fn list(folder: &Path) -> io::Result<Vec<OsString>> {
    let mut names = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.file_name()))
        .collect::<io::Result<Vec<_>>>()?;
    names.sort_unstable();
    Ok(names)
}

/// The names that are text, and an error for each definition's that is not.
fn texts(folder: &Path, names: Vec<OsString>) -> (Vec<String>, Vec<Diagnostic>) {
    let (mut good, mut odd) = (Vec::new(), Vec::new());
    for name in names {
        match name.into_string() {
            Ok(name) => good.push(name),
            Err(name) if name.to_string_lossy().ends_with(DEFINITION_SUFFIX) => {
                odd.push(odd_name(folder, &name.to_string_lossy()));
            }
            Err(_) => {}
        }
    }
    (good, odd)
}

fn read(folder: &Path, name: &str) -> Result<Source, Diagnostic> {
    let path = join(folder, name);
    let bytes = fs::read(&path).map_err(|error| unreadable_file(&path, &error))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Arc::new(SourceFile { path, text })),
        Err(error) => Err(not_utf8(
            path,
            error.utf8_error().valid_up_to(),
            error.as_bytes(),
        )),
    }
}

/// Reads the notice `LICENSE-docs` that goes with the docs' texts, where there is one.
///
/// # Errors
///
/// It is there, but cannot be read or is not UTF-8.
pub fn notice(dir: &Path) -> Result<Option<Source>, Diagnostic> {
    read_optional(dir, NOTICE)
}

/// A file that a spec need not have.
fn read_optional(dir: &Path, name: &str) -> Result<Option<Source>, Diagnostic> {
    // A link that leads nowhere is there, and cannot be read.
    if join(dir, name).symlink_metadata().is_ok() {
        read(dir, name).map(Some)
    } else {
        Ok(None)
    }
}

/// A Markdown file in `definitions/` that is probably a definition under a wrong name.
fn is_unexpected(dir: &Path, folder: &Path, name: &str) -> bool {
    let is_markdown = Path::new(name)
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("md"));
    let is_page = FOLDER_PAGES
        .iter()
        .any(|page| page.eq_ignore_ascii_case(name));
    dir != folder && is_markdown && !is_page && !name.ends_with(DEFINITION_SUFFIX)
}

/// A file that stands for the place only.
fn place(path: &Path) -> Source {
    Arc::new(SourceFile {
        path: path.to_owned(),
        text: String::new(),
    })
}

fn unreadable_spec(dir: &Path, folder: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::SpecNotFound, format!("cannot read the spec's folder `{}`: {error}", dir.display()))
        .label(&place(folder), 0..0, "")
        .help("`--spec DIR` names a folder with `definitions/` in it, or a folder of `*-definition.md` files")
}

fn no_definitions(folder: &Path) -> Diagnostic {
    Diagnostic::new(Code::NoDefinitions, format!("no file in `{}` is named `*{DEFINITION_SUFFIX}`", folder.display()))
        .label(&place(folder), 0..0, "")
        .help("`--spec DIR` names a folder with `definitions/` in it, or a folder of `*-definition.md` files")
}

fn unreadable_file(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(
        Code::UnreadableFile,
        format!("cannot read `{}`: {error}", path.display()),
    )
    .label(&place(path), 0..0, "")
    .help("make it a file that may be read, or remove it from the spec")
}

fn odd_name(folder: &Path, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnreadableFile,
        format!("the file name `{name}` is not UTF-8"),
    )
    .label(&place(&join(folder, name)), 0..0, "")
    .help("rename the file after the type that it defines, in lower case")
}

fn not_utf8(path: PathBuf, valid: usize, bytes: &[u8]) -> Diagnostic {
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

fn unexpected(folder: &Path, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnexpectedFile,
        format!("`{name}` is left out: its name does not end in `{DEFINITION_SUFFIX}`"),
    )
    .label(&place(&join(folder, name)), 0..0, "")
    .help("rename it if it defines a type, or move it out of the folder")
}

#[cfg(test)]
mod tests;
