//! Files that are the same for every spec.

use crate::output::header;

/// The text of `lib.rs`.
pub fn lib() -> String {
    header::for_all() + include_str!("lib.rs.in")
}
