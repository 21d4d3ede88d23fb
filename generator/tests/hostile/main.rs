//! Malicious input gives correct output or an error with a location, within a limit on memory.
//!
//! The program runs in its own process with a limited address space: see [`program`]. Time is not measured here, because
//! it depends on the machine; `benches/pipeline/hostile.rs` measures whether it grows linearly.

mod documented_limits;
#[cfg(unix)]
mod files;
mod growth;
mod names;
mod openapi;
mod program;
#[path = "../cli/project.rs"]
#[allow(dead_code, reason = "only the `cli` tests use all of it")]
mod project;
mod rust;
