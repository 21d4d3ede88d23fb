//! OpenAPI files made of schemas, for benchmarks, for tests and as seeds.
//!
//! [`print()`] writes a schema as an OpenAPI file. [`make_exact`] gives the schema of the docs the exact types that only such a
//! file has, and [`random_schema`] makes a small schema of any kind.

mod exact;
mod print;
mod random;

pub use exact::make_exact;
pub use print::print;
pub use random::random_schema;
