//! Generates Rust models from the Markdown definitions of the Genesys Cloud Platform API.
//!
//! Data flows one way: [`source`] reads files, [`markdown`] takes them apart, [`schema`] says what they mean,
//! [`rust`] plans the output, [`emit`] writes it as text and [`output`] puts it on disk. [`pipeline`] runs them all.
//! [`diff`] compares two schemas.

pub mod build;
pub mod diagnostic;
pub mod diff;
pub mod emit;
#[cfg(feature = "cli")]
pub mod export;
pub mod limit;
pub mod markdown;
pub mod name;
pub mod output;
pub mod pipeline;
mod printable;
pub mod rust;
pub mod schema;
#[path = "../runtime/secret.rs"]
mod secret;
pub mod source;
