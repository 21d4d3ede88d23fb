//! The error of values that do not fit a topic's template.

use ::core::fmt;
use ::std::error::Error;

use super::{super::nearest::nearest, info::TopicInfo};

/// The error of [`TopicInfo::name`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicError {
    topic: TopicInfo,
    kind: TopicErrorKind,
    parameter: Box<str>,
}

/// The kind of a [`TopicError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TopicErrorKind {
    /// A parameter has no value.
    Missing,
    /// The topic has no parameter of this name.
    Unknown,
    /// The parameter has more values than places in the template.
    Repeated,
    /// The value is empty, or contains a dot, a brace, a space or a control character.
    InvalidValue,
}

impl TopicError {
    pub(super) fn new(topic: TopicInfo, kind: TopicErrorKind, parameter: &str) -> Self {
        Self {
            topic,
            kind,
            parameter: parameter.into(),
        }
    }

    /// Returns the kind of the error.
    #[must_use]
    pub fn kind(&self) -> TopicErrorKind {
        self.kind
    }

    /// Returns the name of the parameter.
    #[must_use]
    pub fn parameter(&self) -> &str {
        &self.parameter
    }
}

impl fmt::Display for TopicError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (topic, name) = (self.topic.template, &self.parameter);
        match self.kind {
            TopicErrorKind::Missing => write!(f, "{topic} requires a value for each `{name}`"),
            TopicErrorKind::Repeated => write!(f, "{topic} has more values than `{name}`s"),
            TopicErrorKind::InvalidValue => write!(
                f,
                "{topic}: the value of `{name}` cannot be empty or contain dots, braces, spaces or control characters"
            ),
            TopicErrorKind::Unknown => {
                write!(f, "{topic} has no parameter `{name}`")?;
                let known: Vec<_> = self.topic.parameters().collect();
                match nearest(name, known.iter().copied()) {
                    Some(similar) => write!(f, "; did you mean `{similar}`?"),
                    None => Ok(()),
                }
            }
        }
    }
}

impl Error for TopicError {}
