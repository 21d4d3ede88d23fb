//! Reads input files, without parsing them.
//!
//! [`load_spec`] reads the [`Inputs`] of a schema, [`load_input`] a spec or a file from disk or from a git revision,
//! [`load_roots`] a file of roots and [`load_rust_project`] the Rust sources that use the models. For both
//! disk and git, `files` selects a spec's files by their names, `disk` or `git` reads them, and `files` collects them in
//! a [`Spec`] unless `damage` rejects one. `error` contains the other diagnostics.

mod damage;
mod disk;
mod error;
mod files;
mod git;
mod inputs;
mod location;
mod read;
mod roots;
mod rust_project;
mod spec;

pub use disk::{NOTICE_FILE, load_notice, load_spec};
#[cfg(feature = "cli")]
pub(crate) use error::SKIPPED_HELP;
pub use inputs::Inputs;
pub use location::{
    DEFAULT_SPEC, GitRevision, InvalidLocation, SpecInput, SpecLocation, load_input,
};
pub use roots::{RootsFile, load_roots};
pub use rust_project::{RustProject, load_rust_project};
pub use spec::Spec;
