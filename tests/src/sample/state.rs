//! An open enum.

use crate::runtime::OpenEnum;

/// An open enum; more values than these are possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// `alerting`
    Alerting,
    /// `connected`
    Connected,
    /// Another text.
    Other(String),
}

impl OpenEnum for State {
    const VALUES: &'static [&'static str] = &["alerting", "connected"];

    fn from_text(text: &str) -> Self {
        match text {
            "alerting" => Self::Alerting,
            "connected" => Self::Connected,
            other => Self::Other(other.to_owned()),
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Alerting => "alerting",
            Self::Connected => "connected",
            Self::Other(other) => other,
        }
    }
}

crate::runtime::open_enum!(State);
