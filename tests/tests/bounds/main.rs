//! What decoding costs at most, and what it leaves to whoever decodes.

mod depth;
mod format;
mod growth;
mod hints;
mod input;
mod plain;
