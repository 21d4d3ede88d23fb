//! The error of requests that cannot be built.

use ::core::fmt;
use ::std::error::Error;

use super::{super::nearest::nearest, http::Place, operation::Operation};

/// The error of a request that does not match the docs.
pub struct RequestError(Box<Problem>);

struct Problem {
    operation: Operation,
    place: Place,
    parameter: String,
    kind: RequestErrorKind,
    source: Option<::serde_json::Error>,
}

/// The kind of a [`RequestError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RequestErrorKind {
    /// A required parameter or the body is missing.
    Missing,
    /// The operation has no parameter of this name, or no body.
    Unknown,
    /// The parameter is given more than once, but it is not a list.
    Repeated,
    /// The value is not allowed in a path or in a header, or the body cannot be serialized.
    InvalidValue,
}

impl RequestError {
    pub(in super::super) fn new(
        operation: Operation,
        place: Place,
        parameter: &str,
        kind: RequestErrorKind,
    ) -> Self {
        Self(Box::new(Problem {
            operation,
            place,
            parameter: parameter.to_owned(),
            kind,
            source: None,
        }))
    }

    pub(super) fn with_source(mut self, source: ::serde_json::Error) -> Self {
        self.0.source = Some(source);
        self
    }

    /// Returns the kind of the error.
    #[must_use]
    pub fn kind(&self) -> RequestErrorKind {
        self.0.kind
    }

    /// Returns the name of the parameter. The body is called `body`.
    #[must_use]
    pub fn parameter(&self) -> &str {
        &self.0.parameter
    }

    /// Returns the part of the request that the parameter was meant for.
    #[must_use]
    pub fn place(&self) -> Place {
        self.0.place
    }
}

impl fmt::Debug for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestError")
            .field("operation", &self.0.operation.name)
            .field("kind", &self.0.kind)
            .field("place", &self.0.place)
            .field("parameter", &self.0.parameter)
            .field("source", &self.0.source)
            .finish()
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem {
            operation,
            place,
            parameter,
            kind,
            ..
        } = &*self.0;
        let method = operation.name;
        let noun = noun(*place);
        match (kind, place) {
            (RequestErrorKind::Missing, Place::Body) => write!(f, "{method} requires a body"),
            (RequestErrorKind::Missing, _) => {
                write!(f, "{method} requires the {noun} `{parameter}`")
            }
            (RequestErrorKind::Repeated, Place::Body) => {
                write!(f, "{method}: the body is given more than once")
            }
            (RequestErrorKind::Repeated, _) => write!(
                f,
                "{method}: the {noun} `{parameter}` is given more than once, but it is not a list"
            ),
            (RequestErrorKind::InvalidValue, Place::Path) => {
                write!(
                    f,
                    "{method}: the {noun} `{parameter}` cannot be empty, `.` or `..`"
                )
            }
            (RequestErrorKind::InvalidValue, Place::Body) => {
                write!(f, "{method}: the body cannot be serialized")
            }
            (RequestErrorKind::InvalidValue, Place::Query | Place::Header) => {
                write!(
                    f,
                    "{method}: the {noun} `{parameter}` contains a control character"
                )
            }
            (RequestErrorKind::Unknown, Place::Body) => write!(f, "{method} has no body"),
            (RequestErrorKind::Unknown, _) => {
                write!(f, "{method} has no {noun} `{parameter}`")?;
                self.0.suggest(f)
            }
        }
    }
}

impl Error for RequestError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let source = self.0.source.as_ref();
        source.map(|source| source as &(dyn Error + 'static))
    }
}

impl Problem {
    /// Writes what the caller may have meant by an unknown name.
    fn suggest(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known: Vec<_> = { self.operation.parameters_in(self.place) }
            .map(|parameter| parameter.name)
            .collect();
        let mut all = self.operation.parameters();
        let namesake = all.find(|other| other.name == self.parameter && other.place != Place::Body);
        if let Some(other) = namesake {
            write!(f, "; `{}` is a {}", other.name, noun(other.place))?;
        } else if let Some(name) = nearest(&self.parameter, known.iter().copied()) {
            write!(f, "; did you mean `{name}`?")?;
        }
        if !known.is_empty() {
            write!(f, " ({}s: `{}`)", noun(self.place), known.join("`, `"))?;
        }
        if self.place == Place::Header {
            f.write_str(
                "; add undocumented headers, such as `Authorization`, to the built request",
            )?;
        }
        Ok(())
    }
}

const fn noun(place: Place) -> &'static str {
    match place {
        Place::Path => "path parameter",
        Place::Query => "query parameter",
        Place::Header => "header",
        Place::Body => "body",
    }
}
