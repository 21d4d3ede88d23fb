//! Dates, times of day and offsets as text: the one parser and the one writer of them.

use std::fmt;

use super::calendar::CalendarDay;
use super::cursor::Cursor;
use super::moment::{Moment, SECONDS_IN_DAY};
use super::span::Span;

/// What a clock shows, and how far in seconds it is ahead of UTC, if the text says so.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Stamp {
    pub(super) clock: Moment,
    pub(super) offset: Option<i64>,
}

impl Stamp {
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut cursor = Cursor::new(text);
        let day = day(&mut cursor)?.number() * SECONDS_IN_DAY;
        if cursor.is_done() {
            let clock = Moment::new(day, 0);
            return Some(Self {
                clock,
                offset: None,
            });
        }
        cursor.take(b"T ")?;
        let (seconds, nanos) = time_of_day(&mut cursor)?;
        let offset = offset(&mut cursor)?;
        let clock = Moment::new(day + seconds, nanos);
        cursor.is_done().then_some(Self { clock, offset })
    }

    pub(super) fn read_local(text: &str) -> Option<Moment> {
        let stamp = Self::read(text)?;
        stamp.offset.is_none().then_some(stamp.clock)
    }

    pub(super) fn read_day(text: &str) -> Option<CalendarDay> {
        let mut cursor = Cursor::new(text);
        let day = day(&mut cursor)?;
        cursor.is_done().then_some(day)
    }

    /// So much later, on the same clock.
    pub(super) fn plus(self, span: &Span) -> Option<Self> {
        let clock = self.clock.plus(span)?;
        Some(Self { clock, ..self })
    }

    /// The moment in UTC; a text without a zone is in UTC already.
    pub(super) fn instant(self) -> Moment {
        let seconds = self.clock.seconds - self.offset.unwrap_or(0);
        Moment {
            seconds,
            ..self.clock
        }
    }
}

impl fmt::Display for Stamp {
    /// Writes as the platform does, `2023-01-19T15:18:42.123Z`, with digits below
    /// milliseconds only where there are any.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = self.clock.second_of_day();
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        let day = self.clock.day();
        write!(f, "{day}T{hour:02}:{minute:02}:{second:02}.")?;
        match self.clock.nanos {
            nanos if nanos % 1_000_000 == 0 => write!(f, "{:03}", nanos / 1_000_000)?,
            nanos if nanos % 1_000 == 0 => write!(f, "{:06}", nanos / 1_000)?,
            nanos => write!(f, "{nanos:09}")?,
        }
        match self.offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                let minutes = offset.abs() / 60;
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

fn day(cursor: &mut Cursor) -> Option<CalendarDay> {
    let year = match cursor.sign() {
        Some(sign) => sign * cursor.digits(6)?,
        None => cursor.digits(4)?,
    };
    cursor.take(b"-")?;
    let month = cursor.digits(2)?;
    cursor.take(b"-")?;
    CalendarDay::new(year, month, cursor.digits(2)?)
}

/// The seconds since midnight, and the nanoseconds.
fn time_of_day(cursor: &mut Cursor) -> Option<(i64, i64)> {
    let hour = cursor.digits(2)?;
    cursor.take(b":")?;
    let minute = cursor.digits(2)?;
    let (mut second, mut nanos) = (0, 0);
    if cursor.take(b":").is_some() {
        second = cursor.digits(2)?;
        nanos = cursor.fraction()?.unwrap_or(0);
    }
    let ends_the_day = (hour, minute, second, nanos) == (24, 0, 0, 0);
    let is_time = (hour < 24 || ends_the_day) && minute < 60 && second <= 60;
    is_time.then_some((hour * 3600 + minute * 60 + second, nanos))
}

/// `Some(None)` is a text that ends before an offset.
#[allow(clippy::option_option)] // Absent and wrong are different things.
fn offset(cursor: &mut Cursor) -> Option<Option<i64>> {
    if cursor.is_done() {
        return Some(None);
    }
    if cursor.take(b"Z").is_some() {
        return Some(Some(0));
    }
    let sign = cursor.sign()?;
    let hours = cursor.digits(2)?;
    let minutes = match (cursor.take(b":"), cursor.is_done()) {
        (None, true) => 0,
        _ => cursor.digits(2)?,
    };
    let is_offset = hours < 24 && minutes < 60;
    is_offset.then_some(Some(sign * (hours * 3600 + minutes * 60)))
}
