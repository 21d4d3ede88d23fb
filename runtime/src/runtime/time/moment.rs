//! A point on a clock, as plain integers.

use super::calendar::CalendarDay;
use super::span::Span;

pub(super) const SECONDS_IN_DAY: i64 = 86_400;
pub(super) const NANOS_IN_SECOND: i64 = 1_000_000_000;

/// What a clock shows, counted from 1970-01-01T00:00:00 on the same clock. For an instant, the clock
/// is UTC's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment {
    pub(super) seconds: i64,
    /// Less than a second.
    pub(super) nanos: u32,
}

impl Moment {
    /// Carries whole seconds, up or down, out of any count of nanoseconds.
    pub(super) fn new(seconds: i64, nanos: i64) -> Self {
        Self {
            // Saturates hundreds of billions of years away.
            seconds: seconds.saturating_add(nanos.div_euclid(NANOS_IN_SECOND)),
            // The remainder always fits.
            nanos: u32::try_from(nanos.rem_euclid(NANOS_IN_SECOND)).unwrap_or_default(),
        }
    }

    pub(super) fn day(self) -> CalendarDay {
        CalendarDay::from_number(self.seconds.div_euclid(SECONDS_IN_DAY))
    }

    pub(super) fn second_of_day(self) -> i64 {
        self.seconds.rem_euclid(SECONDS_IN_DAY)
    }

    /// Adds months first, then days, then the time, as calendars do.
    pub(super) fn plus(self, span: &Span) -> Option<Self> {
        let day = self.day().plus_months(span.calendar_months()?)?;
        let fixed = span.below_months();
        let start = day.number() * SECONDS_IN_DAY + self.second_of_day();
        let seconds = start.checked_add(i64::try_from(fixed.seconds).ok()?)?;
        let later = Self::new(seconds, i64::from(self.nanos) + fixed.nanos);
        later.day().is_writable().then_some(later)
    }
}
