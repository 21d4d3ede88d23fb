//! Intervals.

use super::{
    DateTime, TimeError,
    calendar::EpochTime,
    compact_string::{CompactString, CompactStringVisitor, time_string},
    parsed_date_time::ParsedDateTime,
    parsed_duration::ParsedDuration,
};

time_string! {
    /// A pair of instants, such as `2023-01-19T00:00:00Z/2023-01-20T00:00:00Z`, stored as the text that was received.
    ///
    /// The format of the instants is that of [`DateTime`]. One of them can be a [`Duration`](super::Duration) instead:
    /// `2023-01-19T00:00:00Z/P1D`. An end without `Z` or an offset has the offset of the start. An interval may end before
    /// it starts. Equality compares the text.
    ///
    /// ```
    /// use genesys_runtime::Interval;
    ///
    /// let (start, end) = Interval::new("2023-01-19T08:00:00Z/P1D").bounds()?;
    /// assert_eq!(start, "2023-01-19T08:00:00Z");
    /// assert_eq!(end, "2023-01-20T08:00:00.000Z");
    /// # Ok::<(), genesys_runtime::TimeError>(())
    /// ```
    Interval,
    ParsedInterval::parse => ParsedInterval,
    "an interval such as 2023-01-19T00:00:00Z/2023-01-20T00:00:00Z"
}

impl Interval {
    /// Creates the interval from `start` to `end`, which can be values of the time libraries.
    #[must_use]
    pub fn between(start: impl Into<DateTime>, end: impl Into<DateTime>) -> Self {
        format!("{}/{}", start.into(), end.into()).into()
    }

    /// Returns the start and the end, with their text in the interval where possible.
    ///
    /// # Errors
    ///
    /// Fails if the text is not an interval.
    pub fn bounds(&self) -> Result<(DateTime, DateTime), TimeError> {
        let ParsedInterval { start, end } = self.parsed()?;
        let (first, second) = self.as_str().split_once('/').unwrap_or_default();
        Ok((date_time(start, first), date_time(end, second)))
    }

    /// Returns the start and the end in UTC.
    pub(super) fn instants(&self) -> Result<(EpochTime, EpochTime), TimeError> {
        let ParsedInterval { start, end } = self.parsed()?;
        Ok((start.instant(), end.instant()))
    }
}

/// The start and the end of an interval.
pub struct ParsedInterval {
    start: ParsedDateTime,
    end: ParsedDateTime,
}

impl ParsedInterval {
    fn parse(text: &str) -> Option<Self> {
        let (first, second) = text.split_once('/')?;
        match (ParsedDateTime::parse(first), ParsedDateTime::parse(second)) {
            (Some(start), Some(end)) => {
                let offset = end.offset.or(start.offset);
                let end = ParsedDateTime { offset, ..end };
                Some(Self { start, end })
            }
            (Some(start), None) => {
                let local = start.local.plus(&ParsedDuration::parse(second)?)?;
                let end = ParsedDateTime { local, ..start };
                Some(Self { start, end })
            }
            (None, Some(end)) => {
                let local = end.local.plus(&ParsedDuration::parse(first)?.times(-1))?;
                let start = ParsedDateTime { local, ..end };
                Some(Self { start, end })
            }
            (None, None) => None,
        }
    }
}

/// Returns `text` unchanged if it parses to `value`, and formats `value` otherwise.
fn date_time(value: ParsedDateTime, text: &str) -> DateTime {
    if ParsedDateTime::parse(text) == Some(value) {
        text.into()
    } else {
        value.to_string().into()
    }
}
