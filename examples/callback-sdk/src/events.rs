//! Events, as they come out of a notification channel's WebSocket: a JSON object a line.

use std::io::{BufRead, Split};

use serde::Deserialize;
use serde_json::Value;

use crate::{Callback, Error};

/// How the topics end that tell about callbacks, whoever's they are.
const CALLBACKS: &str = ".conversations.callbacks";

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// A callback is new, or has changed.
    Callback(Callback),
    /// An event that this SDK has no models for: the channel's heartbeat, or a newer topic.
    Other {
        /// What it is about.
        topic: String,
        /// What it says.
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
        if topic.ends_with(CALLBACKS) {
            return serde_json::from_value(body).map(Self::Callback);
        }
        Ok(Self::Other { topic, body })
    }
}

/// The events of a stream. A line that is no event is an error, and the events go on after it.
#[derive(Debug)]
pub struct Events<R> {
    /// The lines, until one cannot be read.
    lines: Option<Split<R>>,
    line: u64,
}

/// Decodes events, a JSON object a line; blank lines are skipped.
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
        line: 0,
    }
}

impl<R: BufRead> Iterator for Events<R> {
    type Item = Result<Event, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let line = self.lines.as_mut()?.next()?;
            self.line += 1;
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
        let line = self.line;
        event.map_err(|source| Error::Event { line, source })
    }
}
