//! Durations.

use ::std::{cmp::Ordering, fmt};

use super::{
    TimeError,
    compact_string::{CompactString, CompactStringVisitor, time_string},
    parsed_duration::ParsedDuration,
};

time_string! {
    /// A length of time, such as `P1DT2H30M` or `PT0.5S`, stored as the text that was received.
    ///
    /// The format is that of ISO 8601: years, months, weeks and days, then `T`, then hours, minutes and seconds. The last
    /// of hours, minutes and seconds can have a fraction. There can be a sign before the `P`, or before each number, as
    /// Java writes it.
    ///
    /// A day has 24 hours, as in UTC. Years and months vary in length: a duration with years or months converts only to a
    /// type that has them too. Equality compares the text; [`try_cmp`](Duration::try_cmp) compares the lengths.
    ///
    /// ```
    /// use genesys_runtime::Duration;
    ///
    /// let timeout = Duration::new("PT1M30S");
    /// assert_eq!(timeout.to_std()?, std::time::Duration::from_secs(90));
    /// assert!(timeout.try_cmp(&"PT90S".into())?.is_eq());
    /// assert_eq!(Duration::from(std::time::Duration::from_millis(500)), "PT0.5S");
    /// # Ok::<(), genesys_runtime::TimeError>(())
    /// ```
    Duration,
    ParsedDuration::parse => ParsedDuration,
    "a duration such as P1DT2H30M"
}

impl Duration {
    /// Compares two lengths of time.
    ///
    /// # Errors
    ///
    /// Fails if one of the texts is not a duration, or has years or months.
    pub fn try_cmp(&self, other: &Self) -> Result<Ordering, TimeError> {
        Ok(self.exact()?.cmp(&other.exact()?))
    }

    pub(super) fn exact(&self) -> Result<ExactDuration, TimeError> {
        let expected = "a duration of fixed length, in weeks or smaller units";
        self.parsed()?.exact().ok_or_else(|| self.error(expected))
    }
}

impl From<ExactDuration> for Duration {
    fn from(exact: ExactDuration) -> Self {
        Self::new(exact.to_string())
    }
}

/// A length of time that does not depend on the calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExactDuration {
    pub seconds: i128,
    /// Less than a second, and of the same sign.
    pub nanos: i64,
}

impl ExactDuration {
    pub fn new(seconds: impl Into<i128>, nanos: impl Into<i64>) -> Self {
        Self {
            seconds: seconds.into(),
            nanos: nanos.into(),
        }
    }

    /// Returns seconds and nanoseconds as the integers of a library.
    pub fn parts<S: TryFrom<i128>, N: TryFrom<i64>>(self) -> Option<(S, N)> {
        Some((self.seconds.try_into().ok()?, self.nanos.try_into().ok()?))
    }
}

impl fmt::Display for ExactDuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (seconds, nanos) = (self.seconds.unsigned_abs(), self.nanos.unsigned_abs());
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        let is_negative = self.seconds < 0 || self.nanos < 0;
        let sign = if is_negative { "-" } else { "" };
        write!(f, "{sign}PT")?;
        if hours > 0 {
            write!(f, "{hours}H")?;
        }
        if minutes > 0 {
            write!(f, "{minutes}M")?;
        }
        match (seconds % 60, nanos) {
            (0, 0) if seconds > 0 => Ok(()),
            (seconds, 0) => write!(f, "{seconds}S"),
            (seconds, nanos) => {
                let digits = format!("{nanos:09}");
                write!(f, "{seconds}.{}S", digits.trim_end_matches('0'))
            }
        }
    }
}
