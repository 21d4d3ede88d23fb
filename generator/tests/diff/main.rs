//! What changed between two schemas.

mod facts;
mod renames;
mod rust;
mod schemas;
