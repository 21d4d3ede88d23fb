//! Writing diagnostics, messages and data to the standard streams.

use std::io::{self, IsTerminal, Write};

use genesys_modelgen::{
    diagnostic::{self, Color, Diagnostic, Severity, TextStyle},
    pipeline::StageResult,
};

use super::{
    CommandError,
    args::{ReportFormat, Verbosity},
};

/// Emits diagnostics: as text to standard error, in other formats to standard output.
pub fn emit_diagnostics(diagnostics: &[Diagnostic], format: ReportFormat) -> io::Result<()> {
    match format {
        ReportFormat::Text => {
            emit_text(diagnostics);
            Ok(())
        }
        ReportFormat::Github => write_stdout(&diagnostic::github(diagnostics)),
        ReportFormat::Json => write_stdout(&diagnostic::json(diagnostics)),
    }
}

/// Emits diagnostics as text to standard error.
pub fn emit_text(diagnostics: &[Diagnostic]) {
    let width = std::env::var("COLUMNS").ok();
    let style = TextStyle {
        color: color_for(&io::stderr()),
        width: width.and_then(|columns| columns.parse().ok()),
    };
    write_stderr(&diagnostic::text(diagnostics, style));
}

/// Returns the value of a pipeline stage after emitting its warnings; those of the same kind are summarized, except in JSON.
///
/// # Errors
///
/// Returns the stage's diagnostics if it has no value.
pub fn into_value<T>(
    result: StageResult<T>,
    format: ReportFormat,
    verbosity: Verbosity,
) -> Result<T, CommandError> {
    let diagnostics = match (format, verbosity) {
        (ReportFormat::Json, _) | (_, Verbosity::Each) => result.diagnostics,
        (ReportFormat::Text | ReportFormat::Github, Verbosity::Summary) => {
            diagnostic::summarize(&result.diagnostics)
        }
    };
    let Some(value) = result.value else {
        return Err(diagnostics.into());
    };
    emit_diagnostics(&diagnostics, format)?;
    Ok(value)
}

/// Writes to standard error and ignores errors, which could not be reported.
pub fn write_stderr(text: &str) {
    io::stderr().write_all(text.as_bytes()).ok();
}

/// Writes to standard output. Ignores a broken pipe, which readers such as `head` cause.
pub fn write_stdout(text: &str) -> io::Result<()> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Returns the number of diagnostics with a severity.
pub fn count_severity(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    let severities = diagnostics.iter().map(Diagnostic::severity);
    severities.filter(|it| *it == severity).count()
}

/// Formats a number and a noun, as in `1 property` or `2 properties`.
pub fn pluralize(number: usize, noun: &str) -> String {
    match (number, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{number} {stem}ies"),
        (_, None) => format!("{number} {noun}s"),
    }
}

/// Returns the colors for a stream: none unless it is a terminal, or if `NO_COLOR` is set.
pub fn color_for(stream: &impl IsTerminal) -> Color {
    let is_disabled = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if stream.is_terminal() && !is_disabled {
        Color::Ansi
    } else {
        Color::Plain
    }
}
