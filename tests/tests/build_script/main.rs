//! The build script, on a copy of the workspace: what a build writes, when it runs and how it fails.
//!
//! The copy and what is compiled of it stay from run to run, so that only the first has to compile everything.

mod copy;
mod failure;
mod freshness;
mod mode;
mod together;
mod vendored;
