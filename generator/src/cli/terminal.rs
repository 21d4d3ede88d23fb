//! Writing diagnostics, messages and data to the standard streams.

use std::io::{self, IsTerminal, Write};

use genesys_modelgen::{
    diagnostic::{self, Colour, Diagnostic, Severity, TextStyle},
    pipeline::StageResult,
};

use super::{CommandError, args::ReportFormat};

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
        colour: colour_for(&io::stderr()),
        width: width.and_then(|columns| columns.parse().ok()),
    };
    write_stderr(&diagnostic::text(diagnostics, style));
}

/// Emits the warnings of a pipeline stage and returns its value, or returns its diagnostics if it has no value.
pub fn value_of<T>(result: StageResult<T>, format: ReportFormat) -> Result<T, CommandError> {
    let Some(value) = result.value else {
        return Err(result.diagnostics.into());
    };
    emit_diagnostics(&result.diagnostics, format)?;
    Ok(value)
}

/// Writes to standard error; if it is closed, the text is dropped.
pub fn write_stderr(text: &str) {
    io::stderr().write_all(text.as_bytes()).ok();
}

/// Writes to standard output; a reader that has closed its end, like `head`, is not an error.
pub fn write_stdout(text: &str) -> io::Result<()> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Returns the number of diagnostics with a severity.
pub fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    let severities = diagnostics.iter().map(Diagnostic::severity);
    severities.filter(|it| *it == severity).count()
}

/// Formats a number with its noun, like `1 property` or `2 properties`.
pub fn counted(number: usize, noun: &str) -> String {
    match (number, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{number} {stem}ies"),
        (_, None) => format!("{number} {noun}s"),
    }
}

/// Returns whether to colour what is written to a stream: only on a terminal, and not if `NO_COLOR` is set.
pub fn colour_for(stream: &impl IsTerminal) -> Colour {
    let is_plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if stream.is_terminal() && !is_plain {
        Colour::Ansi
    } else {
        Colour::Plain
    }
}
