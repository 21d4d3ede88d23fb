//! What a build script does: keep a crate's sources up to date with a spec, or check that they are.

use std::{env, error::Error, fmt, io, path::Path};

use crate::{
    diagnostic::{self, Code, Diagnostic, LabelLocator, Location, Severity, TextStyle},
    output::{FileChanges, PreparedUpdate, compare_files, file_diffs, prepare},
    pipeline::{self, Generated},
    printable::printable,
    schema::Selection,
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
        write!(
            f,
            "{MODE} is `{}`, but can be `write`, `check` or `off`",
            self.0
        )
    }
}

impl Error for UnknownMode {}

impl Mode {
    /// The mode that the environment asks for, by [`MODE`] and `CI`.
    ///
    /// # Errors
    ///
    /// Where what is asked for is no mode.
    pub fn from_env() -> Result<Self, UnknownMode> {
        let text = |name| {
            env::var_os(name)
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned()
        };
        Self::choose(&text(MODE), &text("CI"))
    }

    /// The mode that is asked for; without one to check where `CI` is set (and not to `false`), and else to write.
    ///
    /// # Errors
    ///
    /// Where what is asked for is no mode.
    ///
    /// ```
    /// use genesys_modelgen::build::Mode;
    ///
    /// assert_eq!(Mode::choose("", ""), Ok(Mode::Write));
    /// assert_eq!(Mode::choose("", "true"), Ok(Mode::Check));
    /// assert_eq!(Mode::choose("off", "true"), Ok(Mode::Off));
    /// ```
    pub fn choose(asked: &str, ci: &str) -> Result<Self, UnknownMode> {
        match (asked, ci) {
            ("write", _) | ("", "" | "false" | "0") => Ok(Self::Write),
            ("check" | "", _) => Ok(Self::Check),
            ("off", _) => Ok(Self::Off),
            _ => Err(UnknownMode(asked.to_owned())),
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

/// Brings the crate in `out` up to date with `spec`, or checks that it is, as the environment asks for.
///
/// A tree without a spec is a vendored one: unless it is asked for, there is nothing to do then, and nothing to say.
#[must_use]
pub fn run(spec: &Path, out: &Path) -> Report {
    let is_asked = env::var_os(MODE).is_some_and(|text| !text.is_empty());
    match Mode::from_env() {
        Ok(_) if !is_asked && is_absent(spec) => run_as(Mode::Off, spec, out),
        Ok(mode) => run_as(mode, spec, out),
        Err(error) => Report {
            instructions: vec![format!("cargo::error={error}")],
            failed: true,
            ..Report::default()
        },
    }
}

/// A link that leads nowhere is a spec that is broken.
fn is_absent(spec: &Path) -> bool {
    let found = spec.symlink_metadata();
    found.is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// Brings the crate in `out` up to date with `spec`, or checks that it is.
///
/// Where the crate may not be written to, what is out of date is a warning: the build goes on with what is there.
#[must_use]
pub fn run_as(mode: Mode, spec: &Path, out: &Path) -> Report {
    let mut report = Report::default();
    let mut watched = [MODE, "CI"]
        .map(|name| format!("cargo::rerun-if-env-changed={name}"))
        .to_vec();
    if mode != Mode::Off {
        let outcome = pipeline::generate(spec, &Selection::default());
        watched.extend(outcome.watch.iter().map(|path| watch(path)));
        report.add(&outcome.diagnostics);
        if let Some(generated) = outcome.value {
            match bring_up(out, &generated, mode) {
                Ok(Some(changes)) => report.add_differences(spec, out, &generated, &changes),
                Ok(None) => {}
                Err(errors) if is_read_only(&errors) => report.add_stale(spec, out, &errors),
                Err(errors) => report.add(&errors),
            }
        }
    }
    // Cargo runs a script that failed again in any case, and would show these lines among its errors.
    if !report.failed {
        report.instructions.extend(watched);
    }
    report
}

/// Cargo reads paths from the package's folder, which need not be the working directory.
fn watch(path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    format!("cargo::rerun-if-changed={}", path.display())
}

/// Writes what differs, or returns it.
fn bring_up(
    out: &Path,
    generated: &Generated,
    mode: Mode,
) -> Result<Option<FileChanges>, Vec<Diagnostic>> {
    if mode == Mode::Write {
        return { prepare(out, &generated.tree).and_then(PreparedUpdate::commit) }.map(|_| None);
    }
    let changes = compare_files(out, &generated.tree)?;
    Ok(Some(changes).filter(|changes| !changes.is_empty()))
}

/// Whether it is just that the crate may not be written to.
fn is_read_only(errors: &[Diagnostic]) -> bool {
    errors.iter().all(|it| it.code == Code::ReadOnlyOutput)
}

impl Report {
    fn add(&mut self, diagnostics: &[Diagnostic]) {
        self.failed |= diagnostic::any_error(diagnostics);
        let mut locator = LabelLocator::default();
        let instructions = diagnostics.iter().map(|it| instruction(it, &mut locator));
        self.instructions.extend(instructions);
        self.text += &diagnostic::text(diagnostics, TextStyle::default());
    }

    /// Nobody here can bring the crate up to date, and nobody needs to.
    fn add_stale(&mut self, spec: &Path, out: &Path, errors: &[Diagnostic]) {
        let (out, spec) = (out.display(), spec.display());
        let why = errors.first().map_or("", |error| error.message.as_str());
        self.instructions.push(format!(
            "cargo::warning=`{out}` is out of date with `{spec}`, and stays so until `cargo run -- generate`: {why}"
        ));
    }

    fn add_differences(
        &mut self,
        spec: &Path,
        out: &Path,
        generated: &Generated,
        changes: &FileChanges,
    ) {
        let differences = file_diffs(out, &generated.tree, changes);
        self.failed = true;
        let (out, spec) = (out.display(), spec.display());
        let files = match differences.len() {
            1 => "1 file".to_owned(),
            number => format!("{number} files"),
        };
        self.instructions.push(format!(
            "cargo::error=`{out}` differs from `{spec}` in {files}; to fix it, run `cargo run -- generate`"
        ));
        self.text.extend(differences.into_iter().map(|it| it.diff));
    }
}

/// A finding in one line: what would stand on a second one, cargo would obey.
fn instruction(diagnostic: &Diagnostic, locator: &mut LabelLocator) -> String {
    let kind = match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let place = diagnostic.labels.first().map_or(String::new(), |label| {
        let (Location { line, column }, _) = locator.locate(label);
        format!("{}:{line}:{column}: ", label.source.path.display())
    });
    let told = format!("{place}{} [{}]", diagnostic.message, diagnostic.code);
    format!("cargo::{kind}={}", printable(&told))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_wins_over_the_place() {
        for ci in ["", "true"] {
            assert_eq!(Mode::choose("write", ci), Ok(Mode::Write));
            assert_eq!(Mode::choose("check", ci), Ok(Mode::Check));
            assert_eq!(Mode::choose("off", ci), Ok(Mode::Off));
        }
    }

    #[test]
    fn continuous_integration_checks_and_others_write() {
        assert!(
            ["true", "1", "yes"]
                .iter()
                .all(|ci| Mode::choose("", ci) == Ok(Mode::Check))
        );
        assert!(
            ["", "false", "0"]
                .iter()
                .all(|ci| Mode::choose("", ci) == Ok(Mode::Write))
        );
    }

    #[test]
    fn a_finding_is_one_instruction() {
        let source = std::sync::Arc::new(crate::span::SourceFile {
            path: "a\ncargo::rustc-link-arg=b".into(),
            text: "x".to_owned(),
        });
        let finding = Diagnostic::new(diagnostic::Code::StrayText, "c\ncargo::rustc-env=D=e");
        let line = instruction(
            &finding.label(&source, 0..1, ""),
            &mut LabelLocator::default(),
        );
        assert_eq!(
            line,
            "cargo::warning=a\\u{a}cargo::rustc-link-arg=b:1:1: c\\u{a}cargo::rustc-env=D=e [M0158]"
        );
    }

    #[test]
    fn another_word_is_an_error_that_names_the_modes() {
        let error = Mode::choose("chekc", "").unwrap_err().to_string();
        assert_eq!(
            error,
            "GENESYS_MODELGEN is `chekc`, but can be `write`, `check` or `off`"
        );
    }
}
