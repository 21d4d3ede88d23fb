//! Conversions to and from the types of the crate `time`.

use ::time::{Month, OffsetDateTime, PrimitiveDateTime, UtcOffset};

use super::super::{
    Date, DateTime, Duration, Interval, LocalDateTime, TimeError,
    calendar::{CalendarDay, EpochTime, NANOS_IN_SECOND},
    duration::ExactDuration,
};

const OFFSET_DATE_TIME: &str = "within the range of time::OffsetDateTime";
const DATE: &str = "within the range of time::Date";
const DURATION: &str = "within the range of time::Duration";

impl DateTime {
    /// Converts to a [`time::OffsetDateTime`] with the offset of the text. Without an offset, the text is in UTC.
    ///
    /// # Errors
    ///
    /// Fails if the text is not a date and time, or is out of range.
    pub fn to_time(&self) -> Result<OffsetDateTime, TimeError> {
        let parsed = self.parsed()?;
        let offset = i32::try_from(parsed.offset.unwrap_or(0)).ok();
        let offset = offset.and_then(|offset| UtcOffset::from_whole_seconds(offset).ok());
        utc(parsed.instant())
            .zip(offset)
            .and_then(|(utc, offset)| utc.checked_to_offset(offset))
            .ok_or_else(|| self.error(OFFSET_DATE_TIME))
    }
}

fn utc(instant: EpochTime) -> Option<OffsetDateTime> {
    let nanos = i128::from(instant.seconds) * i128::from(NANOS_IN_SECOND);
    OffsetDateTime::from_unix_timestamp_nanos(nanos + i128::from(instant.nanos)).ok()
}

impl From<OffsetDateTime> for DateTime {
    /// Keeps the instant and drops the offset.
    fn from(value: OffsetDateTime) -> Self {
        epoch_time(value).into()
    }
}

fn epoch_time(value: OffsetDateTime) -> EpochTime {
    EpochTime::new(value.unix_timestamp(), value.nanosecond().into())
}

impl LocalDateTime {
    /// Converts to a [`time::PrimitiveDateTime`].
    ///
    /// # Errors
    ///
    /// Fails if the text is not a date and time without a time zone, or is out of range.
    pub fn to_time(&self) -> Result<PrimitiveDateTime, TimeError> {
        utc(self.parsed()?)
            .map(|utc| PrimitiveDateTime::new(utc.date(), utc.time()))
            .ok_or_else(|| self.error(DATE))
    }
}

impl From<PrimitiveDateTime> for LocalDateTime {
    fn from(value: PrimitiveDateTime) -> Self {
        epoch_time(value.assume_utc()).into()
    }
}

impl Date {
    /// Converts to a [`time::Date`].
    ///
    /// # Errors
    ///
    /// Fails if the text is not a date, or is out of range.
    pub fn to_time(&self) -> Result<::time::Date, TimeError> {
        date(self.parsed()?).ok_or_else(|| self.error(DATE))
    }
}

fn date(day: CalendarDay) -> Option<::time::Date> {
    let (year, month, day) = day.parts::<_, u8, _>()?;
    ::time::Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
}

impl From<::time::Date> for Date {
    fn from(value: ::time::Date) -> Self {
        CalendarDay {
            year: value.year().into(),
            month: u8::from(value.month()).into(),
            day: value.day().into(),
        }
        .into()
    }
}

impl Interval {
    /// Converts the start and the end to [`time::OffsetDateTime`] in UTC.
    ///
    /// # Errors
    ///
    /// Fails if the text is not an interval, or is out of range.
    pub fn to_time(&self) -> Result<(OffsetDateTime, OffsetDateTime), TimeError> {
        let (start, end) = self.instants()?;
        utc(start)
            .zip(utc(end))
            .ok_or_else(|| self.error(OFFSET_DATE_TIME))
    }
}

impl Duration {
    /// Converts to a [`time::Duration`].
    ///
    /// # Errors
    ///
    /// Fails if the text is not a duration, has years or months, or is out of range.
    pub fn to_time(&self) -> Result<::time::Duration, TimeError> {
        self.exact()?
            .parts()
            .map(|(seconds, nanos)| ::time::Duration::new(seconds, nanos))
            .ok_or_else(|| self.error(DURATION))
    }
}

impl From<::time::Duration> for Duration {
    fn from(value: ::time::Duration) -> Self {
        ExactDuration::new(value.whole_seconds(), value.subsec_nanoseconds()).into()
    }
}

impl_try_from! {
    to_time:
    DateTime => OffsetDateTime,
    LocalDateTime => PrimitiveDateTime,
    Date => ::time::Date,
    Duration => ::time::Duration,
}
