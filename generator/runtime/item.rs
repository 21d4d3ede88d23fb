//! The types that fields and lists are made of.

use ::serde_json::Value;

use super::{
    Date, DateTime, Duration, Interval, Kind, LocalDateTime, Model, Number,
    token::Token,
    value::{Slot, View},
};

/// A type of which a field or a list can hold values.
pub trait Item {
    /// A value to start writing from.
    fn blank() -> Self
    where
        Self: Sized;

    /// Opens the value for reading.
    fn view(&self) -> View<'_>;

    /// Opens the value for writing.
    fn slot(&mut self) -> Slot<'_>;
}

impl<T: Model + Default> Item for T {
    #[inline]
    fn blank() -> Self {
        Self::default()
    }

    #[inline]
    fn view(&self) -> View<'_> {
        View::Model(self)
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Model(self)
    }
}

impl Item for String {
    fn blank() -> Self {
        Self::new()
    }

    fn view(&self) -> View<'_> {
        View::Text(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Text(self)
    }
}

impl Item for Value {
    fn blank() -> Self {
        Self::Null
    }

    fn view(&self) -> View<'_> {
        View::Any(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Any(self)
    }
}

/// Types that are copied out to be read.
macro_rules! plain_item {
    ($($type:ty => $variant:ident,)*) => {$(
        impl Item for $type {
            fn blank() -> Self {
                Self::default()
            }

            fn view(&self) -> View<'_> {
                View::$variant(*self)
            }

            fn slot(&mut self) -> Slot<'_> {
                Slot::$variant(self)
            }
        }
    )*};
}

plain_item! {
    Number => Number,
    i64 => Integer,
    f64 => Float,
    bool => Boolean,
}

/// Types that are text to the outside.
macro_rules! token_item {
    ($($type:ident,)*) => {$(
        impl Item for $type {
            fn blank() -> Self {
                Self::from("")
            }

            fn view(&self) -> View<'_> {
                View::Text(self.as_str())
            }

            fn slot(&mut self) -> Slot<'_> {
                Slot::Token(self)
            }
        }

        impl Token for $type {
            fn text(&self) -> &str {
                self.as_str()
            }

            fn kind() -> Kind {
                Kind::$type
            }

            fn of(text: &str) -> Self {
                Self::from(text)
            }
        }
    )*};
}

token_item! {
    DateTime,
    LocalDateTime,
    Date,
    Interval,
    Duration,
}
