//! The error of responses that are not successful or cannot be decoded.

use ::core::fmt;

use ::serde_json::Value;

use super::{operation::Operation, status::reason};

/// The error of a response: its status is not 2xx, or its body is not what the docs say.
///
/// ```
/// # use genesys_runtime::{Endpoint, HttpMethod, Operation};
/// # use serde_json::Value;
/// # const GET_USER: Endpoint<(), Value> = Endpoint {
/// #     operation: Operation {
/// #         name: "getUser",
/// #         method: HttpMethod::Get,
/// #         template: "/api/v2/users/{userId}",
/// #         parameters: &["path ! string userId"],
/// #         responses: &["200 User", "404 ErrorBody"],
/// #     },
/// #     types: core::marker::PhantomData,
/// # };
/// let body = br#"{"message": "No user has this ID", "code": "not.found"}"#;
/// let error = GET_USER.decode(404, body).unwrap_err();
/// assert_eq!(error.to_string(), "getUser: 404 Not Found: No user has this ID");
/// assert_eq!(error.status(), 404);
/// assert_eq!(error.error().expect("a JSON body")["code"], "not.found");
///
/// // A proxy's answer.
/// let error = GET_USER.decode(502, b"<html></html>").unwrap_err();
/// assert!(error.error().is_none() && error.is_retryable());
/// assert_eq!(error.body(), b"<html></html>");
/// ```
// Boxed, so that a `Result` is small.
pub struct ResponseError<E = Value>(Box<Details<E>>);

struct Details<E> {
    summary: Summary,
    error: Option<E>,
}

/// The part of the error that does not depend on its type.
struct Summary {
    operation: &'static str,
    status: u16,
    body: Vec<u8>,
    message: Option<String>,
    source: Option<::serde_json::Error>,
}

/// The kind of a [`ResponseError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResponseErrorKind {
    /// The status is not 2xx.
    Status,
    /// The status is 2xx, but the body is not JSON of the documented type.
    Body,
}

impl<E> ResponseError<E> {
    pub(super) fn new(
        operation: &Operation,
        status: u16,
        body: &[u8],
        error: Option<E>,
        source: Option<::serde_json::Error>,
    ) -> Self {
        let summary = Summary {
            operation: operation.name,
            status,
            body: body.to_vec(),
            message: message(body),
            source,
        };
        Self(Box::new(Details { summary, error }))
    }

    /// Returns the kind of the error.
    #[must_use]
    pub fn kind(&self) -> ResponseErrorKind {
        match self.0.summary.source {
            Some(_) => ResponseErrorKind::Body,
            None => ResponseErrorKind::Status,
        }
    }

    /// Returns the status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.0.summary.status
    }

    /// Returns the documented error. `None` if the body is empty or not such an error, like the HTML of a proxy.
    #[must_use]
    pub fn error(&self) -> Option<&E> {
        self.0.error.as_ref()
    }

    /// Returns the documented error by value.
    #[must_use]
    pub fn into_error(self) -> Option<E> {
        self.0.error
    }

    /// Returns the `message` of the body, if it is a JSON object with such a string.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.0.summary.message.as_deref()
    }

    /// Returns the body as received.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.0.summary.body
    }

    /// Checks whether the same request may succeed later: the status is 429, 502, 503 or 504.
    ///
    /// The server may have executed the request nevertheless if the status is 502 or 504.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        matches!(self.status(), 429 | 502..=504)
    }
}

fn message(body: &[u8]) -> Option<String> {
    match ::serde_json::from_slice::<Value>(body)
        .ok()?
        .get_mut("message")?
        .take()
    {
        Value::String(message) => Some(message),
        _ => None,
    }
}

impl<E> fmt::Display for ResponseError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.summary.fmt(f)
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.operation, self.status)?;
        if let Some(reason) = reason(self.status) {
            write!(f, " {reason}")?;
        }
        match (&self.source, &self.message) {
            (Some(_), _) => f.write_str(", but the body cannot be decoded"),
            (None, Some(message)) => write!(f, ": {message}"),
            (None, None) => Ok(()),
        }
    }
}

/// Does not print the body, because it may contain secrets.
impl<E> fmt::Debug for ResponseError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let summary = &self.0.summary;
        f.debug_struct("ResponseError")
            .field("operation", &summary.operation)
            .field("status", &summary.status)
            .field("message", &summary.message)
            .field("body_length", &summary.body.len())
            .field("source", &summary.source)
            .finish()
    }
}

impl<E> ::std::error::Error for ResponseError<E> {
    fn source(&self) -> Option<&(dyn ::std::error::Error + 'static)> {
        let source = self.0.summary.source.as_ref();
        source.map(|source| source as &(dyn ::std::error::Error + 'static))
    }
}
