//! Traits of libraries that describe types with schemas, for the types of fields.
//!
//! The implementations for a library depend on the Cargo feature of its name. Models implement them if an
//! override derives them.

#[cfg(feature = "schemars")]
mod with_schemars;
#[cfg(feature = "utoipa")]
mod with_utoipa;
