//! Tests of the scripts for CI, in real git repositories.

#![cfg(all(feature = "cli", unix))]

mod hook;
#[path = "../cli/project.rs"]
#[allow(dead_code, reason = "only the `cli` tests use all of it")]
mod project;
mod repository;
mod update;
