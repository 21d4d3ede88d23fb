//! Whole editions of the docs, which are not part of the project.

use std::{
    env,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// The editions' folders: what `$GENESYS_DOCS` names, or all in `../shared/corpus` beside the workspace.
///
/// Where there are none, it says that the test is skipped.
#[must_use]
pub fn editions() -> Vec<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let editions = match env::var_os("GENESYS_DOCS") {
        Some(folder) => vec![folder.into()],
        None => folders(&beside),
    };
    if editions.is_empty() {
        skip();
    }
    editions
}

/// The name of an edition: the day on which the docs were made.
#[must_use]
pub fn name(edition: &Path) -> &str {
    edition
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default()
}

fn folders(parent: &Path) -> Vec<PathBuf> {
    let entries = parent.read_dir().into_iter().flatten().flatten();
    let mut folders: Vec<_> = entries
        .map(|entry| entry.path())
        .filter(|path| path.join("definitions").is_dir())
        .collect();
    folders.sort_unstable();
    folders
}

/// Unlike `eprintln!`, this is heard of a test that passes.
fn skip() {
    let reason = "no edition of the docs in ../shared/corpus, and GENESYS_DOCS is not set";
    // Nobody to tell is no reason to fail.
    let _ = writeln!(io::stderr(), "skipped: {reason}");
}
