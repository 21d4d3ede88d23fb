//! Tests of comparing two schemas.

mod changes;
mod exact_types;
mod markdown;
mod property_tests;
mod random_edits;
mod renames;
mod rust_effects;
mod schema_json;
mod schemas;
#[cfg(feature = "cli")]
mod usage;
