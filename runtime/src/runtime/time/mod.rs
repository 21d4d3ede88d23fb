//! Time values, which store the decoded text and parse it on demand.
//!
//! Decoding accepts any text and encoding writes it back. Parsing is a separate step that can fail: `parse`,
//! [`DateTime::check`] and the conversions to the types of the standard library and of the time libraries.
//!
//! The public types are in `date_time`, `duration` and `interval`; `time_string!` in `compact_string` defines their common
//! methods. The parsers in `parsed_date_time` and `parsed_duration` turn text into integers, and `conversions`
//! builds the types of all libraries from these integers, so that the libraries agree.

mod calendar;
mod compact_string;
mod conversions;
mod cursor;
mod date_time;
mod duration;
mod interval;
mod parsed_date_time;
mod parsed_duration;
mod sort_key;

use ::std::{error::Error, fmt};

pub use self::{
    date_time::{Date, DateTime, LocalDateTime},
    duration::Duration,
    interval::Interval,
    sort_key::SortKey,
};

/// The error of a text that cannot be parsed as a time value, or of a value that the target type cannot represent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeError {
    text: Box<str>,
    expected: &'static str,
}

impl TimeError {
    fn new(text: &str, expected: &'static str) -> Self {
        Self {
            text: text.into(),
            expected,
        }
    }

    /// Returns the text of the time value.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns a description of the expected text or range, such as `a date such as 2023-01-19`.
    #[must_use]
    pub fn expected(&self) -> &'static str {
        self.expected
    }
}

impl fmt::Display for TimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not {}", self.text, self.expected)
    }
}

impl Error for TimeError {}
