//! The build script of the models, in a copy of the workspace: what it writes, when it runs and how it fails.

mod failure;
mod freshness;
mod mode;
mod together;
mod vendored;
mod workspace;
