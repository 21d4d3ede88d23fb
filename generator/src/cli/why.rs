//! `why`: tell why a type is reached.

use genesys_modelgen::{
    pipeline,
    schema::{Inclusion, Selection, why},
};

use super::{
    Verdict,
    args::WhyArgs,
    report::{good, say, value_of},
};

/// How many chains people are shown.
const SHOWN: usize = 10;

/// Prints the chains to stdout, one a line.
pub fn run(args: &WhyArgs) -> anyhow::Result<Verdict> {
    let Some(wanted) = good(args.roots.selection()) else {
        return Ok(Verdict::Failed);
    };
    // All of it: a type that is not reached is known nevertheless.
    let Some(schema) = value_of(pipeline::read(&args.spec.spec, &Selection::default())) else {
        return Ok(Verdict::Failed);
    };
    let target = &args.target;
    match good(why(schema, &wanted, target)) {
        None => Ok(Verdict::Failed),
        Some(Inclusion::Root) if wanted.roots.is_empty() => {
            say(&format!("no other type refers to `{target}`\n"));
            Ok(Verdict::Good)
        }
        Some(Inclusion::Root) => {
            say(&format!("`{target}` is a root\n"));
            Ok(Verdict::Good)
        }
        Some(Inclusion::Unreachable) => {
            say(&format!("{} `{target}`\n", nothing(&wanted)));
            Ok(Verdict::Differs)
        }
        Some(Inclusion::Reached(paths)) => {
            let lines = paths.iter().take(SHOWN).map(|path| format!("{path}\n"));
            let verdict = super::print(&lines.collect::<String>())?;
            if let Some(left) = paths.len().checked_sub(SHOWN).filter(|left| *left > 0) {
                say(&format!("{left} more roots lead to `{target}`\n"));
            }
            Ok(verdict)
        }
    }
}

/// What does not lead there.
fn nothing(wanted: &Selection) -> String {
    let roots: Vec<_> = wanted
        .roots
        .iter()
        .map(|root| format!("`{}`", root.name))
        .collect();
    match roots.as_slice() {
        [] => "no type that stands by itself leads to".to_owned(),
        [root] => format!("{root} does not lead to"),
        roots => format!("none of {} leads to", roots.join(", ")),
    }
}
