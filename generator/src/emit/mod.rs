//! From a plan to the text of files: the only module that makes tokens and formats them.

mod endpoint;
mod field_type;
mod fixed;
mod format;
pub mod gated;
mod index;
mod model;
mod module;
mod open_enum;
mod prelude;
mod property;
mod runtime;
mod secret_names;
mod syntax;
mod tokens;

pub use endpoint::path as api_path;
pub use module::path;

use rayon::prelude::*;

use crate::{
    diagnostic::Diagnostic,
    output::{self},
    plan::{ApiModule, Module},
    tree::Tree,
};

/// Emits the sources of a crate with these modules, and with these endpoints; properties of the names in `secrets` never show in `Debug`.
///
/// # Errors
///
/// A diagnostic for each module that is no Rust: an override can bring that about.
pub fn emit(
    modules: &[Module],
    apis: &[ApiModule],
    secrets: &[String],
) -> Result<Tree, Vec<Diagnostic>> {
    let emitted: Vec<_> = modules.par_iter().map(module::emit).collect();
    let (files, failed): (Vec<_>, Vec<_>) = emitted.into_iter().partition(Result::is_ok);
    let errors: Vec<_> = failed.into_iter().filter_map(Result::err).collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut tree: Tree = files.into_iter().flatten().collect();
    tree.insert("src/models/mod.rs", index::emit(modules)?);
    let endpoints = endpoint::files(apis)?;
    tree.extend({ endpoints.iter() }.map(|(path, text)| (path.to_owned(), text.to_owned())));
    tree.insert("src/lib.rs", fixed::lib(apis));
    tree.extend(runtime::files());
    tree.insert(output::runtime::SECRET_NAMES, secret_names::emit(secrets)?);
    Ok(tree)
}
