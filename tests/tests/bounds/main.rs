//! Limits to what decoding costs, whatever the input: stack depth, memory, and no trust in size hints.

mod depth;
mod growth;
mod input;
mod size_hints;
