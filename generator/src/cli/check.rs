//! `check`: tell how the crate's sources differ from the spec.

mod annotate;

use genesys_modelgen::{
    output::{Change, Difference, compare, differences, excerpt, runtime},
    pipeline,
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
    let outcome = pipeline::generate(&spec.spec, &roots.roots);
    publish(&outcome.diagnostics, args.format)?;
    let Some(generated) = outcome.value else {
        return Ok(Verdict::Failed);
    };
    let changes = match compare(out, &generated.tree) {
        Ok(changes) => changes,
        Err(errors) => {
            publish(&errors, args.format)?;
            return Ok(Verdict::Failed);
        }
    };
    if changes.is_empty() {
        return Ok(Verdict::Good);
    }
    let fix = fix::command(&args.generate);
    let differences = differences(out, &generated.tree, &changes);
    super::print(&match args.format {
        ReportFormat::Text => shortened(&differences),
        ReportFormat::Json => differences.iter().map(|it| object(it, &fix)).collect(),
        ReportFormat::Github => annotations(&differences, &generated.origins, &fix),
    })?;
    let runtime: Vec<_> = runtime::outdated(out, &changes).into_iter().collect();
    publish(&runtime, args.format)?;
    say(&closing(&args.generate, &differences, &fix));
    Ok(Verdict::Differs)
}

/// The diffs up to a length, and a count of the rest.
fn shortened(differences: &[Difference]) -> String {
    let excerpt = excerpt(differences, SHOWN);
    if excerpt.lines_left == 0 {
        return excerpt.text;
    }
    let lines = counted(excerpt.lines_left, "more line");
    let files = counted(excerpt.files_left, "file");
    format!("{}... {lines} of diff in {files}\n", excerpt.text)
}

fn object(difference: &Difference, fix: &str) -> String {
    let Difference {
        path, change, diff, ..
    } = difference;
    let object = json!({ "path": path, "change": change.as_str(), "diff": diff, "fix": fix });
    format!("{object}\n")
}

/// How many files differ and how, and as the last line the command that fixes it.
fn closing(args: &GenerateArgs, differences: &[Difference], fix: &str) -> String {
    let files = counted(differences.len(), "file");
    let differ = if differences.len() == 1 {
        "differs"
    } else {
        "differ"
    };
    let kinds = [
        (Change::Modified, "modified"),
        (Change::Missing, "missing"),
        (Change::Stale, "left over"),
    ];
    let kinds = kinds.map(|(change, word)| {
        let number = differences.iter().filter(|it| it.change == change).count();
        (number > 0).then(|| format!("{number} {word}"))
    });
    let kinds: Vec<_> = kinds.into_iter().flatten().collect();
    let (out, spec) = (args.out.display(), args.spec.spec.display());
    format!(
        "{files} in `{out}` {differ} from `{spec}`: {}. To fix it, run\n\n{fix}\n",
        kinds.join(", ")
    )
}
