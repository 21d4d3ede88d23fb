//! Decoding of responses.

use ::serde::de::DeserializeOwned;

use super::{operation::Operation, response_error::ResponseError};

/// Decodes a response. See [`Endpoint::decode`](super::Endpoint::decode).
// Everything that does not depend on the types is in functions that do not either.
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
    let expected = Expected::of(operation, status);
    if expected == Expected::NoBody || bytes.trim_ascii().is_empty() {
        return Ok(None);
    }
    ::serde_json::from_slice(bytes)
        .or_else(|source| match expected {
            Expected::NoBody | Expected::Untyped => Ok(None),
            Expected::Text => ::serde_json::from_slice(&quoted(bytes)).map_err(|_| source),
            Expected::Json => Err(source),
        })
        .map_err(|source| failed(None, Some(source)))
}

/// The body that the docs say a successful response has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    /// No successful response of the operation has a body.
    NoBody,
    /// Responses with this status have no type, but those with other statuses have one.
    Untyped,
    /// Text, which some operations send as it is and not as a JSON string.
    Text,
    Json,
}

impl Expected {
    fn of(operation: &Operation, status: u16) -> Self {
        let mut successes = { operation.responses() }.filter(|response| response.is_success());
        let Some(first) = successes.find_map(|response| response.ty) else {
            return Self::NoBody;
        };
        let mut responses = operation.responses();
        let documented = responses.find(|response| response.status == Some(status));
        match documented.map_or(Some(first), |response| response.ty) {
            None => Self::Untyped,
            Some("string") => Self::Text,
            Some(_) => Self::Json,
        }
    }
}

/// Returns text as a JSON string, or nothing if it is not UTF-8.
fn quoted(bytes: &[u8]) -> Vec<u8> {
    let text = ::core::str::from_utf8(bytes).ok();
    let json = text.and_then(|text| ::serde_json::to_vec(text).ok());
    json.unwrap_or_default()
}
