//! The differences that the validator reports.

use super::{super::value::ValueRef, Violation, ViolationKind, value_path::ValuePath};

/// A difference from the docs, with the value and how to print it without secrets.
pub struct Finding<'f> {
    pub kind: ViolationKind,
    pub path: &'f ValuePath<'f>,
    /// The value, unless it is missing.
    pub value: Option<ValueRef<'f>>,
    /// Whether the value is within a secret.
    pub is_secret: bool,
    /// The names that overrides declare secret.
    pub secrets: &'static [&'static str],
}

impl From<Finding<'_>> for Violation {
    fn from(finding: Finding<'_>) -> Self {
        Self {
            pointer: finding.path.pointer(),
            kind: finding.kind,
        }
    }
}
