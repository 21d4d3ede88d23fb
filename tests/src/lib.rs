//! Code shared by the tests and the fuzz targets.

pub mod archive;
pub mod corpus;
pub mod dice;
pub mod generated;
pub mod invariants;
pub mod law;
pub mod mutate;
pub mod openapi;
pub mod sample;
pub mod seeds;

pub use genesys_runtime as runtime;

/// Runs the examples in the README as doctests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
mod readme {}
