//! Why a path or a query cannot be made.

use core::fmt;
use std::{string::String, vec::Vec};

use super::operation::{Operation, Parameter, Place};

/// Why a path or a query cannot be made of some values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndpointError {
    operation: &'static str,
    parameters: &'static [Parameter],
    place: Place,
    parameter: String,
    kind: EndpointErrorKind,
}

/// What is wrong with a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EndpointErrorKind {
    /// It is required, and not there.
    Missing,
    /// The endpoint has none of this name in this place.
    Unknown,
    /// It is there twice, and no list.
    Repeated,
    /// Its value cannot stand in a path.
    InvalidValue,
}

impl EndpointError {
    pub(super) fn new(
        operation: &Operation,
        place: Place,
        parameter: &str,
        kind: EndpointErrorKind,
    ) -> Self {
        Self {
            operation: operation.name,
            parameters: operation.parameters,
            place,
            parameter: parameter.into(),
            kind,
        }
    }

    /// The parameter's name.
    #[must_use]
    pub fn parameter(&self) -> &str {
        &self.parameter
    }

    /// What is wrong with it.
    #[must_use]
    pub const fn kind(&self) -> EndpointErrorKind {
        self.kind
    }
}

impl fmt::Display for EndpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (method, place, name) = (self.operation, self.place.as_str(), &self.parameter);
        match self.kind {
            EndpointErrorKind::Missing => {
                write!(f, "`{method}` needs the {place} parameter `{name}`")
            }
            EndpointErrorKind::Repeated => write!(
                f,
                "the {place} parameter `{name}` of `{method}` is there twice"
            ),
            EndpointErrorKind::InvalidValue => write!(
                f,
                "the {place} parameter `{name}` of `{method}` cannot be empty, `.` or `..`"
            ),
            EndpointErrorKind::Unknown => {
                write!(f, "`{method}` has no {place} parameter `{name}`")?;
                let known: Vec<_> = { self.parameters.iter() }
                    .filter(|parameter| parameter.place == self.place)
                    .map(|parameter| parameter.name)
                    .collect();
                if known.is_empty() {
                    return Ok(());
                }
                write!(f, "; it has `{}`", known.join("`, `"))
            }
        }
    }
}

impl std::error::Error for EndpointError {}
