//! What can go wrong.

use callback_models::ErrorInfo;
use serde_json::Value;

use crate::{ConversationId, ParticipantId};

/// Why a call, or an item of a listing or of a stream of events, has no value.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The server could not be reached or did not speak HTTP, or it took too long.
    #[error("the request failed")]
    Transport(#[from] ureq::Error),
    /// The server answered with a status other than 2xx.
    #[error("the server answered with status {status}: {body}")]
    Status {
        /// The HTTP status.
        status: u16,
        /// What the server said about it.
        body: ErrorBody,
    },
    /// The server's answer is not the JSON it should be.
    #[error("the answer cannot be decoded")]
    Decode(#[source] serde_json::Error),
    /// What is to be sent cannot be written as JSON.
    #[error("the request cannot be encoded")]
    Encode(#[source] serde_json::Error),
    /// The conversation has no such participant.
    #[error("the callback `{conversation}` has no participant `{participant}`")]
    NoSuchParticipant {
        /// The conversation.
        conversation: ConversationId,
        /// Who does not take part in it.
        participant: ParticipantId,
    },
    /// A line of a stream of events is no event; those after it are not concerned.
    #[error("line {line} of the events cannot be decoded")]
    Event {
        /// The line's number, from 1.
        line: u64,
        /// What is wrong with it.
        source: serde_json::Error,
    },
    /// A stream of events broke off.
    #[error("the events cannot be read any further")]
    Read(#[source] std::io::Error),
}

/// What a server says about an error.
#[derive(Debug, Clone, PartialEq)]
pub enum ErrorBody {
    /// A JSON object: the documented form. What the model has no fields for is in its `extra`.
    Info(ErrorInfo),
    /// Another JSON value.
    Json(Value),
    /// No JSON: what a proxy on the way has to say, or nothing.
    Text(String),
}

impl ErrorBody {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let info = serde_json::from_slice(bytes).map(Self::Info);
        info.or_else(|_| serde_json::from_slice(bytes).map(Self::Json))
            .unwrap_or_else(|_| Self::Text(String::from_utf8_lossy(bytes).into_owned()))
    }
}

impl std::fmt::Display for ErrorBody {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Info(info) => {
                f.write_str(info.message.as_deref().unwrap_or("it does not say why"))
            }
            Self::Json(value) => write!(f, "{value}"),
            Self::Text(text) => f.write_str(text),
        }
    }
}
