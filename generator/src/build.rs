//! What a build script does: keep a crate's sources up to date with a spec, or check that they are.

use std::{error::Error, fmt, path::Path};

use crate::{
    diagnostic::{self, Diagnostic, LineIndex, Location, Severity, TextStyle},
    output::{Changes, compare, differences, write},
    pipeline::{self, Generated},
};

/// The environment variable that chooses the [`Mode`].
pub const MODE: &str = "GENESYS_MODELGEN";

/// What to do about sources that differ from the spec.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Write them.
    Write,
    /// Fail.
    Check,
    /// Do not look.
    Off,
}

/// A text that is no mode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownMode(String);

impl fmt::Display for UnknownMode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{MODE} is `{}`, but can be `write`, `check` or `off`", self.0)
    }
}

impl Error for UnknownMode {}

impl Mode {
    /// The mode that was asked for; else to check where this is continuous integration, and to write elsewhere.
    ///
    /// # Errors
    ///
    /// Where what was asked for is no mode.
    pub fn choose(asked: Option<&str>, is_ci: bool) -> Result<Self, UnknownMode> {
        match asked {
            Some("write") => Ok(Self::Write),
            Some("check") => Ok(Self::Check),
            Some("off") => Ok(Self::Off),
            Some(other) if !other.is_empty() => Err(UnknownMode(other.to_owned())),
            _ if is_ci => Ok(Self::Check),
            _ => Ok(Self::Write),
        }
    }
}

/// What a build script has to tell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Lines for cargo, to be printed to stdout.
    pub instructions: Vec<String>,
    /// The same for people, in full, to be printed to stderr.
    pub text: String,
    /// Whether the build must fail.
    pub failed: bool,
}

/// Brings the crate in `out` up to date with `spec`, or checks that it is.
#[must_use]
pub fn run(spec: &Path, out: &Path, mode: Mode) -> Report {
    let mut report = Report::default();
    report.instructions.extend([MODE, "CI"].map(|name| format!("cargo::rerun-if-env-changed={name}")));
    if mode == Mode::Off {
        return report;
    }
    let outcome = pipeline::generate(spec, &[]);
    for path in &outcome.watch {
        // Cargo reads paths from the package's folder, which need not be the working directory.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
        report.instructions.push(format!("cargo::rerun-if-changed={}", path.display()));
    }
    report.add(&outcome.diagnostics);
    if let Some(generated) = outcome.value {
        match bring_up(out, &generated, mode) {
            Ok(Some(changes)) => report.add_differences(out, &generated, &changes),
            Ok(None) => {}
            Err(errors) => report.add(&errors),
        }
    }
    report
}

/// Writes what differs, or returns it.
fn bring_up(out: &Path, generated: &Generated, mode: Mode) -> Result<Option<Changes>, Vec<Diagnostic>> {
    let changes = compare(out, &generated.tree)?;
    if changes.is_empty() {
        return Ok(None);
    }
    if mode == Mode::Check {
        return Ok(Some(changes));
    }
    write(out, &generated.tree, &changes).map(|()| None)
}

impl Report {
    fn add(&mut self, diagnostics: &[Diagnostic]) {
        self.failed |= diagnostic::any_error(diagnostics);
        self.instructions.extend(diagnostics.iter().map(instruction));
        self.text += &diagnostic::text(diagnostics, TextStyle::default());
    }

    fn add_differences(&mut self, out: &Path, generated: &Generated, changes: &Changes) {
        let differences = differences(out, &generated.tree, changes);
        self.failed = true;
        self.instructions.extend(differences.iter().map(|it| {
            format!("cargo::error={} is {} against the spec; run `cargo run -- generate`", it.path, it.change.as_str())
        }));
        self.text.extend(differences.into_iter().map(|it| it.diff));
    }
}

/// A finding in one line.
fn instruction(diagnostic: &Diagnostic) -> String {
    let kind = match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let place = diagnostic.labels.first().map_or(String::new(), |label| {
        let Location { line, column } = LineIndex::new(&label.source).location(label.span.start);
        format!("{}:{line}:{column}: ", label.source.path.display())
    });
    format!("cargo::{kind}={place}{} [{}]", diagnostic.message, diagnostic.code)
}
