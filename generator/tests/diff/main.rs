//! Tests of comparing two schemas.

mod api_property_tests;
mod changes;
mod markdown;
mod property_tests;
mod random_apis;
mod random_edits;
mod renames;
mod rust_effects;
mod schema_json;
mod schemas;
#[cfg(feature = "cli")]
mod usage;
