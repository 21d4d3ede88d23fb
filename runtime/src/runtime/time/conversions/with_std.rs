//! To and from the standard library's types.

use std::time::{Duration as StdDuration, SystemTime, UNIX_EPOCH};

use super::super::moment::Moment;
use super::super::span::Fixed;
use super::super::{DateTime, Duration, Interval, TimeError};

const SYSTEM_TIME: &str = "within the range of SystemTime";
const DURATION: &str = "a duration that std::time::Duration holds, which are never negative";

impl DateTime {
    /// The instant on the system's clock.
    ///
    /// # Errors
    ///
    /// Shows a text that is no date and time, or out of range.
    pub fn to_std(&self) -> Result<SystemTime, TimeError> {
        system_time(self.instant()?).ok_or_else(|| self.error(SYSTEM_TIME))
    }
}

fn system_time(instant: Moment) -> Option<SystemTime> {
    let seconds = StdDuration::from_secs(instant.seconds.unsigned_abs());
    let second = if instant.seconds < 0 {
        UNIX_EPOCH.checked_sub(seconds)?
    } else {
        UNIX_EPOCH.checked_add(seconds)?
    };
    second.checked_add(StdDuration::from_nanos(instant.nanos.into()))
}

impl TryFrom<&DateTime> for SystemTime {
    type Error = TimeError;

    fn try_from(value: &DateTime) -> Result<Self, TimeError> {
        value.to_std()
    }
}

impl From<SystemTime> for DateTime {
    fn from(value: SystemTime) -> Self {
        let (distance, sign) = match value.duration_since(UNIX_EPOCH) {
            Ok(after) => (after, 1),
            Err(before) => (before.duration(), -1),
        };
        // No system's clock counts further.
        let seconds = i64::try_from(distance.as_secs()).unwrap_or(i64::MAX);
        let nanos = i64::from(distance.subsec_nanos());
        Self::from_instant(Moment::new(sign * seconds, sign * nanos))
    }
}

impl Interval {
    /// The start and the end on the system's clock.
    ///
    /// # Errors
    ///
    /// Shows a text that is no interval, or out of range.
    pub fn to_std(&self) -> Result<(SystemTime, SystemTime), TimeError> {
        let (start, end) = self.instants()?;
        system_time(start)
            .zip(system_time(end))
            .ok_or_else(|| self.error(SYSTEM_TIME))
    }
}

impl Duration {
    /// The length of time.
    ///
    /// # Errors
    ///
    /// Shows a text that is no duration, is negative, or has years or months.
    pub fn to_std(&self) -> Result<StdDuration, TimeError> {
        std_duration(self.fixed()?).ok_or_else(|| self.error(DURATION))
    }
}

fn std_duration(fixed: Fixed) -> Option<StdDuration> {
    let seconds = u64::try_from(fixed.seconds).ok()?;
    let nanos = u32::try_from(fixed.nanos).ok()?;
    Some(StdDuration::new(seconds, nanos))
}

impl TryFrom<&Duration> for StdDuration {
    type Error = TimeError;

    fn try_from(value: &Duration) -> Result<Self, TimeError> {
        value.to_std()
    }
}

impl From<StdDuration> for Duration {
    fn from(value: StdDuration) -> Self {
        Self::from_fixed(Fixed {
            seconds: value.as_secs().into(),
            nanos: value.subsec_nanos().into(),
        })
    }
}
