//! Size limits. They are far above the sizes in the docs, and low enough that no input exhausts memory, stack or time, in
//! the generator or in the generated code. `docs/limits.md` lists them.

/// The bytes of a page, `overrides.toml` or `source.toml` in a spec, or of a file with roots.
pub const PAGE: u64 = 8 * 1024 * 1024;

/// The bytes of an OpenAPI file, or of a file of notification topics.
pub const OPENAPI: u64 = 256 * 1024 * 1024;

/// The bytes of a schema's JSON or of a Rust source.
pub const OTHER_FILE: u64 = 256 * 1024 * 1024;

/// The bytes of a name in the docs: of a definition, a property, an API, a method or a parameter.
pub const NAME: usize = 1_000;

/// The bytes of a module's name. File systems limit file names to 255 bytes.
pub const MODULE_NAME: usize = 200;

/// The columns of a table.
pub const COLUMNS: usize = 64;

/// The properties of a definition. A model with all of its fields is on the stack while it is decoded.
pub const PROPERTIES: usize = 5_000;

/// The nesting of lists in a type, over which rustc and JSON parsers recurse.
pub const LISTS: usize = 32;

/// The values that a description lists, each of which becomes a variant.
pub const VALUES: usize = 1_000;

/// The bytes of a string in the overrides: a name, an attribute or a listed value.
pub const OVERRIDE: usize = 1_000;

/// The depth of nested types, including boxes and lists. The default limit of rustc is 128, and users nest models in their
/// own types.
pub const CHAIN: usize = 100;

/// The steps after which the search for deeply nested types stops.
pub const CHAIN_STEPS: usize = 20_000_000;

/// The number of unknown names for which similar names are suggested.
pub const SUGGESTIONS: usize = 1_000;

/// The bytes of an OpenAPI file that its references and tags repeat.
pub const REPEATED: usize = 64 * 1024 * 1024;
