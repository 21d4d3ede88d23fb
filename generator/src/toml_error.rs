//! Errors in TOML files that users write, with their places.

use toml::{
    Spanned as TomlSpanned,
    de::{DeString, DeTable, DeValue},
};

use crate::{
    diagnostic::{Code, Diagnostic},
    schema::did_you_mean,
    span::{Source, Span},
};

/// A key with its span.
pub type TomlKey<'i> = TomlSpanned<DeString<'i>>;

/// A value with its span.
pub type TomlValue<'i> = TomlSpanned<DeValue<'i>>;

/// An error at a place in a TOML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TomlError {
    /// The bytes of the key or value.
    pub span: Span,
    /// The message of a diagnostic.
    pub message: String,
    /// The help of a diagnostic.
    pub help: String,
}

/// Parses a file, or returns all syntax errors.
pub fn parse(text: &str) -> Result<DeTable<'_>, Vec<TomlError>> {
    let (root, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Ok(root.into_inner());
    }
    let errors = errors.iter().map(|error| TomlError {
        span: error.span().unwrap_or_default(),
        message: format!("invalid TOML: {}", error.message()),
        help: "strings are quoted, lists are in `[` and `]`, and a key or table is defined once"
            .to_owned(),
    });
    Err(errors.collect())
}

impl TomlError {
    /// Creates the error about a key that is not one of the known ones.
    pub fn unknown_key(key: &TomlKey<'_>, known: &[&str]) -> Self {
        let name = key.get_ref();
        let all = || format!("the known keys are `{}`", known.join("`, `"));
        Self {
            span: key.span(),
            message: format!("unknown key `{name}`"),
            help: did_you_mean(name, known.iter().copied()).unwrap_or_else(all),
        }
    }

    /// Creates the diagnostic about the error in a file.
    pub fn diagnostic(self, code: Code, file: &Source) -> Diagnostic {
        Diagnostic::new(code, self.message)
            .label(file, self.span, "")
            .help(self.help)
    }
}
