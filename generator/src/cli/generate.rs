//! `generate`: write the crate's sources.

use std::time::Instant;

use genesys_modelgen::{
    diagnostic::Severity,
    output::{compare, write},
    pipeline,
};

use super::{
    Verdict,
    args::GenerateArgs,
    report::{count, counted, say, tell},
};

/// Brings the crate's sources up to date, and ends with a line that counts what was done.
pub fn run(args: &GenerateArgs) -> Verdict {
    let start = Instant::now();
    let outcome = pipeline::generate(&args.spec.spec, &args.roots.roots);
    tell(&outcome.diagnostics);
    let Some(generated) = outcome.value else {
        return Verdict::Failed;
    };
    let synced = compare(&args.out, &generated.tree)
        .and_then(|changes| write(&args.out, &generated.tree, &changes).map(|()| changes));
    let changes = match synced {
        Ok(changes) => changes,
        Err(errors) => {
            tell(&errors);
            return Verdict::Failed;
        }
    };
    say(&format!(
        "{}, {}, {}; {} written, {} unchanged, {} removed; {:.2} s\n",
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
