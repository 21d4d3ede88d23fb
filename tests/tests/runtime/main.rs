//! Tests of the runtime with models that have a field of every type.

mod build;
mod by_name;
mod corners;
mod debug;
mod decode;
mod drift_summary;
mod exact_numbers;
mod law;
mod misfits;
mod properties;
mod secrets;
mod structs;
mod validate;
mod ways;
