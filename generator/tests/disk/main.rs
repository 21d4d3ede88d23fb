//! Runs of the program that are killed, concurrent, or fail with a system error: the output folder then has the old
//! output, the new output, or sources that do not compile.
#![cfg(unix)]

mod concurrent;
mod full;
mod killed;
mod permissions;
mod states;
mod vanishing;
