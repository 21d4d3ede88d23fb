//! `diff`: tell what changed between two specs.

use std::path::Path;

use genesys_modelgen::{
    diagnostic::{self, Diagnostic, Severity},
    diff::{self, Changes, Level, NextVersion, Report, compare, mark_uses},
    output::crate_version,
    pipeline::{self, Outcome},
    schema::Schema,
    source,
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
    let mut changes = compare(&old, &new);
    if let Some(project) = &args.used_by
        && let Err(error) = mark(&mut changes, &old, &new, project)
    {
        tell(&[error]);
        return Ok(Verdict::Failed);
    }
    print(args, &changes)?;
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

/// Marks what a project uses, and tells which of its files are left out.
fn mark(
    changes: &mut Changes,
    old: &Schema,
    new: &Schema,
    project: &Path,
) -> Result<(), Diagnostic> {
    let project = source::load_rust_project(project)?;
    let mut warnings = project.warnings;
    warnings.extend(mark_uses(changes, old, new, &project.files));
    diagnostic::sort(&mut warnings);
    tell(&warnings);
    Ok(())
}

fn print(args: &DiffArgs, changes: &Changes) -> anyhow::Result<Verdict> {
    let next_version = |current| NextVersion::after(current, changes.level());
    let report = Report {
        changes,
        next_version: crate_version(&args.out).map(next_version),
        project: args.used_by.clone(),
    };
    super::print(&match args.format {
        DiffFormat::Text => diff::text(&report, stdout_colour()),
        DiffFormat::Markdown => diff::markdown(&report),
        DiffFormat::Json => diff::json(&report),
    })
}
