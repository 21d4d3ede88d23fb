//! Keys that sort time values.

use super::{
    Date, DateTime, Duration, Interval, LocalDateTime,
    calendar::{EpochTime, NANOS_IN_SECOND},
    duration::ExactDuration,
    parsed_duration::ParsedDuration,
};

/// The mean length of a month in the Gregorian calendar.
const SECONDS_IN_MONTH: i128 = 2_629_746;

/// A key that sorts time values of one type: by time or by length, not by text.
///
/// A text that cannot be parsed sorts before all others. Different texts of the same time have equal keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey(Option<[i128; 2]>);

impl SortKey {
    fn of_time(time: Option<EpochTime>) -> Self {
        Self(time.map(|time| [nanos(time), 0]))
    }
}

impl DateTime {
    /// Returns a key that sorts instants, whatever their offsets.
    ///
    /// ```
    /// use genesys_runtime::DateTime;
    ///
    /// struct Call {
    ///     start_time: Option<DateTime>,
    /// }
    ///
    /// let starts = [Some("2023-01-19T15:00:00Z"), Some("2023-01-19T15:30:00+02:00"), Some("soon"), None];
    /// let mut list = starts.map(|start| Call { start_time: start.map(DateTime::new) });
    /// list.sort_by_key(|call| call.start_time.as_ref().map(DateTime::sort_key));
    ///
    /// let starts = list.each_ref().map(|call| call.start_time.as_ref().map(DateTime::as_str));
    /// assert_eq!(starts, [None, Some("soon"), Some("2023-01-19T15:30:00+02:00"), Some("2023-01-19T15:00:00Z")]);
    /// ```
    #[must_use]
    pub fn sort_key(&self) -> SortKey {
        SortKey::of_time(self.instant().ok())
    }
}

impl LocalDateTime {
    /// Returns a key that sorts dates and times of one time zone.
    #[must_use]
    pub fn sort_key(&self) -> SortKey {
        SortKey::of_time(self.parsed().ok())
    }
}

impl Date {
    /// Returns a key that sorts dates.
    #[must_use]
    pub fn sort_key(&self) -> SortKey {
        SortKey(
            self.parsed()
                .ok()
                .map(|day| [day.days_since_epoch().into(), 0]),
        )
    }
}

impl Interval {
    /// Returns a key that sorts intervals by their start, then by their end.
    #[must_use]
    pub fn sort_key(&self) -> SortKey {
        let instants = self.instants().ok();
        SortKey(instants.map(|(start, end)| [nanos(start), nanos(end)]))
    }
}

impl Duration {
    /// Returns a key that sorts durations by their length. A month counts as 30.436875 days, the mean in the calendar.
    #[must_use]
    pub fn sort_key(&self) -> SortKey {
        let length = |duration: ParsedDuration| {
            let months = i128::from(duration.calendar_months()?) * SECONDS_IN_MONTH;
            let ExactDuration { seconds, nanos } = duration.without_months();
            Some([
                (months + seconds) * i128::from(NANOS_IN_SECOND) + i128::from(nanos),
                0,
            ])
        };
        SortKey(self.parsed().ok().and_then(length))
    }
}

/// Returns the nanoseconds since 1970.
fn nanos(time: EpochTime) -> i128 {
    i128::from(time.seconds) * i128::from(NANOS_IN_SECOND) + i128::from(time.nanos)
}
