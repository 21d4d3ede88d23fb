//! Tests of comparing two schemas.

mod api_property_tests;
mod changes;
#[cfg(feature = "cli")]
mod endpoints;
mod exact_types;
mod markdown;
mod property_tests;
mod pull_requests;
mod random_apis;
mod random_edits;
mod renames;
mod rust_effects;
mod schema_json;
mod schemas;
#[cfg(feature = "cli")]
mod usage;
