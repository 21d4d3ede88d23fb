//! To and from the types of the crate `chrono`.

use ::chrono::{Datelike, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};

use super::super::calendar::CalendarDay;
use super::super::moment::Moment;
use super::super::span::Fixed;
use super::super::{Date, DateTime, Duration, Interval, LocalDateTime, TimeError};

const DATE_TIME: &str = "within the range of chrono::DateTime";
const NAIVE: &str = "within the range of chrono::NaiveDate";
const TIME_DELTA: &str = "within the range of chrono::TimeDelta";

impl DateTime {
    /// The instant. `chrono::DateTime<FixedOffset>`, which keeps the offset, has a `TryFrom`.
    ///
    /// # Errors
    ///
    /// Shows a text that is no date and time, or out of range.
    pub fn to_chrono(&self) -> Result<::chrono::DateTime<Utc>, TimeError> {
        utc(self.instant()?).ok_or_else(|| self.error(DATE_TIME))
    }
}

fn utc(instant: Moment) -> Option<::chrono::DateTime<Utc>> {
    ::chrono::DateTime::from_timestamp(instant.seconds, instant.nanos)
}

impl TryFrom<&DateTime> for ::chrono::DateTime<FixedOffset> {
    type Error = TimeError;

    /// Keeps the text's offset; without one, it is zero.
    fn try_from(value: &DateTime) -> Result<Self, TimeError> {
        let stamp = value.read()?;
        let offset = i32::try_from(stamp.offset.unwrap_or(0)).ok();
        let offset = offset.and_then(FixedOffset::east_opt);
        utc(stamp.instant())
            .zip(offset)
            .map(|(utc, offset)| utc.with_timezone(&offset))
            .ok_or_else(|| value.error(DATE_TIME))
    }
}

impl<Z: TimeZone> From<::chrono::DateTime<Z>> for DateTime {
    /// Keeps the instant and drops the zone.
    fn from(value: ::chrono::DateTime<Z>) -> Self {
        Self::from_instant(moment(&value))
    }
}

/// A leap second becomes the next one.
fn moment(value: &::chrono::DateTime<impl TimeZone>) -> Moment {
    Moment::new(value.timestamp(), value.timestamp_subsec_nanos().into())
}

impl LocalDateTime {
    /// The date and time.
    ///
    /// # Errors
    ///
    /// Shows a text that is no date and time without a zone, or out of range.
    pub fn to_chrono(&self) -> Result<NaiveDateTime, TimeError> {
        utc(self.read()?)
            .map(|utc| utc.naive_utc())
            .ok_or_else(|| self.error(NAIVE))
    }
}

impl From<NaiveDateTime> for LocalDateTime {
    fn from(value: NaiveDateTime) -> Self {
        Self::from(moment(&value.and_utc()))
    }
}

impl Date {
    /// The date.
    ///
    /// # Errors
    ///
    /// Shows a text that is no date, or out of range.
    pub fn to_chrono(&self) -> Result<NaiveDate, TimeError> {
        naive_date(self.read()?).ok_or_else(|| self.error(NAIVE))
    }
}

fn naive_date(day: CalendarDay) -> Option<NaiveDate> {
    let year = i32::try_from(day.year).ok()?;
    let (month, day) = (u32::try_from(day.month).ok()?, u32::try_from(day.day).ok()?);
    NaiveDate::from_ymd_opt(year, month, day)
}

impl From<NaiveDate> for Date {
    fn from(value: NaiveDate) -> Self {
        Self::from(CalendarDay {
            year: value.year().into(),
            month: value.month().into(),
            day: value.day().into(),
        })
    }
}

impl Interval {
    /// The start and the end.
    ///
    /// # Errors
    ///
    /// Shows a text that is no interval, or out of range.
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
    /// The length of time.
    ///
    /// # Errors
    ///
    /// Shows a text that is no duration, has years or months, or is out of range.
    pub fn to_chrono(&self) -> Result<TimeDelta, TimeError> {
        time_delta(self.fixed()?).ok_or_else(|| self.error(TIME_DELTA))
    }
}

fn time_delta(fixed: Fixed) -> Option<TimeDelta> {
    let seconds = TimeDelta::try_seconds(i64::try_from(fixed.seconds).ok()?)?;
    seconds.checked_add(&TimeDelta::nanoseconds(fixed.nanos))
}

impl From<TimeDelta> for Duration {
    fn from(value: TimeDelta) -> Self {
        Self::from_fixed(Fixed {
            seconds: value.num_seconds().into(),
            nanos: value.subsec_nanos().into(),
        })
    }
}

/// `TryFrom` for what `to_chrono` gives.
macro_rules! try_from {
    ($($ours:ty => $theirs:ty;)*) => {$(
        impl TryFrom<&$ours> for $theirs {
            type Error = TimeError;

            fn try_from(value: &$ours) -> Result<Self, TimeError> {
                value.to_chrono()
            }
        }
    )*};
}

try_from! {
    DateTime => ::chrono::DateTime<Utc>;
    LocalDateTime => NaiveDateTime;
    Date => NaiveDate;
    Duration => TimeDelta;
}
