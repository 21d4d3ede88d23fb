//! The logic of build scripts: updates a crate's generated sources from a spec, or checks that they are up to date.

use std::{env, io, path::Path};

use crate::{
    diagnostic::{self, Code, Diagnostic, LabelLocator, Location, TextStyle},
    output::{FileChanges, PreparedUpdate, compare_files, file_diffs, prepare},
    pipeline::{self, Generated},
    printable::printable,
    schema::Selection,
    source::Inputs,
};

/// The environment variable that chooses the [`Mode`].
const MODE_VARIABLE: &str = "GENESYS_MODELGEN";

/// The handling of sources that differ from the spec.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Update them.
    Write,
    /// Fail.
    Check,
    /// Ignore them; the spec is not read.
    Off,
}

impl Mode {
    /// Returns the mode for the values of [`MODE_VARIABLE`] and `CI`. The default is [`Check`](Self::Check) in continuous
    /// integration and [`Write`](Self::Write) everywhere else.
    fn from_values(requested: &str, ci: &str) -> Result<Self, String> {
        match (requested, ci) {
            ("write", _) | ("", "" | "false" | "0") => Ok(Self::Write),
            ("check" | "", _) => Ok(Self::Check),
            ("off", _) => Ok(Self::Off),
            _ => Err(format!(
                "{MODE_VARIABLE} is `{requested}`; expected `write`, `check` or `off`"
            )),
        }
    }
}

/// The output of a build script.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BuildOutcome {
    /// Instructions for cargo, one per line of standard output.
    pub instructions: Vec<String>,
    /// Rendered diagnostics and diffs for standard error.
    pub text: String,
    /// Whether the build must fail.
    pub failed: bool,
}

/// Updates or checks the crate in `out`, depending on the environment variables `GENESYS_MODELGEN` and `CI`.
///
/// Does nothing if the spec does not exist, as in a vendored copy of the crate, unless `GENESYS_MODELGEN` is set.
#[must_use]
pub fn run(inputs: impl Into<Inputs>, out: &Path) -> BuildOutcome {
    let inputs = inputs.into();
    let variable = |name| env::var_os(name).unwrap_or_default();
    let requested = variable(MODE_VARIABLE);
    let ci = variable("CI");
    match Mode::from_values(&requested.to_string_lossy(), &ci.to_string_lossy()) {
        Ok(_) if requested.is_empty() && is_absent(&inputs.spec) => run_as(Mode::Off, inputs, out),
        Ok(mode) => run_as(mode, inputs, out),
        Err(error) => BuildOutcome {
            instructions: vec![format!("cargo::error={error}")],
            failed: true,
            ..BuildOutcome::default()
        },
    }
}

/// Checks whether nothing exists at a path. A broken link exists, so that reading it is an error.
fn is_absent(path: &Path) -> bool {
    let metadata = path.symlink_metadata();
    metadata.is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// Updates or checks the crate in `out` in the given mode.
///
/// If the crate is read-only, stale sources are a warning and the build continues with them.
#[must_use]
pub fn run_as(mode: Mode, inputs: impl Into<Inputs>, out: &Path) -> BuildOutcome {
    let inputs = inputs.into();
    let spec = inputs.spec.as_path();
    let mut outcome = BuildOutcome::default();
    let mut watched: Vec<_> = [MODE_VARIABLE, "CI"]
        .iter()
        .map(|name| format!("cargo::rerun-if-env-changed={name}"))
        .collect();
    if mode != Mode::Off {
        let stage = pipeline::generate(&inputs, &Selection::default());
        watched.extend(stage.watch.iter().map(|path| rerun_if_changed(path)));
        outcome.emit_diagnostics(&diagnostic::summarize(&stage.diagnostics));
        if let Some(generated) = stage.value {
            match sync(out, &generated, mode) {
                Ok(changes) if changes.is_empty() => {}
                Ok(changes) => outcome.emit_differences(spec, out, &generated, &changes),
                Err(errors) if is_read_only(&errors) => outcome.emit_stale(spec, out, &errors),
                Err(errors) => outcome.emit_diagnostics(&errors),
            }
        }
    }
    // Cargo reruns a failed script in any case, and would print these lines with its errors.
    if !outcome.failed {
        outcome.instructions.extend(watched);
    }
    outcome
}

/// Returns the instruction that watches a path. Cargo would resolve a relative path from the package's folder.
fn rerun_if_changed(path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    format!("cargo::rerun-if-changed={}", path.display())
}

/// Updates the output in [`Mode::Write`], and returns the remaining differences.
fn sync(out: &Path, generated: &Generated, mode: Mode) -> Result<FileChanges, Vec<Diagnostic>> {
    if mode == Mode::Write {
        return prepare(out, &generated.tree)
            .and_then(PreparedUpdate::commit)
            .map(|_| FileChanges::default());
    }
    compare_files(out, &generated.tree)
}

fn is_read_only(errors: &[Diagnostic]) -> bool {
    errors.iter().all(|it| it.code == Code::ReadOnlyOutput)
}

impl BuildOutcome {
    fn emit_diagnostics(&mut self, diagnostics: &[Diagnostic]) {
        self.failed |= diagnostic::any_error(diagnostics);
        let mut locator = LabelLocator::default();
        let instructions = diagnostics
            .iter()
            .map(|it| to_instruction(it, &mut locator));
        self.instructions.extend(instructions);
        self.text += &diagnostic::text(diagnostics, TextStyle::default());
    }

    fn emit_stale(&mut self, spec: &Path, out: &Path, errors: &[Diagnostic]) {
        let (out, spec) = (out.display(), spec.display());
        let reason = errors.first().map_or("", |error| error.message.as_str());
        self.instructions.push(format!(
            "cargo::warning=`{out}` is out of date with `{spec}` and was not updated: {reason}"
        ));
    }

    fn emit_differences(
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

/// Formats a diagnostic as one instruction. Escapes line breaks, because cargo would execute the next line.
fn to_instruction(diagnostic: &Diagnostic, locator: &mut LabelLocator) -> String {
    let location = diagnostic.labels.first().map_or(String::new(), |label| {
        let (Location { line, column }, _) = locator.locate(label);
        format!("{}:{line}:{column}: ", label.source.path.display())
    });
    let message = format!("{location}{} [{}]", diagnostic.message, diagnostic.code);
    let severity = diagnostic.severity().as_str();
    format!("cargo::{severity}={}", printable(&message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_requested_mode_takes_precedence_over_ci() {
        for ci in ["", "true"] {
            assert_eq!(Mode::from_values("write", ci), Ok(Mode::Write));
            assert_eq!(Mode::from_values("check", ci), Ok(Mode::Check));
            assert_eq!(Mode::from_values("off", ci), Ok(Mode::Off));
        }
    }

    #[test]
    fn the_default_is_to_check_in_ci_and_to_write_elsewhere() {
        for ci in ["true", "1", "yes"] {
            assert_eq!(Mode::from_values("", ci), Ok(Mode::Check));
        }
        for ci in ["", "false", "0"] {
            assert_eq!(Mode::from_values("", ci), Ok(Mode::Write));
        }
    }

    #[test]
    fn an_unknown_mode_is_an_error_that_lists_the_modes() {
        let error = Mode::from_values("chekc", "").unwrap_err();
        assert_eq!(
            error,
            "GENESYS_MODELGEN is `chekc`; expected `write`, `check` or `off`"
        );
    }

    #[test]
    fn a_diagnostic_cannot_inject_a_second_instruction() {
        let source = std::sync::Arc::new(crate::span::SourceFile {
            path: "a\ncargo::rustc-link-arg=b".into(),
            text: "x".to_owned(),
        });
        let diagnostic = Diagnostic::new(Code::StrayText, "c\ncargo::rustc-env=D=e");
        let line = to_instruction(
            &diagnostic.label(&source, 0..1, ""),
            &mut LabelLocator::default(),
        );
        assert_eq!(
            line,
            "cargo::warning=a\\u{a}cargo::rustc-link-arg=b:1:1: c\\u{a}cargo::rustc-env=D=e [M0158]"
        );
    }
}
