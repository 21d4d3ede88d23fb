//! The specs that are printed.

use std::path::{Path, PathBuf};

use genesys_modelgen::{
    pipeline,
    schema::{Root, Schema, Selection},
};

#[path = "../../../tests/src/corpus.rs"]
#[allow(dead_code, reason = "other tests use more of it")]
mod corpus;

pub use self::corpus::editions;

/// The schema of a spec that must be free of errors.
pub fn read(spec: &Path, roots: &[&str]) -> Schema {
    let roots = roots.iter().copied().map(Root::from).collect();
    let without = Vec::new();
    let outcome = pipeline::read(spec, &Selection { roots, without });
    outcome
        .value
        .unwrap_or_else(|| panic!("{:?}", outcome.diagnostics))
}

/// The workspace's own spec.
pub fn own() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec")
}
