//! Decoding of responses.

use ::serde::de::DeserializeOwned;

use super::{operation::Operation, response_error::ResponseError};

/// Decodes a response. See [`Endpoint::decode`](super::Endpoint::decode).
// Code that does not depend on the types is in functions that are not generic.
pub fn decode<Success: DeserializeOwned, Error: DeserializeOwned>(
    operation: &Operation,
    status: u16,
    bytes: &[u8],
) -> Result<Option<Success>, ResponseError<Error>> {
    let failed = |error, source| ResponseError::new(operation, status, bytes, error, source);
    if !matches!(status, 200..300) {
        let is_error = status >= 400;
        let error = is_error.then(|| ::serde_json::from_slice(bytes).ok());
        return Err(failed(error.flatten(), None));
    }
    let Some(expected) = ExpectedBody::of(operation, status) else {
        return Ok(None);
    };
    if bytes.trim_ascii().is_empty() {
        return Ok(None);
    }
    let text = match expected {
        ExpectedBody::Text => quoted(bytes),
        ExpectedBody::Untyped | ExpectedBody::Json => None,
    };
    ::serde_json::from_slice(text.as_deref().unwrap_or(bytes))
        .or_else(|source| match expected {
            ExpectedBody::Untyped => Ok(None),
            ExpectedBody::Text | ExpectedBody::Json => Err(source),
        })
        .map_err(|source| failed(None, Some(source)))
}

/// The documented body of a successful response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ExpectedBody {
    /// Responses with this status have no type, but those with other statuses have one.
    Untyped,
    /// Text, which some operations send as it is and not as a JSON string.
    Text,
    Json,
}

impl ExpectedBody {
    /// Returns the documented body, or `None` if successful responses of the operation have none.
    fn of(operation: &Operation, status: u16) -> Option<Self> {
        let mut successes = { operation.responses() }.filter(|response| response.is_success());
        let first = successes.find_map(|response| response.ty)?;
        let mut responses = operation.responses();
        let documented = responses.find(|response| response.status == Some(status));
        Some(
            match documented.map_or(Some(first), |response| response.ty) {
                None => Self::Untyped,
                Some("string") => Self::Text,
                Some(_) => Self::Json,
            },
        )
    }
}

/// Returns text as a JSON string, or `None` if it is one already, `null`, or not UTF-8.
fn quoted(bytes: &[u8]) -> Option<Vec<u8>> {
    if ::serde_json::from_slice::<Option<String>>(bytes).is_ok() {
        return None;
    }
    let text = ::core::str::from_utf8(bytes).ok()?;
    ::serde_json::to_vec(text).ok()
}
