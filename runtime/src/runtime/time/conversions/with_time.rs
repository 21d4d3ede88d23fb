//! To and from the types of the crate `time`.

use ::time::{Month, OffsetDateTime, PrimitiveDateTime, UtcOffset};

use super::super::calendar::CalendarDay;
use super::super::moment::{Moment, NANOS_IN_SECOND};
use super::super::span::Fixed;
use super::super::{Date, DateTime, Duration, Interval, LocalDateTime, TimeError};

const OFFSET_DATE_TIME: &str = "within the range of time::OffsetDateTime";
const DATE: &str = "within the range of time::Date";
const DURATION: &str = "within the range of time::Duration";

impl DateTime {
    /// The instant, with the text's offset; without one, it is UTC.
    ///
    /// # Errors
    ///
    /// Shows a text that is no date and time, or out of range.
    pub fn to_time(&self) -> Result<OffsetDateTime, TimeError> {
        let stamp = self.read()?;
        let offset = i32::try_from(stamp.offset.unwrap_or(0)).ok();
        let offset = offset.and_then(|offset| UtcOffset::from_whole_seconds(offset).ok());
        utc(stamp.instant())
            .zip(offset)
            .and_then(|(utc, offset)| utc.checked_to_offset(offset))
            .ok_or_else(|| self.error(OFFSET_DATE_TIME))
    }
}

fn utc(instant: Moment) -> Option<OffsetDateTime> {
    let nanos = i128::from(instant.seconds) * i128::from(NANOS_IN_SECOND);
    OffsetDateTime::from_unix_timestamp_nanos(nanos + i128::from(instant.nanos)).ok()
}

impl From<OffsetDateTime> for DateTime {
    /// Keeps the instant and drops the offset.
    fn from(value: OffsetDateTime) -> Self {
        Self::from_instant(moment(value))
    }
}

fn moment(value: OffsetDateTime) -> Moment {
    Moment::new(value.unix_timestamp(), value.nanosecond().into())
}

impl LocalDateTime {
    /// The date and time.
    ///
    /// # Errors
    ///
    /// Shows a text that is no date and time without a zone, or out of range.
    pub fn to_time(&self) -> Result<PrimitiveDateTime, TimeError> {
        utc(self.read()?)
            .map(|utc| PrimitiveDateTime::new(utc.date(), utc.time()))
            .ok_or_else(|| self.error(DATE))
    }
}

impl From<PrimitiveDateTime> for LocalDateTime {
    fn from(value: PrimitiveDateTime) -> Self {
        Self::from(moment(value.assume_utc()))
    }
}

impl Date {
    /// The date.
    ///
    /// # Errors
    ///
    /// Shows a text that is no date, or out of range.
    pub fn to_time(&self) -> Result<::time::Date, TimeError> {
        date(self.read()?).ok_or_else(|| self.error(DATE))
    }
}

fn date(day: CalendarDay) -> Option<::time::Date> {
    let year = i32::try_from(day.year).ok()?;
    let month = Month::try_from(u8::try_from(day.month).ok()?).ok()?;
    ::time::Date::from_calendar_date(year, month, u8::try_from(day.day).ok()?).ok()
}

impl From<::time::Date> for Date {
    fn from(value: ::time::Date) -> Self {
        Self::from(CalendarDay {
            year: value.year().into(),
            month: u8::from(value.month()).into(),
            day: value.day().into(),
        })
    }
}

impl Interval {
    /// The start and the end, in UTC.
    ///
    /// # Errors
    ///
    /// Shows a text that is no interval, or out of range.
    pub fn to_time(&self) -> Result<(OffsetDateTime, OffsetDateTime), TimeError> {
        let (start, end) = self.instants()?;
        utc(start)
            .zip(utc(end))
            .ok_or_else(|| self.error(OFFSET_DATE_TIME))
    }
}

impl Duration {
    /// The length of time.
    ///
    /// # Errors
    ///
    /// Shows a text that is no duration, has years or months, or is out of range.
    pub fn to_time(&self) -> Result<::time::Duration, TimeError> {
        duration(self.fixed()?).ok_or_else(|| self.error(DURATION))
    }
}

fn duration(fixed: Fixed) -> Option<::time::Duration> {
    let seconds = i64::try_from(fixed.seconds).ok()?;
    Some(::time::Duration::new(
        seconds,
        i32::try_from(fixed.nanos).ok()?,
    ))
}

impl From<::time::Duration> for Duration {
    fn from(value: ::time::Duration) -> Self {
        Self::from_fixed(Fixed {
            seconds: value.whole_seconds().into(),
            nanos: value.subsec_nanoseconds().into(),
        })
    }
}

/// `TryFrom` for what `to_time` gives.
macro_rules! try_from {
    ($($ours:ty => $theirs:ty;)*) => {$(
        impl TryFrom<&$ours> for $theirs {
            type Error = TimeError;

            fn try_from(value: &$ours) -> Result<Self, TimeError> {
                value.to_time()
            }
        }
    )*};
}

try_from! {
    DateTime => OffsetDateTime;
    LocalDateTime => PrimitiveDateTime;
    Date => ::time::Date;
    Duration => ::time::Duration;
}
