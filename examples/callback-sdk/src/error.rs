//! Errors of requests, listings and event streams.

use callback_models::ErrorInfo;
use serde_json::Value;

use crate::{ConversationId, ParticipantId};

/// The error of a request, of an item of a listing, or of an event.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The request or its response could not be transferred, for example because of a timeout.
    #[error("the request failed")]
    Transport(#[from] ureq::Error),
    /// The response has a status other than 2xx.
    #[error("the server responded with status {status}: {body}")]
    Status {
        /// The HTTP status.
        status: u16,
        /// The body of the response.
        body: ErrorBody,
    },
    /// The response is not the expected JSON.
    #[error("the response cannot be decoded")]
    Decode(#[source] serde_json::Error),
    /// The body of the request cannot be encoded as JSON.
    #[error("the request cannot be encoded")]
    Encode(#[source] serde_json::Error),
    /// The conversation has no such participant.
    #[error("the callback `{conversation}` has no participant `{participant}`")]
    NoSuchParticipant {
        /// The id of the conversation.
        conversation: ConversationId,
        /// The id of the missing participant.
        participant: ParticipantId,
    },
    /// A line of an event stream is not an event. The stream continues after it.
    #[error("line {line} of the event stream cannot be decoded")]
    Event {
        /// The line number, starting at 1.
        line: u64,
        /// The decoding error.
        source: serde_json::Error,
    },
    /// An event stream could not be read to its end.
    #[error("the event stream cannot be read")]
    Read(#[source] std::io::Error),
}

/// The body of an error response.
#[derive(Debug, Clone, PartialEq)]
pub enum ErrorBody {
    /// A JSON object, as documented.
    Info(ErrorInfo),
    /// Another JSON value.
    Json(Value),
    /// Text that is not JSON, for example from a proxy, or nothing.
    Text(String),
}

impl ErrorBody {
    pub(crate) fn from_bytes(bytes: &[u8]) -> Self {
        let info = serde_json::from_slice(bytes).map(Self::Info);
        info.or_else(|_| serde_json::from_slice(bytes).map(Self::Json))
            .unwrap_or_else(|_| Self::Text(String::from_utf8_lossy(bytes).into_owned()))
    }
}

impl std::fmt::Display for ErrorBody {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Info(info) => f.write_str(info.message.as_deref().unwrap_or("no message")),
            Self::Json(value) => write!(f, "{value}"),
            Self::Text(text) => f.write_str(text),
        }
    }
}
