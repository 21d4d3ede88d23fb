//! `check`: compares a folder with the expected files and reports the differences.

use std::{collections::BTreeMap, path::Path};

use genesys_modelgen::{
    diagnostic::{self, Code, Diagnostic},
    output::{FileDiff, FileState, compare_files, file_diffs, runtime, truncate_diffs},
    pipeline,
    schema::Origin,
    span::SourceFile,
    tree::Tree,
};
use serde_json::json;

use super::{
    CommandResult, ExitStatus,
    args::ReportFormat,
    generate::TargetArgs,
    shell_command,
    terminal::{emit_diagnostics, into_value, pluralize, write_stderr, write_stdout},
};

/// The maximum number of diff lines in the text format.
const MAX_DIFF_LINES: usize = 200;

#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    #[command(flatten)]
    pub target: TargetArgs,
    /// Output format.
    #[arg(long, value_enum, default_value_t)]
    pub format: ReportFormat,
}

pub fn run(args: &CheckArgs) -> CommandResult {
    let TargetArgs { input, out } = &args.target;
    let outcome = pipeline::generate(input.spec.inputs(), &input.selection()?);
    let generated = into_value(outcome, args.format, input.verbosity.verbosity())?;
    let expected = ExpectedFiles {
        spec: &input.spec.spec,
        tree: &generated.tree,
        origins: &generated.origins,
        fix_command: shell_command::generate(&args.target),
    };
    expected.check(out, args.format)
}

/// The expected files of a folder.
pub struct ExpectedFiles<'a> {
    pub spec: &'a Path,
    pub tree: &'a Tree,
    /// The origins of the files that are generated from a definition, by file name.
    pub origins: &'a BTreeMap<String, Origin>,
    /// The command that writes the files.
    pub fix_command: String,
}

impl ExpectedFiles<'_> {
    /// Compares a folder with these files and reports the differences and the command that fixes them.
    pub fn check(&self, out: &Path, format: ReportFormat) -> CommandResult {
        let changes = compare_files(out, self.tree)?;
        if changes.is_empty() {
            return Ok(ExitStatus::Success);
        }
        let differences = file_diffs(out, self.tree, &changes);
        write_stdout(&match format {
            ReportFormat::Text => render_diff(&differences),
            ReportFormat::Json => differences.iter().map(|it| self.to_json(it)).collect(),
            ReportFormat::Github => self.to_annotations(&differences),
        })?;
        let outdated: Vec<_> = runtime::outdated(out, &changes).into_iter().collect();
        emit_diagnostics(&outdated, format)?;
        write_stderr(&self.summary(out, &differences));
        Ok(ExitStatus::Differs)
    }

    /// Formats the number of files by kind of difference, and the command that fixes them.
    fn summary(&self, out: &Path, differences: &[FileDiff]) -> String {
        let files = pluralize(differences.len(), "file");
        let differ = if differences.len() == 1 {
            "differs"
        } else {
            "differ"
        };
        let (out, spec, fix) = (out.display(), self.spec.display(), &self.fix_command);
        let kinds = [FileState::Modified, FileState::Missing, FileState::Stale].map(|kind| {
            let number = differences.iter().filter(|it| it.state == kind).count();
            (number > 0).then(|| format!("{number} {}", kind.as_str()))
        });
        let kinds = kinds.into_iter().flatten().collect::<Vec<_>>().join(", ");
        format!("{files} in `{out}` {differ} from `{spec}`: {kinds}. To fix it, run\n\n{fix}\n")
    }

    fn to_json(&self, difference: &FileDiff) -> String {
        let change = difference.state.as_str();
        let object = json!({
            "path": difference.path, "change": change, "diff": difference.diff, "fix": self.fix_command,
        });
        format!("{object}\n")
    }

    /// Renders an annotation for each file: on the definition it is generated from, else on the file itself.
    fn to_annotations(&self, differences: &[FileDiff]) -> String {
        let mut annotations: Vec<_> = { differences.iter() }
            .map(|it| (self.origins.get(&it.file), it))
            .collect();
        // GitHub shows only the first annotations of a step, and those on definitions are the most useful.
        annotations.sort_by_key(|(origin, _)| origin.is_none());
        let diagnostics: Vec<_> = { annotations.into_iter() }
            .map(|(origin, difference)| self.to_diagnostic(difference, origin))
            .collect();
        diagnostic::github(&diagnostics)
    }

    fn to_diagnostic(&self, difference: &FileDiff, origin: Option<&Origin>) -> Diagnostic {
        let FileDiff { path, state, .. } = difference;
        let message = match state {
            FileState::Missing => format!("`{path}` is missing"),
            FileState::Modified => format!("`{path}` does not match the spec"),
            FileState::Stale => format!("`{path}` is stale: it is no longer generated"),
        };
        let diagnostic = Diagnostic::new(Code::OutdatedOutput, message)
            .help(format!("run `{}`", self.fix_command));
        if let Some(Origin { source, span }) = origin {
            return diagnostic.label(source, span.clone(), "");
        }
        diagnostic.label(&SourceFile::without_text(path), 0..0, "")
    }
}

/// Joins the diffs, and replaces lines beyond [`MAX_DIFF_LINES`] with their number.
fn render_diff(differences: &[FileDiff]) -> String {
    let excerpt = truncate_diffs(differences, MAX_DIFF_LINES);
    if excerpt.omitted_lines == 0 {
        return excerpt.text;
    }
    let lines = pluralize(excerpt.omitted_lines, "more line");
    let files = pluralize(excerpt.omitted_files, "file");
    format!("{}... {lines} of diff in {files}\n", excerpt.text)
}
