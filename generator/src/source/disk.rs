//! Reading a spec from a folder on disk.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    Inputs, Spec,
    error::{second_openapi, unreadable_spec},
    files::{SpecFiles, join, split_errors},
    location::is_file,
    read::{read_openapi, read_page, read_regular_file},
};
use crate::{diagnostic::Diagnostic, span::Source};

/// The file in a spec's folder with the license notice of the docs' texts.
pub const NOTICE_FILE: &str = "LICENSE-docs";

/// Reads a spec: a folder that contains `definitions/` and optionally `classes/`, a folder of definition files, a folder
/// with only `openapi.json`, or an OpenAPI file.
///
/// In a folder, reads the files named `*-definition.md`, `*-api.md` in `classes/`, `openapi.json`, `events.json`, `topics.json`,
/// `overrides.toml` and `source.toml`, and ignores all others.
///
/// # Errors
///
/// Returns all errors at once: a folder that cannot be read or contains no definitions, and files that cannot be read,
/// are too large or are not UTF-8.
///
/// ```no_run
/// let spec = genesys_modelgen::source::load_spec(&"spec".into())?;
/// println!("{} definitions", spec.definitions.len());
/// # Ok::<(), Vec<genesys_modelgen::diagnostic::Diagnostic>>(())
/// ```
pub fn load_spec(inputs: &Inputs) -> Result<Spec, Vec<Diagnostic>> {
    let spec = if is_file(&inputs.spec) {
        load_openapi(inputs)
    } else {
        load_folder(&inputs.spec, inputs.openapi.as_deref())
    };
    let mut spec = Spec {
        undocumented: inputs.undocumented,
        ..spec?
    };
    if !inputs.events.is_empty() {
        let (events, errors) = split_errors(
            inputs
                .events
                .iter()
                .map(|path| read_openapi(path))
                .collect(),
        );
        if !errors.is_empty() {
            return Err(errors);
        }
        spec.events = events;
        spec.watch.extend(inputs.events.iter().cloned());
    }
    Ok(spec)
}

/// Reads an OpenAPI file that is a spec alone.
fn load_openapi(inputs: &Inputs) -> Result<Spec, Vec<Diagnostic>> {
    let path = &inputs.spec;
    if let Some(other) = &inputs.openapi {
        return Err(vec![second_openapi(path, other)]);
    }
    let openapi = read_openapi(path).map_err(|error| vec![error])?;
    Ok(Spec {
        openapi: Some(openapi),
        watch: vec![path.clone()],
        ..Spec::default()
    })
}

/// Reads a folder, with the OpenAPI file at `openapi` instead of the one in the folder.
pub(super) fn load_folder(dir: &Path, openapi: Option<&Path>) -> Result<Spec, Vec<Diagnostic>> {
    let mut files = SpecFiles::find(dir, |name| {
        let folder = if name.is_empty() {
            dir.to_owned()
        } else {
            join(dir, name)
        };
        if !name.is_empty() && !folder.is_dir() {
            return Ok(None);
        }
        list_names(&folder)
            .map(Some)
            .map_err(|error| vec![unreadable_spec(dir, &folder, &error)])
    })?;
    if openapi.is_some() {
        files.omit_openapi();
    }
    let (contents, openapi_content) = rayon::join(
        || {
            let files = files.files.par_iter();
            let contents =
                files.map(|file| read_regular_file(&join(dir, &file.path), file.limit()));
            contents.collect()
        },
        || openapi.map(read_openapi),
    );
    // The folders are watched because files may be added to them.
    let folders = files.folders.iter().map(PathBuf::as_path);
    let watch = folders.chain(openapi).map(Path::to_owned).collect();
    Ok(Spec {
        watch,
        ..files.into_spec(contents, openapi_content)?
    })
}

fn list_names(folder: &Path) -> io::Result<Vec<String>> {
    fs::read_dir(folder)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect()
}

/// Reads the notice `LICENSE-docs` in a spec's folder, if there is one.
///
/// # Errors
///
/// Returns a diagnostic if the file exists but cannot be read or is not UTF-8.
pub fn load_notice(dir: &Path) -> Result<Option<Source>, Diagnostic> {
    let path = join(dir, NOTICE_FILE);
    // A broken link counts as existing, so that it is reported.
    let exists = path.symlink_metadata().is_ok();
    exists.then(|| read_page(&path)).transpose()
}

#[cfg(test)]
mod tests;
