//! Input that somebody made to do harm: it comes to the right output or to an error with a place, in time and memory
//! that its size explains.

#[cfg(unix)]
mod files;
mod growth;
mod names;
mod program;
mod table;
