use std::cmp::Ordering;

use super::TimeError;
use super::moment::Moment;
use super::stamp::Stamp;
use super::text::{Text, TextVisitor};
use super::text_type::text_type;

text_type! {
    /// A date and time without a zone, such as `2023-01-19T15:18:42.123`, kept as the text that was
    /// sent.
    ///
    /// The notation is that of [`DateTime`](super::DateTime). A text that names a zone is an
    /// instant, and reading it as a local time is an error: nothing is cut off without being asked.
    ///
    /// Equality is that of the text; [`try_cmp`](LocalDateTime::try_cmp) compares the times.
    LocalDateTime,
    Stamp::read_local => Moment,
    "a date and time without a zone such as 2023-01-19T15:18:42.123"
}

impl LocalDateTime {
    /// Which of the two is the earlier one on the same clock.
    ///
    /// # Errors
    ///
    /// Shows a text that is no date and time, or that names a zone.
    pub fn try_cmp(&self, other: &Self) -> Result<Ordering, TimeError> {
        Ok(self.read()?.cmp(&other.read()?))
    }
}

impl From<Moment> for LocalDateTime {
    fn from(clock: Moment) -> Self {
        let offset = None;
        Self::new(Stamp { clock, offset }.to_string())
    }
}
