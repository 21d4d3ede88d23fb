//! The enum of all events, with a variant for each topic.
//!
//! The generated enum has three functions, each with a `match`. The generic functions in this module do everything else.

use ::core::fmt;

use ::serde::de::{DeserializeSeed, Deserializer};
use ::serde_json::Value;

use super::{
    super::{
        clone_eq::{copy_value, equal_values},
        debug::debug_value,
        decode::{Decoded, ValueSeed},
        original::Sent,
        value::{ValueMut, ValueRef},
    },
    info::TopicInfo,
};

/// An enum with a variant for the events of each topic, and one for any other JSON.
///
/// The generated enum `Event` implements this trait. So does `serde_json::Value`, for which all topics are unknown.
pub trait EventVariants: Sized {
    /// The topics. If several match a name, the most exact one comes first.
    #[doc(hidden)]
    const TOPICS: &'static [TopicInfo];

    /// Returns a blank event of the topic at an index. Any greater index returns the variant for other JSON.
    #[doc(hidden)]
    fn blank(topic: usize) -> Self;

    /// Returns the index of the event's topic, and the value of the event.
    #[doc(hidden)]
    fn value(&self) -> (usize, ValueRef<'_>);

    /// Returns the value of the event for changes.
    #[doc(hidden)]
    fn value_mut(&mut self) -> ValueMut<'_>;
}

impl EventVariants for Value {
    const TOPICS: &'static [TopicInfo] = &[];

    fn blank(_: usize) -> Self {
        Self::Null
    }

    fn value(&self) -> (usize, ValueRef<'_>) {
        (usize::MAX, ValueRef::Any(self))
    }

    fn value_mut(&mut self) -> ValueMut<'_> {
        ValueMut::Any(self)
    }
}

/// A seed that deserializes the event of a topic.
pub(super) struct EventSeed<Event> {
    event: Event,
}

impl<Event: EventVariants> EventSeed<Event> {
    /// Creates the seed for a topic's name.
    pub fn of_topic(name: &str) -> Self {
        let topic = position(Event::TOPICS, name);
        Self {
            event: Event::blank(topic.unwrap_or(usize::MAX)),
        }
    }
}

impl<'de, Event: EventVariants> DeserializeSeed<'de> for EventSeed<Event> {
    type Value = Event;

    fn deserialize<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<Event, D::Error> {
        let seed = ValueSeed(self.event.value_mut());
        if let Decoded::Mismatch(value) = seed.deserialize(deserializer)? {
            // The value does not have the type of the topic's events.
            self.event = Event::blank(usize::MAX);
            if let ValueMut::Any(field) = self.event.value_mut() {
                *field = *value;
            }
        }
        Ok(self.event)
    }
}

/// Returns the index of the first topic that matches a name.
fn position(topics: &[TopicInfo], name: &str) -> Option<usize> {
    topics.iter().position(|topic| topic.matches(name))
}

/// Clones an event.
pub fn clone_event<Event: EventVariants>(event: &Event) -> Event {
    let (topic, value) = event.value();
    let mut copy = Event::blank(topic);
    copy_value(value, copy.value_mut());
    copy
}

/// Formats the value of an event, without the name of its variant.
///
/// # Errors
///
/// Fails if the formatter fails.
pub fn debug_event(event: &impl EventVariants, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (_, value) = event.value();
    debug_value(value, f)
}

/// Checks whether two events have the same topic and equal values.
pub fn equal_events<Event: EventVariants>(left: &Event, right: &Event) -> bool {
    let ((left_topic, left), (right_topic, right)) = (left.value(), right.value());
    left_topic == right_topic && equal_values(Sent::exact(left), Sent::exact(right))
}
