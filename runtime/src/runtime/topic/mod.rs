//! Notification topics, and the notifications that the platform sends for them.
//!
//! A generated crate has a constant for each topic: a [`Topic`], which is a [`TopicInfo`] with the type of its events. The
//! generated enum of all events implements [`EventVariants`], so that a [`Notification`] decodes to the type of its topic.

mod event;
mod info;
mod notification;
mod topic_error;

use ::core::{fmt, marker::PhantomData, ops::Deref};

use ::serde::de::DeserializeOwned;
use ::serde_json::Value;

pub use self::{
    event::{EventVariants, clone_event, debug_event, equal_events},
    info::TopicInfo,
    notification::Notification,
    topic_error::{TopicError, TopicErrorKind},
};

/// A [`TopicInfo`] with the type of the topic's events.
///
/// ```
/// # use core::marker::PhantomData;
/// # use genesys_runtime::TopicInfo;
/// # use serde_json::Value;
/// # type ShipPosition = Value;
/// use genesys_runtime::Topic;
///
/// // A generated crate has a constant like this one for each topic.
/// const V2_SHIPS_ID_POSITION: Topic<ShipPosition> = Topic {
///     info: TopicInfo {
///         template: "v2.ships.{id}.position",
///         // ...
/// #         details: &["permission fleet:ship:view"],
///     },
///     event: PhantomData,
/// };
///
/// // The name to subscribe to.
/// let name = V2_SHIPS_ID_POSITION.name(&[("id", "s1")])?;
/// assert_eq!(name, "v2.ships.s1.position");
///
/// let json = r#"{"topicName": "v2.ships.s1.position", "version": "2", "eventBody": {"port": "Oslo"}}"#;
/// let position: Option<ShipPosition> = V2_SHIPS_ID_POSITION.decode(json)?;
/// assert_eq!(position.expect("an event of this topic")["port"], "Oslo");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Topic<Event> {
    /// The description of the topic. A `Topic` dereferences to it.
    pub info: TopicInfo,
    /// A marker for the type of the events.
    pub event: PhantomData<fn() -> Event>,
}

impl<Event> Topic<Event> {
    /// Decodes the event in a notification. Returns `None` if the notification belongs to another topic.
    ///
    /// To receive several topics, decode a [`Notification`] of the generated enum of all events instead.
    ///
    /// # Errors
    ///
    /// Fails if the JSON is not a notification, or if the event does not have the type of the topic's events.
    pub fn decode(&self, json: &str) -> Result<Option<Event>, ::serde_json::Error>
    where
        Event: DeserializeOwned,
    {
        let notification: Notification<Value> = ::serde_json::from_str(json)?;
        if !self.matches(&notification.topic_name) {
            return Ok(None);
        }
        ::serde_json::from_value(notification.event).map(Some)
    }
}

impl<Event> Deref for Topic<Event> {
    type Target = TopicInfo;

    fn deref(&self) -> &TopicInfo {
        &self.info
    }
}

// Not derived, because that would demand `Clone` of the type.
impl<Event> Clone for Topic<Event> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Event> Copy for Topic<Event> {}

impl<Event> fmt::Debug for Topic<Event> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.info.fmt(f)
    }
}
