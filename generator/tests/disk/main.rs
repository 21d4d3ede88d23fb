//! Runs of the program that are killed, refused by the system, or concurrent: the output is the old one, the new one,
//! or does not compile.
#![cfg(unix)]

mod full;
mod killed;
mod refused;
mod states;
mod together;
mod vanishing;
