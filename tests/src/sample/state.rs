//! An open enum, as the generator emits it.

use crate::runtime::{FieldValue, IntoField, Kind, OpenEnum, TypedString, ValueMut, ValueRef};

/// An open enum with two listed values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// `alerting`
    Alerting,
    /// `connected`
    Connected,
    /// An unlisted value.
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

impl TypedString for State {
    fn as_text(&self) -> &str {
        self.as_str()
    }

    fn kind() -> Kind {
        Kind::Enum
    }

    fn from_text(text: &str) -> Self {
        OpenEnum::from_text(text)
    }

    fn is_listed(&self) -> bool {
        OpenEnum::is_listed(self)
    }
}

impl FieldValue for State {
    fn blank() -> Self {
        OpenEnum::from_text("")
    }

    fn value_ref(&self) -> ValueRef<'_> {
        ValueRef::TypedString(self)
    }

    fn value_mut(&mut self) -> ValueMut<'_> {
        ValueMut::TypedString(self)
    }
}

impl IntoField<State> for &str {
    fn into_field(self) -> Option<State> {
        Some(OpenEnum::from_text(self))
    }
}

impl IntoField<State> for State {
    fn into_field(self) -> Option<Self> {
        Some(self)
    }
}
