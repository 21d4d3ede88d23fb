//! The build script of the models, run in a copy of the workspace: its output, its modes and its errors.

mod concurrent;
mod failure;
mod freshness;
mod mode;
mod vendored;
mod workspace;
