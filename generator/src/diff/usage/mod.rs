//! What a Rust project uses of what changed.
//!
//! Names are compared, not types: what `x.name` is of, only the compiler knows. So a change counts as used wherever
//! its name stands; too much is marked rather than too little.

mod depth;
mod lines;
mod mentions;
mod project;
mod tokens;
mod touched;

use rayon::{ThreadPoolBuilder, prelude::*};

use super::{change::Changes, side::Side};
use crate::{
    diagnostic::{Code, Diagnostic},
    limit,
    schema::Schema,
    span::Source,
};

use project::Uses;
use touched::Touched;

/// Marks the changes that touch what a Rust project names: types, fields and variants, at the lines where these stand.
///
/// The schemas are those that were compared. What cannot be parsed is left out, with a warning each.
#[must_use]
pub fn mark_uses(
    changes: &mut Changes,
    old: &Schema,
    new: &Schema,
    files: &[Source],
) -> Vec<Diagnostic> {
    let (mut uses, mut warnings) = (Uses::default(), Vec::new());
    for file in read(files) {
        match file {
            Ok(file) => uses.add(file),
            Err(warning) => warnings.push(warning),
        }
    }
    let (old, new) = (Side::new(old), Side::new(new));
    changes.mark(|change| Touched::by(change, &old, &new).places(&uses));
    warnings
}

/// The names in each file, read in threads with the stack that a parser may take for a file that is not too deep.
fn read(files: &[Source]) -> Vec<Result<Uses, Diagnostic>> {
    match ThreadPoolBuilder::new().stack_size(limit::STACK).build() {
        Ok(threads) => threads.install(|| files.par_iter().map(Uses::of_file).collect()),
        Err(error) => {
            let what = format!("no Rust file is read, as there are no threads for it: {error}");
            vec![Err(Diagnostic::new(Code::SkippedSource, what))]
        }
    }
}
