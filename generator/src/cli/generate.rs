//! `generate`: writes the generated sources.

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use genesys_modelgen::{
    diagnostic::{Diagnostic, Severity},
    output::{FileChanges, add_entry, prepare},
    pipeline::{self, Generated},
};

use super::{
    CommandResult, ExitStatus,
    args::{InputArgs, ReportFormat},
    exact_types::exact_types_note,
    omitted_methods::omission_note,
    schema_drift::SchemaDrift,
    terminal::{count_severity, into_value, pluralize, write_stderr},
};

#[derive(Debug, clap::Args)]
pub struct GenerateArgs {
    #[command(flatten)]
    pub target: TargetArgs,
    /// Prepend the schema changes since the last output to this changelog.
    #[arg(long, value_name = "FILE")]
    pub changelog: Option<PathBuf>,
}

/// The input and the output folder of `generate` and `check`.
#[derive(Debug, clap::Args)]
pub struct TargetArgs {
    #[command(flatten)]
    pub input: InputArgs,
    /// Folder of the generated crate.
    #[arg(long, value_name = "DIR", default_value = "generated")]
    pub out: PathBuf,
}

/// Updates the generated sources and writes a summary to standard error.
pub fn run(args: &GenerateArgs) -> CommandResult {
    let start = Instant::now();
    let TargetArgs { input, out } = &args.target;
    let outcome = pipeline::generate(input.spec.inputs(), &input.selection()?);
    let openapi = outcome.openapi.clone();
    let warnings = count_severity(&outcome.diagnostics, Severity::Warning);
    let generated = into_value(outcome, ReportFormat::Text, input.verbosity.verbosity())?;
    let (changes, drift) = sync(out, args.changelog.as_deref(), &generated)?;
    let schema = &generated.planned.schema;
    write_stderr(&format!(
        "{}{}{}, {}, {}, {}; {} written, {} unchanged, {} removed; {:.2} s\n{}",
        drift.message(),
        exact_types_note(openapi.as_deref(), schema),
        pluralize(schema.definitions.len(), "definition"),
        pluralize(schema.property_count(), "property"),
        pluralize(schema.method_count(), "endpoint"),
        pluralize(warnings, "warning"),
        pluralize(changes.write.len(), "file"),
        changes.unchanged,
        changes.remove.len(),
        start.elapsed().as_secs_f64(),
        omission_note(&schema.omitted_methods),
    ));
    Ok(ExitStatus::Success)
}

/// Updates the output folder and the changelog.
fn sync(
    out: &Path,
    changelog: Option<&Path>,
    generated: &Generated,
) -> Result<(FileChanges, SchemaDrift), Vec<Diagnostic>> {
    let update = prepare(out, &generated.tree)?;
    let drift = SchemaDrift::new(update.changes(), &generated.planned.schema);
    // Before the commit, which replaces the record: after an error, the next run can write the entry.
    if let Some((path, entry)) = changelog.zip(drift.changelog_entry()) {
        add_entry(path, &entry).map_err(|error| vec![error])?;
    }
    Ok((update.commit()?, drift))
}
