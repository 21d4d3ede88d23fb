//! A parsed file of topics and schemas as plain data.

use std::borrow::Cow;

use crate::{
    openapi::{NamedSchema, SchemaObject, Text},
    span::Source,
};

/// A parsed file of topics, of schemas, or of both.
#[derive(Debug, Clone)]
pub struct EventsFile<'a> {
    /// The file.
    pub source: &'a Source,
    /// The schemas that are not part of a topic, in the file's order.
    pub definitions: Vec<NamedSchema<'a>>,
    /// The topics, in the file's order.
    pub topics: Vec<TopicObject<'a>>,
}

/// A topic.
#[derive(Debug, Clone, Default)]
pub struct TopicObject<'a> {
    /// The name, with parameters in braces, such as `v2.users.{id}.presence`.
    pub name: Text<'a>,
    /// The description.
    pub description: Option<Cow<'a, str>>,
    /// The schema of the events.
    pub schema: TopicSchema<'a>,
    /// The permissions that a subscription requires.
    pub permissions: Vec<Text<'a>>,
    /// Whether the subscriber must have the permissions in the division of the topic's object.
    pub division_permissions: bool,
    /// Whether the platform does not require the permissions yet.
    pub unenforced: bool,
    /// Whether the topic is a preview.
    pub preview: bool,
    /// The transports that deliver the topic.
    pub transports: Vec<Text<'a>>,
}

/// The schema of a topic's events.
#[derive(Debug, Clone, Default)]
pub enum TopicSchema<'a> {
    /// The schema is a definition with this name.
    Named(Text<'a>),
    /// The schema is part of the topic.
    Inline(Box<SchemaObject<'a>>),
    /// The file does not describe the events of the topic.
    #[default]
    Unknown,
}
