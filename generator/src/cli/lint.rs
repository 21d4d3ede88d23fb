//! `lint`: tell what is wrong with the spec.

use genesys_modelgen::{diagnostic::Severity, pipeline, schema::Selection};

use super::{
    Verdict,
    args::{Deny, LintArgs, ReportFormat},
    report::{count, counted, publish, say},
};

/// Tells all findings, and for people how many there are.
pub fn run(args: &LintArgs) -> anyhow::Result<Verdict> {
    let outcome = pipeline::plan_crate(&args.spec.spec, &Selection::default());
    publish(&outcome.diagnostics, args.format)?;
    let errors = count(&outcome.diagnostics, Severity::Error);
    let warnings = count(&outcome.diagnostics, Severity::Warning);
    if args.format == ReportFormat::Text {
        say(&format!(
            "{}, {}\n",
            counted(errors, "error"),
            counted(warnings, "warning")
        ));
    }
    let denied = args.deny == Some(Deny::Warnings) && warnings > 0;
    Ok(if errors > 0 || denied {
        Verdict::Failed
    } else {
        Verdict::Good
    })
}
