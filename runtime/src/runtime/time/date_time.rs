//! Instants, local date-times and dates.

use ::std::cmp::Ordering;

use super::{
    TimeError,
    calendar::{CalendarDay, EpochTime},
    compact_string::{CompactString, CompactStringVisitor, time_string},
    parsed_date_time::ParsedDateTime,
};

time_string! {
    /// An instant, such as `2023-01-19T15:18:42.123Z`, stored as the text that was received.
    ///
    /// Decoding accepts any text and encoding writes it back. Parsing is a separate step that can fail: `parse`,
    /// [`check`](DateTime::check), [`try_cmp`](DateTime::try_cmp) and the conversions to the types of the standard library
    /// and, with the features of the same names, of `jiff`, `chrono` and `time`.
    ///
    /// The format is the extended format of ISO 8601. The parser accepts
    ///
    /// - `Z` or an offset: `-07:00`, `-0700` or `-07`. A text without either is in UTC, which the platform uses.
    /// - any number of fractional digits after `.` or `,`. Digits beyond nanoseconds are truncated.
    /// - a time without seconds, and a date without a time, which is midnight.
    /// - a space or a lower-case `t` instead of `T`, and a lower-case `z`.
    /// - `24:00:00`, the midnight at the end of the day, and a leap second `:60`, which is the first second of the next
    ///   minute, as in POSIX.
    /// - years outside 0000 to 9999, with a sign and six digits: `+010000-01-01`.
    ///
    /// Values converted from a library's type are written in UTC with three fractional digits, or with six or nine if
    /// three are not enough.
    ///
    /// Equality compares the text: two texts of the same instant are different values. There is no `<`, because a text may
    /// not be an instant; [`try_cmp`](DateTime::try_cmp) compares instants, and
    /// [`sort_key`](DateTime::sort_key) sorts them.
    ///
    /// ```
    /// use std::{cmp::Ordering, time::{Duration, UNIX_EPOCH}};
    /// use genesys_runtime::DateTime;
    ///
    /// let created = DateTime::new("1970-01-01T02:00:01+02:00");
    /// let modified: DateTime = "1970-01-01T00:00:02.5Z".parse()?;
    /// assert_eq!(created.to_std()?, UNIX_EPOCH + Duration::from_secs(1));
    /// assert_eq!(created.try_cmp(&modified)?, Ordering::Less);
    /// assert_eq!(created.as_str(), "1970-01-01T02:00:01+02:00");
    ///
    /// assert!(DateTime::new("yesterday").to_std().is_err());
    /// # Ok::<(), genesys_runtime::TimeError>(())
    /// ```
    DateTime,
    ParsedDateTime::parse => ParsedDateTime,
    "a date and time such as 2023-01-19T15:18:42.123Z"
}

impl DateTime {
    /// Compares two instants, whatever their offsets.
    ///
    /// # Errors
    ///
    /// Fails if one of the texts is not a date and time.
    pub fn try_cmp(&self, other: &Self) -> Result<Ordering, TimeError> {
        Ok(self.instant()?.cmp(&other.instant()?))
    }

    pub(super) fn instant(&self) -> Result<EpochTime, TimeError> {
        self.parsed().map(ParsedDateTime::instant)
    }
}

impl From<EpochTime> for DateTime {
    fn from(local: EpochTime) -> Self {
        let offset = Some(0);
        Self::new(ParsedDateTime { local, offset }.to_string())
    }
}

time_string! {
    /// A date and time without a time zone, such as `2023-01-19T15:18:42.123`, stored as the text that was received.
    ///
    /// The format is that of [`DateTime`], without `Z` or an offset: a text that has one is an instant, and parsing it as
    /// a local date-time fails.
    ///
    /// Equality compares the text; [`try_cmp`](LocalDateTime::try_cmp) compares the date and time.
    LocalDateTime,
    ParsedDateTime::parse_local => EpochTime,
    "a date and time without a zone such as 2023-01-19T15:18:42.123"
}

impl LocalDateTime {
    /// Compares two dates and times of the same time zone.
    ///
    /// # Errors
    ///
    /// Fails if one of the texts is not a date and time, or has a time zone.
    pub fn try_cmp(&self, other: &Self) -> Result<Ordering, TimeError> {
        Ok(self.parsed()?.cmp(&other.parsed()?))
    }
}

impl From<EpochTime> for LocalDateTime {
    fn from(local: EpochTime) -> Self {
        let offset = None;
        Self::new(ParsedDateTime { local, offset }.to_string())
    }
}

time_string! {
    /// A date without a time, such as `2023-01-19`, stored as the text that was received.
    ///
    /// Equality compares the text; [`try_cmp`](Date::try_cmp) compares the days. Parsing a text with a time fails.
    Date,
    CalendarDay::parse => CalendarDay,
    "a date such as 2023-01-19"
}

impl Date {
    /// Compares two dates.
    ///
    /// # Errors
    ///
    /// Fails if one of the texts is not a date.
    pub fn try_cmp(&self, other: &Self) -> Result<Ordering, TimeError> {
        Ok(self.parsed()?.cmp(&other.parsed()?))
    }
}

impl From<CalendarDay> for Date {
    fn from(day: CalendarDay) -> Self {
        Self::new(day.to_string())
    }
}
