//! Notifications: events with the name of their topic.

use ::core::{fmt, marker::PhantomData};

use ::serde::{
    Deserialize, Serialize,
    de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor},
    ser::{SerializeMap, Serializer},
};
use ::serde_json::Value;

use super::{
    super::{Extra, Violation, validate::drift, value::ValueRef},
    event::{EventSeed, EventVariants, debug_event},
    info::TopicInfo,
};

const TOPIC_NAME: &str = "topicName";
const EVENT_BODY: &str = "eventBody";

/// An event with the name of its topic, as the platform sends it over a WebSocket or through Amazon's event bus.
///
/// `Event` is the generated enum of all events, or `serde_json::Value`. Decoding fails only if the JSON is not an object with a
/// string `topicName` and an `eventBody`. An event of an unknown topic, such as the heartbeat `channel.metadata`, is decoded
/// as any JSON value. Encoding keeps everything that was received.
///
/// ```
/// use genesys_runtime::Notification;
/// use serde_json::Value;
///
/// let json = r#"{"topicName": "channel.metadata", "eventBody": {"message": "WebSocket Heartbeat"}, "version": "2"}"#;
/// let notification: Notification<Value> = serde_json::from_str(json)?;
/// assert_eq!(notification.topic_name, "channel.metadata");
/// assert_eq!(notification.event["message"], "WebSocket Heartbeat");
/// assert_eq!(notification.extra.get("version"), Some(&"2".into()));
/// assert!(notification.topic().is_none());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct Notification<Event> {
    /// The name of the topic, such as `v2.users.1234.presence`.
    pub topic_name: String,
    /// The event.
    pub event: Event,
    /// The other properties of the notification, such as `version` and `metadata`.
    pub extra: Extra,
}

impl<Event: EventVariants> Notification<Event> {
    /// Returns the topic, or `None` if the topic is unknown or the event does not have the type of the topic's events.
    #[must_use]
    pub fn topic(&self) -> Option<&'static TopicInfo> {
        let (topic, _) = self.event.value();
        Event::TOPICS.get(topic)
    }

    /// Returns the parameters in the topic's name with their values, such as `("id", "1234")`; none for an unknown topic.
    ///
    /// Many events do not contain the ID of the object that they belong to: it is only in the name of the topic.
    #[must_use]
    pub fn topic_values(&self) -> Vec<(&'static str, &str)> {
        let topic = self.topic();
        let values = topic.and_then(|topic| topic.values(&self.topic_name));
        values.unwrap_or_default()
    }

    /// Returns every difference between the event and its documented type, as [`Model::drift`](super::super::Model::drift)
    /// does.
    #[must_use]
    pub fn drift(&self) -> Vec<Violation> {
        match self.event.value() {
            (_, ValueRef::Model(model)) => drift(model),
            _ => Vec::new(),
        }
    }
}

/// Redacts secrets, also in events of unknown topics.
impl<Event: EventVariants> fmt::Debug for Notification<Event> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notification")
            .field("topic_name", &self.topic_name)
            .field("event", &fmt::from_fn(|f| debug_event(&self.event, f)))
            .field("extra", &self.extra)
            .finish()
    }
}

impl<Event: EventVariants> Serialize for Notification<Event> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let (_, event) = self.event.value();
        map.serialize_entry(TOPIC_NAME, &self.topic_name)?;
        map.serialize_entry(EVENT_BODY, &event)?;
        for (name, value) in self.extra.iter() {
            if name != TOPIC_NAME && name != EVENT_BODY {
                map.serialize_entry(name, value)?;
            }
        }
        map.end()
    }
}

impl<'de, Event: EventVariants> Deserialize<'de> for Notification<Event> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(NotificationVisitor(PhantomData))
    }
}

struct NotificationVisitor<Event>(PhantomData<Event>);

impl<'de, Event: EventVariants> Visitor<'de> for NotificationVisitor<Event> {
    type Value = Notification<Event>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a notification with `topicName` and `eventBody`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Notification<Event>, A::Error> {
        let mut topic_name: Option<String> = None;
        let mut event = None;
        // The event, if it comes before the topic's name.
        let mut early: Option<Value> = None;
        let mut extra = Extra::new();
        while let Some(name) = map.next_key::<String>()? {
            match (name.as_str(), &topic_name) {
                (TOPIC_NAME, None) => topic_name = Some(map.next_value()?),
                (TOPIC_NAME, Some(_)) => return Err(A::Error::duplicate_field(TOPIC_NAME)),
                (EVENT_BODY, _) if event.is_some() || early.is_some() => {
                    return Err(A::Error::duplicate_field(EVENT_BODY));
                }
                (EVENT_BODY, Some(topic)) => {
                    event = Some(map.next_value_seed(EventSeed::of_topic(topic))?);
                }
                (EVENT_BODY, None) => early = Some(map.next_value()?),
                _ => drop(extra.insert(name, map.next_value::<Value>()?)),
            }
        }
        let topic_name = topic_name.ok_or_else(|| A::Error::missing_field(TOPIC_NAME))?;
        if let Some(value) = early {
            let seed = EventSeed::of_topic(&topic_name);
            event = Some(seed.deserialize(value).map_err(A::Error::custom)?);
        }
        Ok(Notification {
            topic_name,
            event: event.ok_or_else(|| A::Error::missing_field(EVENT_BODY))?,
            extra,
        })
    }
}
