//! Code shared by the tests and the fuzz targets.

pub mod archive;
pub mod corpus;
pub mod dice;
pub mod generated;
pub mod invariants;
pub mod law;
pub mod mutate;
pub mod sample;
pub mod seeds;

/// The runtime by itself, with the [`sample`] models on it.
#[path = "../../generator/runtime/mod.rs"]
#[allow(
    unexpected_cfgs,
    reason = "the features are those of the generated crate"
)]
pub mod runtime;

/// The README, so that its examples are doctests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
mod readme {}
