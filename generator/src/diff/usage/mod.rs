//! What a Rust project uses of what changed.
//!
//! Names are compared, not types: what `x.name` is of, only the compiler knows. So a change counts as used wherever
//! its name stands; too much is marked rather than too little.

mod mentions;
mod touched;

use rayon::prelude::*;

use super::{change::Changes, side::Side};
use crate::{diagnostic::Diagnostic, schema::Schema, source::Source};

use mentions::{FileMentions, Mentions};
use touched::Touched;

/// Marks the changes that touch what a Rust project names: types, fields and variants, at the places where it does.
///
/// The schemas are those that were compared. What cannot be parsed is left out, with a warning each.
#[must_use]
pub fn mark_uses(
    changes: &mut Changes,
    old: &Schema,
    new: &Schema,
    files: &[Source],
) -> Vec<Diagnostic> {
    let read: Vec<_> = files.par_iter().map(FileMentions::read).collect();
    let (read, failed): (Vec<_>, Vec<_>) = read.into_iter().partition(Result::is_ok);
    let mentions = Mentions::new(read.into_iter().flatten());
    let (old, new) = (Side::new(old), Side::new(new));
    changes.mark(|change| Touched::by(change, &old, &new).places(&mentions));
    failed.into_iter().filter_map(Result::err).collect()
}
