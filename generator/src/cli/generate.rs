//! `generate`: write the crate's sources.

use std::{path::Path, time::Instant};

use genesys_modelgen::{
    diagnostic::{Diagnostic, Severity},
    output::{Changes, add_entry, update},
    pipeline::{self, Generated},
};

use super::{
    Verdict,
    args::GenerateArgs,
    report::{count, counted, good, say, tell},
    since::Since,
};

/// Brings the crate's sources up to date, and ends with a line that counts what was done.
pub fn run(args: &GenerateArgs, changelog: Option<&Path>) -> Verdict {
    let start = Instant::now();
    let Some(wanted) = good(args.roots.selection()) else {
        return Verdict::Failed;
    };
    let outcome = pipeline::generate(&args.spec.spec, &wanted);
    tell(&outcome.diagnostics);
    let Some(generated) = outcome.value else {
        return Verdict::Failed;
    };
    let (changes, since) = match bring_up(&args.out, changelog, &generated) {
        Ok(done) => done,
        Err(errors) => {
            tell(&errors);
            return Verdict::Failed;
        }
    };
    say(&format!(
        "{}{}, {}, {}; {} written, {} unchanged, {} removed; {:.2} s\n",
        since.line(),
        counted(generated.planned.schema.definitions.len(), "definition"),
        counted(generated.planned.schema.property_count(), "property"),
        counted(count(&outcome.diagnostics, Severity::Warning), "warning"),
        counted(changes.write.len(), "file"),
        changes.unchanged,
        changes.remove.len(),
        start.elapsed().as_secs_f64(),
    ));
    Verdict::Good
}

/// Writes what differs, and tells what it was.
fn bring_up(
    out: &Path,
    changelog: Option<&Path>,
    generated: &Generated,
) -> Result<(Changes, Since), Vec<Diagnostic>> {
    let mut since = Since::Same;
    let changes = update(out, &generated.tree, |changes| {
        since = Since::output(changes, &generated.planned.schema);
        // First of all: afterwards nothing knows any longer what has changed.
        match changelog.zip(since.entry()) {
            Some((path, entry)) => add_entry(path, &entry),
            None => Ok(()),
        }
    })?;
    Ok((changes, since))
}
