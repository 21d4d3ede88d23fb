//! `check`: tell how the crate's sources differ from the spec.

use genesys_modelgen::{
    output::{Difference, compare, differences},
    pipeline,
};
use serde_json::json;

use super::{
    Verdict,
    args::{CheckArgs, GenerateArgs, ReportFormat},
    report::{counted, publish, say},
};

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
    let fix = fix(&args.generate);
    let differences = differences(out, &generated.tree, &changes);
    super::print(
        &differences
            .iter()
            .map(|it| rendered(it, args.format, &fix))
            .collect::<String>(),
    )?;
    let (files, differ) = (
        counted(differences.len(), "file"),
        if differences.len() == 1 {
            "differs"
        } else {
            "differ"
        },
    );
    let (out, spec) = (out.display(), spec.spec.display());
    say(&format!(
        "{files} in `{out}` {differ} from `{spec}`; to fix it, run\n\n    {fix}\n\n"
    ));
    Ok(Verdict::Differs)
}

fn rendered(difference: &Difference, format: ReportFormat, fix: &str) -> String {
    let Difference { path, change, diff } = difference;
    match format {
        ReportFormat::Text => diff.clone(),
        ReportFormat::Json => format!(
            "{}\n",
            json!({ "path": path, "change": change.as_str(), "diff": diff, "fix": fix })
        ),
        ReportFormat::Github => annotation(
            path,
            &format!("this file is {}; to fix it, run `{fix}`", change.as_str()),
        ),
    }
}

/// A workflow command, of which `%` and line ends are escaped, and in its properties also `:` and `,`.
fn annotation(path: &str, message: &str) -> String {
    let message = message
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A");
    let path = path
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
        .replace(':', "%3A")
        .replace(',', "%2C");
    format!("::error file={path},title=Generated code differs from the spec::{message}\n")
}

/// The command that brings the sources up to date.
fn fix(args: &GenerateArgs) -> String {
    // Whoever came here through cargo gets there through cargo too.
    let program = if std::env::var_os("CARGO").is_some() {
        "cargo run --"
    } else {
        "genesys-modelgen"
    };
    let spec = args.spec.spec.display().to_string();
    let out = args.out.display().to_string();
    let mut words = vec![format!("{program} generate")];
    for (option, value, default) in [("--spec", spec, "spec"), ("--out", out, "generated")] {
        if value != default {
            words.extend([option.to_owned(), quoted(&value)]);
        }
    }
    for root in &args.roots.roots {
        words.extend(["--root".to_owned(), quoted(root)]);
    }
    words.join(" ")
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
