//! The error of requests with invalid parameters.

use ::core::fmt;
use ::std::error::Error;

use super::operation::{Operation, Parameter, Place};

/// The error of a path or a query that cannot be built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndpointError {
    operation: &'static str,
    parameters: &'static [Parameter],
    place: Place,
    parameter: String,
    kind: EndpointErrorKind,
}

/// The kind of an [`EndpointError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EndpointErrorKind {
    /// A required parameter is missing.
    Missing,
    /// The operation has no parameter of this name.
    Unknown,
    /// The parameter is given more than once, but it is not a list.
    Repeated,
    /// The value is not allowed in a path.
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

    /// Returns the name of the parameter.
    #[must_use]
    pub fn parameter(&self) -> &str {
        &self.parameter
    }

    /// Returns the kind of the error.
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
                write!(f, "`{method}` requires the {place} parameter `{name}`")
            }
            EndpointErrorKind::Repeated => write!(
                f,
                "the {place} parameter `{name}` of `{method}` is given more than once, but it is not a list"
            ),
            EndpointErrorKind::InvalidValue => write!(
                f,
                "the {place} parameter `{name}` of `{method}` cannot be empty, `.` or `..`"
            ),
            EndpointErrorKind::Unknown => {
                write!(f, "`{method}` has no {place} parameter `{name}`")?;
                let known: Vec<_> = self
                    .parameters
                    .iter()
                    .filter(|parameter| parameter.place == self.place)
                    .map(|parameter| parameter.name)
                    .collect();
                if known.is_empty() {
                    return Ok(());
                }
                write!(f, "; the {place} parameters are `{}`", known.join("`, `"))
            }
        }
    }
}

impl Error for EndpointError {}
