use std::cmp::Ordering;

use super::TimeError;
use super::calendar::CalendarDay;
use super::stamp::Stamp;
use super::text::{Text, TextVisitor};
use super::text_type::text_type;

text_type! {
    /// A date without a time, such as `2023-01-19`, kept as the text that was sent.
    ///
    /// Equality is that of the text; [`try_cmp`](Date::try_cmp) compares the days. A text with a
    /// time is no date: nothing is cut off without being asked.
    Date,
    Stamp::read_day => CalendarDay,
    "a date such as 2023-01-19"
}

impl Date {
    /// Which of the two days is the earlier one.
    ///
    /// # Errors
    ///
    /// Shows a text that is no date.
    pub fn try_cmp(&self, other: &Self) -> Result<Ordering, TimeError> {
        Ok(self.read()?.number().cmp(&other.read()?.number()))
    }
}

impl From<CalendarDay> for Date {
    fn from(day: CalendarDay) -> Self {
        Self::new(day.to_string())
    }
}
