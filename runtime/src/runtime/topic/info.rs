//! The descriptions of notification topics.

use super::topic_error::{TopicError, TopicErrorKind};

/// The description of a notification topic.
///
/// ```
/// # use genesys_runtime::TopicInfo;
/// # const TOPIC: TopicInfo = TopicInfo {
/// #     template: "v2.fleets.{id}.ships.{id}",
/// #     details: &["# A ship of a fleet has changed.", "permission fleet:ship:view", "transport Websocket"],
/// # };
/// // A generated crate has a constant like `TOPIC` for each topic. Values are in the order of the template.
/// let name = TOPIC.name(&[("id", "f1"), ("id", "s2")])?;
/// assert_eq!(name, "v2.fleets.f1.ships.s2");
/// assert_eq!(TOPIC.values(&name), Some(vec![("id", "f1"), ("id", "s2")]));
/// assert!(!TOPIC.matches("v2.fleets.f1"));
///
/// assert_eq!(TOPIC.description(), Some("A ship of a fleet has changed."));
/// assert!(TOPIC.permissions().eq(["fleet:ship:view"]));
/// assert!(TOPIC.transports().eq(["Websocket"]));
/// # Ok::<(), genesys_runtime::TopicError>(())
/// ```
// Text is compiled several times as fast as structs, and parsing a line is cheap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TopicInfo {
    /// The name, with parameters in braces: `v2.users.{id}.presence`.
    pub template: &'static str,
    /// The details as lines of text: `# ` and the description, `permission ` and a name, `transport ` and a name, and the
    /// flags `division`, `unenforced` and `preview`.
    #[doc(hidden)]
    pub details: &'static [&'static str],
}

impl TopicInfo {
    /// Returns the name of the topic with these values of its parameters.
    ///
    /// If a parameter is in the template more than once, as in `v2.fleets.{id}.ships.{id}`, give its values in the order of
    /// the template.
    ///
    /// # Errors
    ///
    /// Fails if a parameter has no value, if a value belongs to no parameter, or if a value is empty or contains a dot, a
    /// brace, a space or a control character.
    pub fn name(&self, values: &[(&str, &str)]) -> Result<String, TopicError> {
        let failed = |kind, parameter: &str| TopicError::new(*self, kind, parameter);
        let mut unused = values.to_vec();
        let mut name = String::with_capacity(self.template.len() + 32);
        for segment in self.template.split('.') {
            if !name.is_empty() {
                name.push('.');
            }
            let Some(parameter) = parameter(segment) else {
                name.push_str(segment);
                continue;
            };
            let at = unused.iter().position(|(given, _)| *given == parameter);
            let at = at.ok_or_else(|| failed(TopicErrorKind::Missing, parameter))?;
            let (_, value) = unused.remove(at);
            if !is_value(value) {
                return Err(failed(TopicErrorKind::InvalidValue, parameter));
            }
            name.push_str(value);
        }
        match unused.first() {
            None => Ok(name),
            Some((given, _)) if self.parameters().any(|parameter| parameter == *given) => {
                Err(failed(TopicErrorKind::Repeated, given))
            }
            Some((given, _)) => Err(failed(TopicErrorKind::Unknown, given)),
        }
    }

    /// Returns the names of the parameters, in the order of the template.
    pub fn parameters(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.template.split('.').filter_map(parameter)
    }

    /// Checks whether a name matches the template, ignoring the case of ASCII letters.
    ///
    /// A name can match several templates, such as `v2.system.{id}.{id}` and `v2.system.socket_closing.{id}`. A
    /// [`Notification`](super::Notification) belongs to the one in which the first differing part is not a parameter.
    #[must_use]
    pub fn matches(&self, name: &str) -> bool {
        let mut segments = name.split('.');
        let is_same = |template: &str| {
            segments.next().is_some_and(|segment| {
                if parameter(template).is_some() {
                    !segment.is_empty()
                } else {
                    segment.eq_ignore_ascii_case(template)
                }
            })
        };
        self.template.split('.').all(is_same) && segments.next().is_none()
    }

    /// Returns the parameters with their values in a name, in the order of the template, or `None` if the name does not match
    /// the template.
    #[must_use]
    pub fn values<'n>(&self, name: &'n str) -> Option<Vec<(&'static str, &'n str)>> {
        let pairs = self.template.split('.').zip(name.split('.'));
        let values = pairs.filter_map(|(template, value)| Some((parameter(template)?, value)));
        self.matches(name).then(|| values.collect())
    }

    /// Returns the description.
    #[must_use]
    pub fn description(&self) -> Option<&'static str> {
        self.lines("# ").next()
    }

    /// Returns the names of the permissions that a subscription requires.
    pub fn permissions(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.lines("permission ")
    }

    /// Checks whether the platform requires the permissions. The permissions of some topics are only announced.
    #[must_use]
    pub fn enforces_permissions(&self) -> bool {
        !self.details.contains(&"unenforced")
    }

    /// Checks whether the subscriber must have the permissions in the division of the topic's object.
    #[must_use]
    pub fn requires_division_permissions(&self) -> bool {
        self.details.contains(&"division")
    }

    /// Returns the names of the transports that deliver the topic, such as `Websocket` or `EventBridge`. `All` means every
    /// transport.
    pub fn transports(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.lines("transport ")
    }

    /// Checks whether the topic is a preview, which can change at any time.
    #[must_use]
    pub fn is_preview(&self) -> bool {
        self.details.contains(&"preview")
    }

    /// Returns the details that begin with `start`, without it.
    fn lines(&self, start: &'static str) -> impl Iterator<Item = &'static str> + use<> {
        let details = self.details.iter();
        details.filter_map(move |line| line.strip_prefix(start))
    }
}

/// Returns the name of the parameter in a part of a template, if it is one.
fn parameter(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

fn is_value(value: &str) -> bool {
    let is_invalid = |c: char| ".{}".contains(c) || c.is_whitespace() || c.is_control();
    !value.is_empty() && !value.contains(is_invalid)
}
