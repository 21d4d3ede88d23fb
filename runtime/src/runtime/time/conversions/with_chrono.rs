//! Conversions to and from the types of the crate `chrono`.

use ::chrono::{Datelike, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};

use super::super::{
    Date, DateTime, Duration, Interval, LocalDateTime, TimeError,
    calendar::{CalendarDay, EpochTime},
    duration::ExactDuration,
};

const DATE_TIME: &str = "within the range of chrono::DateTime";
const NAIVE: &str = "within the range of chrono::NaiveDate";
const TIME_DELTA: &str = "within the range of chrono::TimeDelta";

impl DateTime {
    /// Converts to a [`chrono::DateTime<Utc>`](::chrono::DateTime). There is also a `TryFrom` for
    /// `chrono::DateTime<FixedOffset>`, which keeps the offset.
    ///
    /// # Errors
    ///
    /// Fails if the text is not a date and time, or is out of range.
    pub fn to_chrono(&self) -> Result<::chrono::DateTime<Utc>, TimeError> {
        utc(self.instant()?).ok_or_else(|| self.error(DATE_TIME))
    }
}

fn utc(instant: EpochTime) -> Option<::chrono::DateTime<Utc>> {
    ::chrono::DateTime::from_timestamp(instant.seconds, instant.nanos)
}

impl TryFrom<&DateTime> for ::chrono::DateTime<FixedOffset> {
    type Error = TimeError;

    /// Keeps the offset of the text. Without an offset, the text is in UTC.
    fn try_from(value: &DateTime) -> Result<Self, TimeError> {
        let parsed = value.parsed()?;
        let offset = i32::try_from(parsed.offset.unwrap_or(0)).ok();
        let offset = offset.and_then(FixedOffset::east_opt);
        utc(parsed.instant())
            .zip(offset)
            .map(|(utc, offset)| utc.with_timezone(&offset))
            .ok_or_else(|| value.error(DATE_TIME))
    }
}

impl<Z: TimeZone> From<::chrono::DateTime<Z>> for DateTime {
    /// Keeps the instant and drops the time zone.
    fn from(value: ::chrono::DateTime<Z>) -> Self {
        epoch_time(&value).into()
    }
}

/// Converts to the time since the epoch. A leap second becomes the second after it.
fn epoch_time(value: &::chrono::DateTime<impl TimeZone>) -> EpochTime {
    EpochTime::new(value.timestamp(), value.timestamp_subsec_nanos().into())
}

impl LocalDateTime {
    /// Converts to a [`chrono::NaiveDateTime`].
    ///
    /// # Errors
    ///
    /// Fails if the text is not a date and time without a time zone, or is out of range.
    pub fn to_chrono(&self) -> Result<NaiveDateTime, TimeError> {
        utc(self.parsed()?)
            .map(|utc| utc.naive_utc())
            .ok_or_else(|| self.error(NAIVE))
    }
}

impl From<NaiveDateTime> for LocalDateTime {
    fn from(value: NaiveDateTime) -> Self {
        epoch_time(&value.and_utc()).into()
    }
}

impl Date {
    /// Converts to a [`chrono::NaiveDate`].
    ///
    /// # Errors
    ///
    /// Fails if the text is not a date, or is out of range.
    pub fn to_chrono(&self) -> Result<NaiveDate, TimeError> {
        self.parsed()?
            .parts()
            .and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day))
            .ok_or_else(|| self.error(NAIVE))
    }
}

impl From<NaiveDate> for Date {
    fn from(value: NaiveDate) -> Self {
        CalendarDay {
            year: value.year().into(),
            month: value.month().into(),
            day: value.day().into(),
        }
        .into()
    }
}

impl Interval {
    /// Converts the start and the end to [`chrono::DateTime<Utc>`](::chrono::DateTime).
    ///
    /// # Errors
    ///
    /// Fails if the text is not an interval, or is out of range.
    pub fn to_chrono(
        &self,
    ) -> Result<(::chrono::DateTime<Utc>, ::chrono::DateTime<Utc>), TimeError> {
        let (start, end) = self.instants()?;
        utc(start)
            .zip(utc(end))
            .ok_or_else(|| self.error(DATE_TIME))
    }
}

impl Duration {
    /// Converts to a [`chrono::TimeDelta`].
    ///
    /// # Errors
    ///
    /// Fails if the text is not a duration, has years or months, or is out of range.
    pub fn to_chrono(&self) -> Result<TimeDelta, TimeError> {
        time_delta(self.exact()?).ok_or_else(|| self.error(TIME_DELTA))
    }
}

fn time_delta(exact: ExactDuration) -> Option<TimeDelta> {
    let (seconds, nanos) = exact.parts()?;
    TimeDelta::try_seconds(seconds)?.checked_add(&TimeDelta::nanoseconds(nanos))
}

impl From<TimeDelta> for Duration {
    fn from(value: TimeDelta) -> Self {
        ExactDuration::new(value.num_seconds(), value.subsec_nanos()).into()
    }
}

impl_try_from! {
    to_chrono:
    DateTime => ::chrono::DateTime<Utc>,
    LocalDateTime => NaiveDateTime,
    Date => NaiveDate,
    Duration => TimeDelta,
}
