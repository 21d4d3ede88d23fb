//! `check`: tell how the crate's sources differ from the spec.

mod annotate;

use std::{collections::BTreeMap, path::Path};

use genesys_modelgen::{
    diagnostic::Diagnostic,
    output::{FileDiff, FileState, compare_files, file_diffs, runtime, truncate_diffs},
    pipeline,
    schema::Origin,
    tree::Tree,
};
use serde_json::json;

use annotate::annotations;

use super::{
    Verdict,
    args::{CheckArgs, GenerateArgs, ReportFormat},
    fix,
    report::{counted, publish, say},
};

/// How many lines of diff people are shown.
const SHOWN: usize = 200;

/// Compares, and prints a diff and the command that fixes it.
pub fn run(args: &CheckArgs) -> anyhow::Result<Verdict> {
    let GenerateArgs { spec, roots, out } = &args.generate;
    let wanted = match roots.selection() {
        Ok(wanted) => wanted,
        Err(errors) => return failed(&errors, args.format),
    };
    let outcome = pipeline::generate(&spec.spec, &wanted);
    publish(&outcome.diagnostics, args.format)?;
    let Some(generated) = outcome.value else {
        return Ok(Verdict::Failed);
    };
    let expected = Expected {
        spec: &spec.spec,
        tree: &generated.tree,
        origins: &generated.origins,
        fix: fix::generate(&args.generate),
    };
    expected.compare(out, args.format)
}

/// What a folder should hold.
pub struct Expected<'a> {
    /// Where the spec is.
    pub spec: &'a Path,
    /// The files.
    pub tree: &'a Tree,
    /// The definition behind a file, for each that was made from one.
    pub origins: &'a BTreeMap<String, Origin>,
    /// The command that writes them.
    pub fix: String,
}

impl Expected<'_> {
    /// Compares a folder, and prints a diff and the command that fixes it.
    pub fn compare(&self, out: &Path, format: ReportFormat) -> anyhow::Result<Verdict> {
        let changes = match compare_files(out, self.tree) {
            Ok(changes) => changes,
            Err(errors) => return failed(&errors, format),
        };
        if changes.is_empty() {
            return Ok(Verdict::Good);
        }
        let differences = file_diffs(out, self.tree, &changes);
        super::print(&match format {
            ReportFormat::Text => shortened(&differences),
            ReportFormat::Json => differences.iter().map(|it| object(it, &self.fix)).collect(),
            ReportFormat::Github => annotations(&differences, self.origins, &self.fix),
        })?;
        let runtime: Vec<_> = runtime::outdated(out, &changes).into_iter().collect();
        publish(&runtime, format)?;
        say(&self.closing(out, &differences));
        Ok(Verdict::Differs)
    }

    /// How many files differ and how, and as the last line the command that fixes it.
    fn closing(&self, out: &Path, differences: &[FileDiff]) -> String {
        let files = counted(differences.len(), "file");
        let differ = if differences.len() == 1 {
            "differs"
        } else {
            "differ"
        };
        let (out, spec, fix) = (out.display(), self.spec.display(), &self.fix);
        let kinds = kinds(differences);
        format!("{files} in `{out}` {differ} from `{spec}`: {kinds}. To fix it, run\n\n{fix}\n")
    }
}

/// Tells errors as the format wants it.
pub fn failed(errors: &[Diagnostic], format: ReportFormat) -> anyhow::Result<Verdict> {
    publish(errors, format)?;
    Ok(Verdict::Failed)
}

/// The diffs up to a length, and a count of the rest.
fn shortened(differences: &[FileDiff]) -> String {
    let excerpt = truncate_diffs(differences, SHOWN);
    if excerpt.omitted_lines == 0 {
        return excerpt.text;
    }
    let lines = counted(excerpt.omitted_lines, "more line");
    let files = counted(excerpt.omitted_files, "file");
    format!("{}... {lines} of diff in {files}\n", excerpt.text)
}

fn object(difference: &FileDiff, fix: &str) -> String {
    let FileDiff {
        path, state, diff, ..
    } = difference;
    let object = json!({ "path": path, "change": state.as_str(), "diff": diff, "fix": fix });
    format!("{object}\n")
}

/// How many files there are of each kind of difference.
fn kinds(differences: &[FileDiff]) -> String {
    let kinds = [
        (FileState::Modified, "modified"),
        (FileState::Missing, "missing"),
        (FileState::Stale, "left over"),
    ];
    let kinds = kinds.map(|(state, word)| {
        let number = differences.iter().filter(|it| it.state == state).count();
        (number > 0).then(|| format!("{number} {word}"))
    });
    let kinds: Vec<_> = kinds.into_iter().flatten().collect();
    kinds.join(", ")
}
