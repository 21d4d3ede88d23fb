//! `diff`: tell what changed between two specs.

use genesys_modelgen::{
    diagnostic::{Diagnostic, Severity},
    diff::{self, Level, NextVersion, Report, compare},
    output::crate_version,
    pipeline::{self, Outcome},
    schema::Schema,
};

use super::{
    Verdict,
    args::{DiffArgs, DiffFormat},
    report::{stdout_colour, tell},
};

/// Compares, and prints what changed.
pub fn run(args: &DiffArgs) -> anyhow::Result<Verdict> {
    let (old, new) = rayon::join(|| pipeline::open(&args.old), || pipeline::open(&args.new));
    let (Some(old), Some(new)) = (schema(old), schema(new)) else {
        return Ok(Verdict::Failed);
    };
    let changes = compare(&old, &new);
    let next_version = crate_version(&args.out);
    let report = Report {
        changes: &changes,
        next_version: next_version.map(|current| NextVersion::after(current, changes.level())),
        project: args.used_by.clone(),
    };
    super::print(&match args.format {
        DiffFormat::Text => diff::text(&report, stdout_colour()),
        DiffFormat::Markdown => diff::markdown(&report),
        DiffFormat::Json => diff::json(&report),
    })?;
    let fails = args
        .fail_on
        .is_some_and(|level| changes.level() >= Level::from(level));
    Ok(if fails {
        Verdict::Differs
    } else {
        Verdict::Good
    })
}

/// The schema, if there is one; warnings are not told: they are the matter of `lint`.
fn schema(outcome: Outcome<Schema>) -> Option<Schema> {
    let is_error = |found: &Diagnostic| found.severity() == Severity::Error;
    let errors: Vec<_> = outcome.diagnostics.into_iter().filter(is_error).collect();
    tell(&errors);
    outcome.value
}
