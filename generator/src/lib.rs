//! Generates Rust models from the Markdown definitions of the Genesys Cloud Platform API.
//!
//! Data flows one way: [`source`] reads files, [`markdown`] takes them apart, [`schema`] says what they mean,
//! [`plan`] plans the output, [`emit`] writes it as text and [`output`] puts it on disk. [`pipeline`] runs them all.
//! [`diff`] compares two schemas.

pub mod build;
pub mod diagnostic;
pub mod diff;
pub mod emit;
#[cfg(feature = "cli")]
pub mod export;
pub mod header;
pub mod limit;
mod line_endings;
pub mod markdown;
pub mod name;
pub mod output;
pub mod pipeline;
pub mod plan;
mod printable;
pub mod record;
pub mod schema;
pub mod source;
pub mod span;
pub mod tree;

/// The version of this generator.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
