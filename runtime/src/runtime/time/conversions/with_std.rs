//! Conversions to and from the types of the standard library.

use ::std::time::{Duration as StdDuration, SystemTime, UNIX_EPOCH};

use super::super::{
    DateTime, Duration, Interval, TimeError, calendar::EpochTime, duration::ExactDuration,
};

const SYSTEM_TIME: &str = "within the range of SystemTime";
const DURATION: &str = "within the range of std::time::Duration, which excludes negative values";

impl DateTime {
    /// Converts to a [`SystemTime`].
    ///
    /// # Errors
    ///
    /// Fails if the text is not a date and time, or is out of range.
    pub fn to_std(&self) -> Result<SystemTime, TimeError> {
        system_time(self.instant()?).ok_or_else(|| self.error(SYSTEM_TIME))
    }
}

fn system_time(instant: EpochTime) -> Option<SystemTime> {
    let seconds = StdDuration::from_secs(instant.seconds.unsigned_abs());
    let second = if instant.seconds < 0 {
        UNIX_EPOCH.checked_sub(seconds)?
    } else {
        UNIX_EPOCH.checked_add(seconds)?
    };
    second.checked_add(StdDuration::from_nanos(instant.nanos.into()))
}

/// Keeps nanoseconds. To send milliseconds, as in the docs' examples, round the time first.
impl From<SystemTime> for DateTime {
    fn from(value: SystemTime) -> Self {
        let (distance, sign) = match value.duration_since(UNIX_EPOCH) {
            Ok(after) => (after, 1),
            Err(before) => (before.duration(), -1),
        };
        // No operating system supports later times.
        let seconds = i64::try_from(distance.as_secs()).unwrap_or(i64::MAX);
        let nanos = i64::from(distance.subsec_nanos());
        EpochTime::new(sign * seconds, sign * nanos).into()
    }
}

impl Interval {
    /// Converts the start and the end to [`SystemTime`].
    ///
    /// # Errors
    ///
    /// Fails if the text is not an interval, or is out of range.
    pub fn to_std(&self) -> Result<(SystemTime, SystemTime), TimeError> {
        let (start, end) = self.instants()?;
        system_time(start)
            .zip(system_time(end))
            .ok_or_else(|| self.error(SYSTEM_TIME))
    }
}

impl Duration {
    /// Converts to a [`std::time::Duration`].
    ///
    /// # Errors
    ///
    /// Fails if the text is not a duration, is negative, has years or months, or is out of range.
    pub fn to_std(&self) -> Result<StdDuration, TimeError> {
        let (seconds, nanos) = self.exact()?.parts().ok_or_else(|| self.error(DURATION))?;
        Ok(StdDuration::new(seconds, nanos))
    }
}

impl From<StdDuration> for Duration {
    fn from(value: StdDuration) -> Self {
        ExactDuration::new(value.as_secs(), value.subsec_nanos()).into()
    }
}

impl_try_from! {
    to_std:
    DateTime => SystemTime,
    Duration => StdDuration,
}
