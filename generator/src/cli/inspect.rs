//! `lint`, `schema` and `why`: the commands that read a spec and write no files.

use clap::ValueEnum;
use genesys_modelgen::{
    diagnostic::Severity,
    pipeline,
    schema::{self, Inclusion, Selection, Step, print},
};

use super::{
    CommandResult, ExitStatus,
    args::{InputArgs, ReportFormat, SpecArgs},
    terminal::{
        count_severity, emit_diagnostics, into_value, pluralize, write_stderr, write_stdout,
    },
};

/// The maximum number of chains that `why` prints.
const MAX_CHAINS: usize = 10;

#[derive(Debug, clap::Args)]
pub struct LintArgs {
    #[command(flatten)]
    pub spec: SpecArgs,
    /// Fail on these diagnostics, too.
    #[arg(long, value_enum, value_name = "DIAGNOSTICS")]
    pub deny: Option<Deny>,
    /// Output format.
    #[arg(long, value_enum, default_value_t)]
    pub format: ReportFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// All warnings.
    Warnings,
}

#[derive(Debug, clap::Args)]
pub struct SchemaArgs {
    #[command(flatten)]
    pub input: InputArgs,
    /// Output format.
    #[arg(long, value_enum, default_value_t)]
    pub format: SchemaFormat,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum SchemaFormat {
    /// The schema itself.
    #[default]
    Json,
    /// The definitions as a JSON Schema.
    JsonSchema,
    /// A Graphviz graph of the references between definitions.
    Dot,
    /// The same graph for Mermaid, which GitHub draws.
    Mermaid,
}

#[derive(Debug, clap::Args)]
pub struct WhyArgs {
    /// The type to reach.
    #[arg(value_name = "TYPE")]
    pub target: String,
    #[command(flatten)]
    pub input: InputArgs,
    /// Output format.
    #[arg(long, value_enum, default_value_t)]
    pub format: ChainFormat,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ChainFormat {
    /// One chain per line.
    #[default]
    Text,
    /// A graph of the chains for Mermaid, which GitHub draws.
    Mermaid,
}

/// Emits every diagnostic of the spec and, in the text format, their number by severity.
pub fn lint(args: &LintArgs) -> CommandResult {
    let outcome = pipeline::plan_crate(args.spec.inputs(), &Selection::default());
    emit_diagnostics(&outcome.diagnostics, args.format)?;
    let errors = count_severity(&outcome.diagnostics, Severity::Error);
    let warnings = count_severity(&outcome.diagnostics, Severity::Warning);
    if args.format == ReportFormat::Text {
        let (errors, warnings) = (pluralize(errors, "error"), pluralize(warnings, "warning"));
        write_stderr(&format!("{errors}, {warnings}\n"));
    }
    let is_denied = args.deny == Some(Deny::Warnings) && warnings > 0;
    Ok(if errors > 0 || is_denied {
        ExitStatus::Failure
    } else {
        ExitStatus::Success
    })
}

pub fn print_schema(args: &SchemaArgs) -> CommandResult {
    let selection = args.input.selection()?;
    let outcome = pipeline::read_schema(args.input.spec.inputs(), &selection);
    let schema = into_value(
        outcome,
        ReportFormat::Text,
        args.input.verbosity.verbosity(),
    )?;
    let roots = selection.roots.into_iter().map(|root| root.name);
    write_stdout(&match args.format {
        SchemaFormat::Json => print::json(&schema),
        SchemaFormat::JsonSchema => print::json_schema(&schema, &roots.collect::<Vec<_>>()),
        SchemaFormat::Dot => print::dot(&schema),
        SchemaFormat::Mermaid => print::mermaid(&schema),
    })?;
    Ok(ExitStatus::Success)
}

/// Prints the chains to a type.
pub fn why(args: &WhyArgs) -> CommandResult {
    let selection = args.input.selection()?;
    // The whole schema: a type that the selection does not reach is still a known type.
    let outcome = pipeline::read_schema(args.input.spec.inputs(), &Selection::default());
    let schema = into_value(
        outcome,
        ReportFormat::Text,
        args.input.verbosity.verbosity(),
    )?;
    let target = &args.target;
    let (message, status) = match schema::why(schema, &selection, target)? {
        Inclusion::Root if selection.roots.is_empty() && selection.areas.is_empty() => {
            let message = format!("no other type refers to `{target}`\n");
            (message, ExitStatus::Success)
        }
        Inclusion::Root => (format!("`{target}` is a root\n"), ExitStatus::Success),
        Inclusion::Unreachable => (unreachable_message(&selection, target), ExitStatus::Differs),
        Inclusion::Reached(chains) => {
            let shown = chains.get(..MAX_CHAINS).unwrap_or(&chains);
            write_stdout(&match args.format {
                ChainFormat::Text => shown.iter().map(|chain| chain_line(chain)).collect(),
                ChainFormat::Mermaid => print::mermaid_chains(shown),
            })?;
            let message = match chains.len().saturating_sub(MAX_CHAINS) {
                0 => String::new(),
                more => format!("... and {}\n", pluralize(more, "more chain")),
            };
            (message, ExitStatus::Success)
        }
    };
    write_stderr(&message);
    Ok(status)
}

/// Returns a line like `Ant.nest -> Nest`.
fn chain_line(chain: &[Step]) -> String {
    let steps: Vec<_> = chain.iter().map(ToString::to_string).collect();
    steps.join(" -> ") + "\n"
}

fn unreachable_message(selection: &Selection, target: &str) -> String {
    let roots = selection
        .roots
        .iter()
        .map(|root| format!("`{}`", root.name));
    let areas = { selection.areas.iter() }.map(|area| format!("the area `{area}`"));
    let roots: Vec<_> = roots.chain(areas).collect();
    let sources = match roots.as_slice() {
        [] => "any type that is not referred to".to_owned(),
        [root] => root.clone(),
        roots => format!("any of {}", roots.join(", ")),
    };
    format!("`{target}` is not reachable from {sources}\n")
}
