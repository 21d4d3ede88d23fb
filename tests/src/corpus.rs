//! Editions of the docs, which are not part of the project.
//!
//! Tests that read them are ignored by default; `scripts/corpus-tests` runs them.

use std::{
    env,
    path::{Path, PathBuf},
};

/// Returns the folders of all editions: `$GENESYS_DOCS`, or those in `../shared/corpus` beside the workspace.
///
/// # Panics
///
/// If there are no editions, so that no test passes without input.
#[must_use]
pub fn editions() -> Vec<PathBuf> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let candidates: Vec<_> = match env::var_os("GENESYS_DOCS") {
        Some(folder) => vec![folder.into()],
        None => shared
            .read_dir()
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .collect(),
    };
    let mut editions: Vec<PathBuf> = candidates
        .iter()
        .filter(|folder| folder.join("definitions").is_dir())
        .cloned()
        .collect();
    assert!(
        !editions.is_empty(),
        "no docs in {candidates:?}: set GENESYS_DOCS to the absolute path of a folder with `definitions/` and `classes/` in it, \
         or put such folders into {}",
        shared.display()
    );
    editions.sort_unstable();
    editions
}

/// Returns the name of an edition's folder, which is the edition's date.
#[must_use]
pub fn name(edition: &Path) -> &str {
    edition
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default()
}
