//! Types that a description gives to a `string`.
//!
//! The docs give time stamps and enumerations the type `string`; only their descriptions distinguish them. The
//! functions here read one description at a time, for properties of type `string` or `string[]`: [`time_kind`]
//! looks for the docs' phrases about times, [`listed_values`] for an announced list of values. Both recognize a
//! fixed set of phrases and ignore the rest of the prose. A property that they do not recognize stays a plain
//! string, which is always correct; a wrong recognition is not, so doubtful phrases are left out.

mod sentences;
mod time;
mod values;

pub use time::time_kind;
pub use values::listed_values;
