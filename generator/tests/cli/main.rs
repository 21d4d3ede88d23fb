//! Tests of the program: its output, exit status and effect on files.

#![cfg(feature = "cli")]

mod areas;
mod changes;
mod check;
mod color;
mod derives;
mod determinism;
mod diff;
mod every_command;
mod explain;
mod export;
mod export_check;
mod features;
mod foreign;
mod generate;
mod help;
mod line_endings;
mod lint;
mod model_macro;
mod module;
mod project;
mod record;
mod revisions;
mod roots;
mod schema;
mod stand_alone;
mod topics;
mod vendored;
mod why;
