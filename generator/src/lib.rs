//! Generates Rust models from the Markdown definitions of the Genesys Cloud Platform API.
//!
//! Data flows one way: [`source`] reads files, [`markdown`] parses them, [`schema`] lowers them to the intermediate schema,
//! [`plan`] decides which Rust items it becomes, [`emit`] turns these into source files, and [`output`] writes the files.
//! [`pipeline`] runs these stages. [`diff`] compares two schemas.

pub mod build;
pub mod diagnostic;
pub mod diff;
pub mod emit;
pub mod events;
#[cfg(feature = "cli")]
pub mod export;
mod header;
mod json_error;
pub mod limit;
mod line_endings;
pub mod markdown;
pub mod name;
pub mod openapi;
pub mod output;
mod percent;
pub mod pipeline;
pub mod plan;
mod printable;
pub mod record;
pub mod schema;
pub mod settings;
pub mod source;
pub mod span;
mod toml_error;
pub mod tree;

/// The version of this generator.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
