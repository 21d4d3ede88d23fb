//! Malicious input gives correct output or an error with a location, within a limit on memory.
//!
//! The program runs in a process of its own, with little address space: see [`program`]. Time is not measured here, since
//! it depends on the machine: `benches/pipeline/hostile.rs` shows whether it grows linearly.

#[cfg(unix)]
mod files;
mod growth;
mod names;
mod program;
#[path = "../cli/project.rs"]
#[allow(dead_code, reason = "the tests of the command line use more of it")]
mod project;
mod rust;
mod table;
