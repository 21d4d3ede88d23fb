//! Limits on the stack and memory that decoding uses, for any input and any size hint.

mod depth;
mod growth;
mod input;
mod size_hints;
