//! Real runs that are stopped, refused, or not alone: the output is the old one or the new one, or does not compile.
#![cfg(unix)]

mod full;
mod killed;
mod refused;
mod states;
mod together;
mod vanishing;
