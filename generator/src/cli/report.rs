//! Telling people and programs what was found.

use std::io::{self, IsTerminal};

use genesys_modelgen::{
    diagnostic::{self, Colour, Diagnostic, Severity, TextStyle},
    pipeline::Outcome,
};

use super::args::ReportFormat;

/// Tells the findings of a command whose data is something else: to stderr, for people.
pub fn tell(diagnostics: &[Diagnostic]) {
    if !diagnostics.is_empty() {
        eprint!("{}", diagnostic::text(diagnostics, style()));
    }
}

/// Tells the findings, and hands the value on if there is one.
pub fn value_of<T>(outcome: Outcome<T>) -> Option<T> {
    tell(&outcome.diagnostics);
    outcome.value
}

/// Tells the findings of a command that is about them: to stdout for programs, to stderr for people.
pub fn publish(diagnostics: &[Diagnostic], format: ReportFormat) -> anyhow::Result<()> {
    match format {
        ReportFormat::Text => tell(diagnostics),
        ReportFormat::Github => drop(super::print(&diagnostic::github(diagnostics))?),
        ReportFormat::Json => drop(super::print(&diagnostic::json(diagnostics))?),
    }
    Ok(())
}

/// How many findings are of a severity.
pub fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity).count()
}

/// A number and what it counts.
pub fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn style() -> TextStyle {
    let wants_colour = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|it| it.is_empty());
    let width = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    TextStyle { colour: if wants_colour { Colour::Ansi } else { Colour::Plain }, width }
}
