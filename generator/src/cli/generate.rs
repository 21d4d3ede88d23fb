//! `generate`: writes the generated sources.

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use genesys_modelgen::{
    diagnostic::{Diagnostic, Severity},
    output::{Changes, add_entry, update},
    pipeline::{self, Generated},
};

use super::{
    CommandResult, ExitStatus,
    args::{InputArgs, ReportFormat},
    schema_drift::SchemaDrift,
    terminal::{count, counted, value_of, write_stderr},
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

/// Updates the generated sources and writes a one-line summary to standard error.
pub fn run(args: &GenerateArgs) -> CommandResult {
    let start = Instant::now();
    let TargetArgs { input, out } = &args.target;
    let outcome = pipeline::generate(&input.spec.dir, &input.selection()?);
    let warnings = count(&outcome.diagnostics, Severity::Warning);
    let generated = value_of(outcome, ReportFormat::Text)?;
    let (changes, drift) = sync(out, args.changelog.as_deref(), &generated)?;
    write_stderr(&format!(
        "{}{}, {}, {}; {} written, {} unchanged, {} removed; {:.2} s\n",
        drift.message(),
        counted(generated.planned.schema.definitions.len(), "definition"),
        counted(generated.planned.schema.property_count(), "property"),
        counted(warnings, "warning"),
        counted(changes.write.len(), "file"),
        changes.unchanged,
        changes.remove.len(),
        start.elapsed().as_secs_f64(),
    ));
    Ok(ExitStatus::Success)
}

/// Updates the output folder and the changelog.
fn sync(
    out: &Path,
    changelog: Option<&Path>,
    generated: &Generated,
) -> Result<(Changes, SchemaDrift), Vec<Diagnostic>> {
    let mut drift = SchemaDrift::None;
    let changes = update(out, &generated.tree, |changes| {
        drift = SchemaDrift::new(changes, &generated.planned.schema);
        // The changelog comes first: once the record is overwritten, the changes are lost.
        match changelog.zip(drift.changelog_entry()) {
            Some((path, entry)) => add_entry(path, &entry),
            None => Ok(()),
        }
    })?;
    Ok((changes, drift))
}
