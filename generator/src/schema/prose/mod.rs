//! What a property's description tells that its type does not.
//!
//! The docs call both a time stamp and a direction `string`; the prose beside them says more. The functions
//! here read that prose: pure, over one description at a time, for properties of type `string` and, for what
//! their items are, `string[]`. Where a description leaves room for doubt they say nothing, and the property
//! stays the text that it is.

mod time;
mod values;
mod words;

pub use time::{TimeKind, time_kind};
pub use values::listed_values;
