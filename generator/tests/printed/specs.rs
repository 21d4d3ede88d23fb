//! The specs for the tests.

use std::{
    env,
    path::{Path, PathBuf},
};

use genesys_modelgen::{
    pipeline,
    schema::{Root, Schema, Selection},
};

/// Reads the schema of a spec, which must have no errors.
pub fn read(spec: &Path, roots: &[&str]) -> Schema {
    let roots = roots.iter().copied().map(Root::from).collect();
    let without = Vec::new();
    let outcome = pipeline::read_schema(
        spec,
        &Selection {
            roots,
            without,
            ..Selection::default()
        },
    );
    outcome
        .value
        .unwrap_or_else(|| panic!("{:?}", outcome.diagnostics))
}

/// Returns the folder of the workspace's spec.
pub fn workspace_spec() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec")
}

/// Returns the folders of complete editions of the docs: `$GENESYS_DOCS`, or each folder in `../shared/corpus` beside the
/// workspace.
pub fn editions() -> Vec<PathBuf> {
    let editions: Vec<_> = match env::var_os("GENESYS_DOCS") {
        Some(docs) => vec![docs.into()],
        None => folders(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus")),
    };
    assert!(
        !editions.is_empty(),
        "set GENESYS_DOCS to a folder with the docs, or put editions of them in ../shared/corpus"
    );
    editions
}

fn folders(parent: &Path) -> Vec<PathBuf> {
    let entries = parent.read_dir().into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect()
}
