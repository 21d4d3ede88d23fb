//! What the tests share.

pub mod archive;
pub mod corpus;
pub mod dice;
pub mod dictionary;
pub mod generated;
pub mod invariants;
pub mod law;
pub mod mutate;
pub mod sample;
pub mod seeds;

pub use genesys_runtime as runtime;

/// The examples of the README, which are tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
mod readme {}
