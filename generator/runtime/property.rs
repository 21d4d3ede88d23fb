//! A property, as a model describes it at run time.

/// A property as the docs describe it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Property {
    /// The name on the wire.
    pub name: &'static str,
    /// What the docs say its values are.
    pub kind: Kind,
    /// Whether the docs call it required, which is about requests: responses leave such properties out.
    pub required: bool,
    /// Whether its value is kept out of `Debug`'s output.
    pub secret: bool,
}

/// What the values of a property are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Text.
    Text,
    /// One of a list of texts, which is never complete.
    Enum,
    /// A [`DateTime`](super::DateTime).
    DateTime,
    /// A [`LocalDateTime`](super::LocalDateTime).
    LocalDateTime,
    /// A [`Date`](super::Date).
    Date,
    /// An [`Interval`](super::Interval).
    Interval,
    /// A [`Duration`](super::Duration).
    Duration,
    /// A [`Number`](super::Number).
    Number,
    /// An `i64`.
    Integer,
    /// An `f64`.
    Float,
    /// `true` or `false`.
    Boolean,
    /// Any JSON value.
    Any,
    /// Another model.
    Model,
    /// A list.
    List,
    /// An object whose names are data.
    Map,
}
