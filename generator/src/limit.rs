//! How large things may be: far above all that the docs have, and low enough that no input makes a program that reads
//! it, or that is made of it, run out of memory, stack or time. `docs/limits.md` tells them to people.

/// The bytes of a file of a spec, or of a file with names.
pub const PAGE: u64 = 8 * 1024 * 1024;

/// The bytes of a schema's JSON or of a Rust source.
pub const OTHER_FILE: u64 = 256 * 1024 * 1024;

/// The bytes of a name in the docs: of a definition, a property, an API, a method or a parameter.
pub const NAME: usize = 1_000;

/// The bytes of a module's name; file systems take 255 for its file.
pub const MODULE_NAME: usize = 200;

/// The columns of a table.
pub const COLUMNS: usize = 64;

/// The properties of a definition: a model holds them all, on the stack while it is decoded.
pub const PROPERTIES: usize = 5_000;

/// The lists in each other around a type, in which rustc and JSON's readers recur.
pub const LISTS: usize = 32;

/// The values that a description lists, each of which would be a variant.
pub const VALUES: usize = 1_000;

/// The bytes of a text in overrides: a name, an attribute, a listed value.
pub const OVERRIDE: usize = 1_000;

/// The types that hold each other, boxes and lists among them, that rustc follows: it gives up at 128 unless a crate
/// says otherwise, and somebody's own types may stand around a model.
pub const CHAIN: usize = 100;

/// The steps for which such chains are looked for.
pub const CHAIN_STEPS: usize = 20_000_000;

/// The names that are not known for which the nearest known one is looked up: nobody reads more of them.
pub const SUGGESTIONS: usize = 1_000;
