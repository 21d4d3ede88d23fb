//! To and from the types of the crate `jiff`.

use ::jiff::{SignedDuration, Timestamp, Zoned, civil};

use super::super::calendar::CalendarDay;
use super::super::moment::Moment;
use super::super::span::{Fixed, Span};
use super::super::{Date, DateTime, Duration, Interval, LocalDateTime, TimeError};

const TIMESTAMP: &str = "within the range of jiff::Timestamp";
const CIVIL: &str = "within the range of jiff::civil";
const SPAN: &str = "within the range of jiff::Span";
const SIGNED_DURATION: &str = "within the range of jiff::SignedDuration";

const EPOCH: civil::DateTime = civil::DateTime::constant(1970, 1, 1, 0, 0, 0, 0);

impl DateTime {
    /// The instant.
    ///
    /// # Errors
    ///
    /// Shows a text that is no date and time, or out of range: `jiff` ends at
    /// 9999-12-30T22:00:00Z, so that `9999-12-31T23:59:59Z` is an error.
    pub fn to_jiff(&self) -> Result<Timestamp, TimeError> {
        timestamp(self.instant()?).ok_or_else(|| self.error(TIMESTAMP))
    }
}

fn timestamp(instant: Moment) -> Option<Timestamp> {
    Timestamp::new(instant.seconds, i32::try_from(instant.nanos).ok()?).ok()
}

impl From<Timestamp> for DateTime {
    fn from(value: Timestamp) -> Self {
        let nanos = value.subsec_nanosecond().into();
        Self::from_instant(Moment::new(value.as_second(), nanos))
    }
}

impl From<&Zoned> for DateTime {
    /// Keeps the instant and drops the zone.
    fn from(value: &Zoned) -> Self {
        value.timestamp().into()
    }
}

impl LocalDateTime {
    /// The date and time.
    ///
    /// # Errors
    ///
    /// Shows a text that is no date and time without a zone, or out of range.
    pub fn to_jiff(&self) -> Result<civil::DateTime, TimeError> {
        civil(self.read()?).ok_or_else(|| self.error(CIVIL))
    }
}

fn civil(clock: Moment) -> Option<civil::DateTime> {
    let since = SignedDuration::new(clock.seconds, i32::try_from(clock.nanos).ok()?);
    EPOCH.checked_add(since).ok()
}

impl From<civil::DateTime> for LocalDateTime {
    fn from(value: civil::DateTime) -> Self {
        let since = value.duration_since(EPOCH);
        Self::from(Moment::new(since.as_secs(), since.subsec_nanos().into()))
    }
}

impl Date {
    /// The date.
    ///
    /// # Errors
    ///
    /// Shows a text that is no date, or out of range.
    pub fn to_jiff(&self) -> Result<civil::Date, TimeError> {
        date(self.read()?).ok_or_else(|| self.error(CIVIL))
    }
}

fn date(day: CalendarDay) -> Option<civil::Date> {
    let year = i16::try_from(day.year).ok()?;
    let (month, day) = (i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?);
    civil::Date::new(year, month, day).ok()
}

impl From<civil::Date> for Date {
    fn from(value: civil::Date) -> Self {
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
    pub fn to_jiff(&self) -> Result<(Timestamp, Timestamp), TimeError> {
        let (start, end) = self.instants()?;
        timestamp(start)
            .zip(timestamp(end))
            .ok_or_else(|| self.error(TIMESTAMP))
    }
}

impl Duration {
    /// The duration in the text's units. `jiff::SignedDuration` has a `TryFrom`.
    ///
    /// # Errors
    ///
    /// Shows a text that is no duration, or out of range.
    pub fn to_jiff(&self) -> Result<::jiff::Span, TimeError> {
        jiff_span(&self.read()?).ok_or_else(|| self.error(SPAN))
    }
}

fn jiff_span(span: &Span) -> Option<::jiff::Span> {
    let date = ::jiff::Span::new()
        .try_years(span.years)
        .and_then(|date| date.try_months(span.months))
        .and_then(|date| date.try_weeks(span.weeks))
        .and_then(|date| date.try_days(span.days))
        .ok()?;
    date.try_hours(span.hours)
        .and_then(|time| time.try_minutes(span.minutes))
        .and_then(|time| time.try_seconds(span.seconds))
        .and_then(|time| time.try_milliseconds(span.nanos / 1_000_000))
        .and_then(|time| time.try_microseconds(span.nanos / 1_000 % 1_000))
        .and_then(|time| time.try_nanoseconds(span.nanos % 1_000))
        .ok()
}

impl From<::jiff::Span> for Duration {
    fn from(value: ::jiff::Span) -> Self {
        // Its `Display` is ISO 8601.
        value.to_string().into()
    }
}

impl TryFrom<&Duration> for SignedDuration {
    type Error = TimeError;

    /// Fails for years and months, which have no fixed length.
    fn try_from(value: &Duration) -> Result<Self, TimeError> {
        let fixed = value.fixed()?;
        signed_duration(fixed).ok_or_else(|| value.error(SIGNED_DURATION))
    }
}

fn signed_duration(fixed: Fixed) -> Option<SignedDuration> {
    let seconds = i64::try_from(fixed.seconds).ok()?;
    Some(SignedDuration::new(
        seconds,
        i32::try_from(fixed.nanos).ok()?,
    ))
}

impl From<SignedDuration> for Duration {
    fn from(value: SignedDuration) -> Self {
        Self::from_fixed(Fixed {
            seconds: value.as_secs().into(),
            nanos: value.subsec_nanos().into(),
        })
    }
}

/// `TryFrom` for what `to_jiff` gives.
macro_rules! try_from {
    ($($ours:ty => $theirs:ty;)*) => {$(
        impl TryFrom<&$ours> for $theirs {
            type Error = TimeError;

            fn try_from(value: &$ours) -> Result<Self, TimeError> {
                value.to_jiff()
            }
        }
    )*};
}

try_from! {
    DateTime => Timestamp;
    LocalDateTime => civil::DateTime;
    Date => civil::Date;
    Duration => ::jiff::Span;
}
