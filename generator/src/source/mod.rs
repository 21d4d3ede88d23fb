//! Reads input files, before any of them is parsed.
//!
//! [`load_spec`] reads a spec's folder, [`load_input`] a spec or a schema's JSON from disk or from a git revision,
//! [`load_roots`] a file of type names and [`load_rust_project`] the Rust sources that use the models. On disk and in
//! git, a spec is found in the same steps: `files` picks its files from the listed names, `disk` or `git` reads them,
//! and `files` makes a [`Spec`] of them. `error` holds all diagnostics.

mod disk;
mod error;
mod files;
mod git;
mod location;
mod read;
mod roots;
mod rust_project;

pub use disk::{NOTICE, load_notice, load_spec};
#[cfg(feature = "cli")]
pub(crate) use error::SKIPPED;
pub use files::Spec;
pub use location::{GitRevision, InvalidLocation, SPEC, SpecInput, SpecLocation, load_input};
pub use roots::{RootsFile, load_roots};
pub use rust_project::{RustProject, load_rust_project};
