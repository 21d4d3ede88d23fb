//! Input that somebody made to do harm: it comes to the right output or to an error with a place, in time and memory
//! that its size explains.

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
