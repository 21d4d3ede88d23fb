//! Telling people and programs what was found.

use std::io::{self, IsTerminal, Write};

use genesys_modelgen::{
    diagnostic::{self, Colour, Diagnostic, Severity, TextStyle},
    pipeline::StageResult,
};

use super::args::ReportFormat;

/// Tells the findings of a command whose data is something else: to stderr, for people.
pub fn tell(diagnostics: &[Diagnostic]) {
    say(&diagnostic::text(diagnostics, style()));
}

/// Says something to people, on stderr.
pub fn say(text: &str) {
    // Whoever has closed stderr does not want to know.
    io::stderr().write_all(text.as_bytes()).ok();
}

/// Tells the findings, and hands the value on if there is one.
pub fn value_of<T>(outcome: StageResult<T>) -> Option<T> {
    tell(&outcome.diagnostics);
    outcome.value
}

/// Hands a value on, or tells why there is none.
pub fn good<T>(result: Result<T, Vec<Diagnostic>>) -> Option<T> {
    result.map_err(|errors| tell(&errors)).ok()
}

/// Tells the findings of a command that is about them: to stdout for programs, to stderr for people.
pub fn publish(diagnostics: &[Diagnostic], format: ReportFormat) -> anyhow::Result<()> {
    let data = match format {
        ReportFormat::Text => {
            tell(diagnostics);
            return Ok(());
        }
        ReportFormat::Github => diagnostic::github(diagnostics),
        ReportFormat::Json => diagnostic::json(diagnostics),
    };
    super::print(&data).map(drop)
}

/// How many findings are of a severity.
pub fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity() == severity)
        .count()
}

/// A number and what it counts.
pub fn counted(number: usize, what: &str) -> String {
    match (number, what.strip_suffix('y')) {
        (1, _) => format!("1 {what}"),
        (_, Some(stem)) => format!("{number} {stem}ies"),
        (_, None) => format!("{number} {what}s"),
    }
}

/// Whether what goes to stdout carries colours.
pub fn stdout_colour() -> Colour {
    colour(&io::stdout())
}

fn colour(stream: &impl IsTerminal) -> Colour {
    let wants_colour =
        stream.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|it| it.is_empty());
    if wants_colour {
        Colour::Ansi
    } else {
        Colour::Plain
    }
}

fn style() -> TextStyle {
    let width = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    TextStyle {
        colour: colour(&io::stderr()),
        width,
    }
}
