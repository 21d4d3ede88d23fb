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
    if !matches!(status, 200..300) {
        let error = ::serde_json::from_slice(bytes).ok();
        let error = error.filter(|_| status >= 400);
        return Err(ResponseError::new(operation, status, bytes, error, None));
    }
    let expected = Expected::of(operation, status);
    if expected == Expected::Nothing || bytes.trim_ascii().is_empty() {
        return Ok(None);
    }
    let source = match ::serde_json::from_slice(bytes) {
        Ok(success) => return Ok(success),
        Err(source) => source,
    };
    match expected {
        Expected::Nothing | Expected::Perhaps => return Ok(None),
        Expected::Text => {
            if let Some(success) =
                quoted(bytes).and_then(|json| ::serde_json::from_slice(&json).ok())
            {
                return Ok(success);
            }
        }
        Expected::Json => {}
    }
    Err(ResponseError::new(
        operation,
        status,
        bytes,
        None,
        Some(source),
    ))
}

/// The body that the docs say a successful response has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    /// No successful response of the operation has a body.
    Nothing,
    /// Responses with this status have no type, but those with other statuses have one.
    Perhaps,
    /// Text, which some operations send as it is and not as a JSON string.
    Text,
    Json,
}

impl Expected {
    fn of(operation: &Operation, status: u16) -> Self {
        let mut successes = { operation.responses() }.filter(|response| response.is_success());
        let Some(first) = successes.find_map(|response| response.ty) else {
            return Self::Nothing;
        };
        let mut responses = operation.responses();
        let documented = responses.find(|response| response.status == Some(status));
        match documented.map_or(Some(first), |response| response.ty) {
            None => Self::Perhaps,
            Some("string") => Self::Text,
            Some(_) => Self::Json,
        }
    }
}

/// Returns text as a JSON string, or `None` if it is not UTF-8.
fn quoted(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = ::core::str::from_utf8(bytes).ok()?;
    ::serde_json::to_vec(text).ok()
}
