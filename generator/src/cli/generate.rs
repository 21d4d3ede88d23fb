//! `generate`: write the crate's sources.

use std::{path::Path, time::Instant};

use genesys_modelgen::{
    diagnostic::{Diagnostic, Severity},
    output::{FileChanges, add_entry, prepare},
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
        counted(generated.schema.definitions.len(), "definition"),
        counted(generated.schema.property_count(), "property"),
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
) -> Result<(FileChanges, Since), Vec<Diagnostic>> {
    let update = prepare(out, &generated.tree)?;
    let since = Since::output(update.changes(), &generated.schema);
    // Before the commit, which replaces the record of the old schema.
    if let Some((path, entry)) = changelog.zip(since.entry()) {
        add_entry(path, &entry).map_err(|error| vec![error])?;
    }
    Ok((update.commit()?, since))
}
