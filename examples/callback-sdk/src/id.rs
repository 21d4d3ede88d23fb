//! Ids, with a type for each kind of entity so that they cannot be confused.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use serde::Deserialize;

/// The characters to encode in a path segment. They include the dot, because `..` would select another path.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'~');

/// The id of a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
pub struct ConversationId(String);

/// The id of a participant of a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
pub struct ParticipantId(String);

impl ConversationId {
    /// Creates an id from its text in the API.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// Returns the id as a percent-encoded path segment.
    pub(crate) fn segment(&self) -> PercentEncode<'_> {
        utf8_percent_encode(&self.0, RESERVED)
    }
}

impl ParticipantId {
    /// Creates an id from its text in the API.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// Returns the text of the id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the id as a percent-encoded path segment.
    pub(crate) fn segment(&self) -> PercentEncode<'_> {
        utf8_percent_encode(&self.0, RESERVED)
    }
}

impl fmt::Display for ConversationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for ParticipantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
