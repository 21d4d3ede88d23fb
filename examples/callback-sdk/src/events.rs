//! Events from the WebSocket of a notification channel, one JSON object per line.

use std::io::{BufRead, Split};

use serde::Deserialize;
use serde_json::Value;

use crate::{Callback, Error};

/// The end of all topics with events about callbacks.
const CALLBACK_TOPIC_SUFFIX: &str = ".conversations.callbacks";

/// An event.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// A callback was created or changed.
    Callback(Callback),
    /// An event of a topic that this SDK has no model for, such as the heartbeat of the channel.
    Other {
        /// The name of the topic.
        topic: String,
        /// The body of the event.
        body: Value,
    },
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Envelope {
    topic_name: String,
    #[serde(default)]
    event_body: Value,
}

impl TryFrom<Envelope> for Event {
    type Error = serde_json::Error;

    fn try_from(envelope: Envelope) -> Result<Self, Self::Error> {
        let Envelope {
            topic_name: topic,
            event_body: body,
        } = envelope;
        if topic.ends_with(CALLBACK_TOPIC_SUFFIX) {
            return serde_json::from_value(body).map(Self::Callback);
        }
        Ok(Self::Other { topic, body })
    }
}

/// An iterator over the events of a stream. A line that is not an event is an error, and the next line follows it.
#[derive(Debug)]
pub struct Events<R> {
    /// The remaining lines, or `None` after an I/O error.
    lines: Option<Split<R>>,
    line_number: u64,
}

/// Returns an iterator that decodes each line as an event and skips blank lines.
///
/// ```
/// use callback_sdk::{Event, events};
///
/// let stream = r#"{"topicName": "channel.metadata", "eventBody": {"message": "WebSocket Heartbeat"}}"#;
/// for event in events(stream.as_bytes()) {
///     assert!(matches!(event?, Event::Other { topic, .. } if topic == "channel.metadata"));
/// }
/// # Ok::<(), callback_sdk::Error>(())
/// ```
pub fn events<R: BufRead>(reader: R) -> Events<R> {
    Events {
        lines: Some(reader.split(b'\n')),
        line_number: 0,
    }
}

impl<R: BufRead> Iterator for Events<R> {
    type Item = Result<Event, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let line = self.lines.as_mut()?.next()?;
            self.line_number += 1;
            match line {
                Ok(text) if text.trim_ascii().is_empty() => {}
                Ok(text) => return Some(self.decode(&text)),
                Err(error) => {
                    self.lines = None;
                    return Some(Err(Error::Read(error)));
                }
            }
        }
    }
}

impl<R> Events<R> {
    fn decode(&self, text: &[u8]) -> Result<Event, Error> {
        let event = serde_json::from_slice::<Envelope>(text).and_then(Event::try_from);
        let line = self.line_number;
        event.map_err(|source| Error::Event { line, source })
    }
}
