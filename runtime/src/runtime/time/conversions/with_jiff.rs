//! Conversions to and from the types of the crate `jiff`.

use ::jiff::{SignedDuration, Span, Timestamp, Zoned, civil};

use super::super::{
    Date, DateTime, Duration, Interval, LocalDateTime, TimeError,
    calendar::{CalendarDay, EpochTime},
    duration::ExactDuration,
    parsed_duration::ParsedDuration,
};

const TIMESTAMP: &str = "within the range of jiff::Timestamp";
const CIVIL: &str = "within the range of jiff::civil";
const SPAN: &str = "within the range of jiff::Span";
const SIGNED_DURATION: &str = "within the range of jiff::SignedDuration";

const EPOCH: civil::DateTime = civil::DateTime::constant(1970, 1, 1, 0, 0, 0, 0);

impl DateTime {
    /// Converts to a [`jiff::Timestamp`].
    ///
    /// # Errors
    ///
    /// Fails if the text is not a date and time, or is out of range. The last timestamp is 9999-12-30T22:00:00Z, so that
    /// `9999-12-31T23:59:59Z` is out of range.
    pub fn to_jiff(&self) -> Result<Timestamp, TimeError> {
        timestamp(self.instant()?).ok_or_else(|| self.error(TIMESTAMP))
    }
}

fn timestamp(instant: EpochTime) -> Option<Timestamp> {
    Timestamp::new(instant.seconds, i32::try_from(instant.nanos).ok()?).ok()
}

impl From<Timestamp> for DateTime {
    fn from(value: Timestamp) -> Self {
        EpochTime::new(value.as_second(), value.subsec_nanosecond().into()).into()
    }
}

impl From<&Zoned> for DateTime {
    /// Keeps the instant and drops the time zone.
    fn from(value: &Zoned) -> Self {
        value.timestamp().into()
    }
}

impl LocalDateTime {
    /// Converts to a [`jiff::civil::DateTime`].
    ///
    /// # Errors
    ///
    /// Fails if the text is not a date and time without a time zone, or is out of range.
    pub fn to_jiff(&self) -> Result<civil::DateTime, TimeError> {
        civil(self.parsed()?).ok_or_else(|| self.error(CIVIL))
    }
}

fn civil(local: EpochTime) -> Option<civil::DateTime> {
    let since_epoch = SignedDuration::new(local.seconds, i32::try_from(local.nanos).ok()?);
    EPOCH.checked_add(since_epoch).ok()
}

impl From<civil::DateTime> for LocalDateTime {
    fn from(value: civil::DateTime) -> Self {
        let since_epoch = value.duration_since(EPOCH);
        EpochTime::new(since_epoch.as_secs(), since_epoch.subsec_nanos().into()).into()
    }
}

impl Date {
    /// Converts to a [`jiff::civil::Date`].
    ///
    /// # Errors
    ///
    /// Fails if the text is not a date, or is out of range.
    pub fn to_jiff(&self) -> Result<civil::Date, TimeError> {
        self.parsed()?
            .parts()
            .and_then(|(year, month, day)| civil::Date::new(year, month, day).ok())
            .ok_or_else(|| self.error(CIVIL))
    }
}

impl From<civil::Date> for Date {
    fn from(value: civil::Date) -> Self {
        CalendarDay {
            year: value.year().into(),
            month: value.month().into(),
            day: value.day().into(),
        }
        .into()
    }
}

impl Interval {
    /// Converts the start and the end to [`jiff::Timestamp`].
    ///
    /// # Errors
    ///
    /// Fails if the text is not an interval, or is out of range.
    pub fn to_jiff(&self) -> Result<(Timestamp, Timestamp), TimeError> {
        let (start, end) = self.instants()?;
        timestamp(start)
            .zip(timestamp(end))
            .ok_or_else(|| self.error(TIMESTAMP))
    }
}

impl Duration {
    /// Converts to a [`jiff::Span`] with the same units. There is also a `TryFrom` for
    /// [`jiff::SignedDuration`].
    ///
    /// # Errors
    ///
    /// Fails if the text is not a duration, or is out of range.
    pub fn to_jiff(&self) -> Result<Span, TimeError> {
        span(&self.parsed()?).ok_or_else(|| self.error(SPAN))
    }
}

fn span(duration: &ParsedDuration) -> Option<Span> {
    let date = Span::new()
        .try_years(duration.years)
        .and_then(|date| date.try_months(duration.months))
        .and_then(|date| date.try_weeks(duration.weeks))
        .and_then(|date| date.try_days(duration.days))
        .ok()?;
    date.try_hours(duration.hours)
        .and_then(|time| time.try_minutes(duration.minutes))
        .and_then(|time| time.try_seconds(duration.seconds))
        .and_then(|time| time.try_milliseconds(duration.nanos / 1_000_000))
        .and_then(|time| time.try_microseconds(duration.nanos / 1_000 % 1_000))
        .and_then(|time| time.try_nanoseconds(duration.nanos % 1_000))
        .ok()
}

impl From<Span> for Duration {
    fn from(value: Span) -> Self {
        // `Display` of `Span` writes ISO 8601.
        value.to_string().into()
    }
}

impl TryFrom<&Duration> for SignedDuration {
    type Error = TimeError;

    /// Fails if the duration has years or months, which vary in length.
    fn try_from(value: &Duration) -> Result<Self, TimeError> {
        value
            .exact()?
            .parts()
            .map(|(seconds, nanos)| Self::new(seconds, nanos))
            .ok_or_else(|| value.error(SIGNED_DURATION))
    }
}

impl From<SignedDuration> for Duration {
    fn from(value: SignedDuration) -> Self {
        ExactDuration::new(value.as_secs(), value.subsec_nanos()).into()
    }
}

impl_try_from! {
    to_jiff:
    DateTime => Timestamp,
    LocalDateTime => civil::DateTime,
    Date => civil::Date,
    Duration => Span,
}
