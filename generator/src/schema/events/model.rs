//! Topics as plain data. The fields are in the order of their JSON keys; see `wire`.

use std::ops::Not;

use serde::{Deserialize, Serialize};

use crate::schema::{Origin, Schema, TopicName, Type};

/// The notification topics and the definitions of their events.
#[derive(Debug, Clone, Default)]
pub struct Events {
    /// The definitions, in a schema without APIs.
    pub definitions: Schema,
    /// The topics, sorted by name.
    pub topics: Vec<Topic>,
}

/// A notification topic.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Topic {
    /// The name with parameters in braces, such as `v2.users.{id}.presence`.
    #[serde(skip)]
    pub name: TopicName,
    /// The description.
    #[serde(default)]
    pub description: Option<String>,
    /// Whether the subscriber must have the permissions in the division of the topic's object.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub division_permissions: bool,
    /// The permissions that a subscription requires.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub permissions: Vec<String>,
    /// Whether the topic is a preview, which may change without notice.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub preview: bool,
    /// The transports that deliver the topic, such as `Websocket`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub transports: Vec<String>,
    /// The type of the events.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Whether the platform does not require the permissions yet.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub unenforced: bool,
    /// The location of the name.
    #[serde(skip)]
    pub origin: Origin,
}
