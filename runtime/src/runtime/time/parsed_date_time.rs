//! The parser and the writer of dates with times and offsets.

use ::std::fmt;

use super::{
    calendar::{CalendarDay, EpochTime, SECONDS_IN_DAY},
    cursor::Cursor,
};

/// A date and time with its offset.
#[derive(Clone, Copy, PartialEq)]
pub struct ParsedDateTime {
    /// The date and time at the offset.
    pub local: EpochTime,
    /// The seconds that `local` is ahead of UTC, or `None` if the text has neither `Z` nor an offset.
    pub offset: Option<i64>,
}

impl ParsedDateTime {
    pub fn parse(text: &str) -> Option<Self> {
        let mut cursor = Cursor::new(text);
        let midnight = CalendarDay::take(&mut cursor)?.days_since_epoch() * SECONDS_IN_DAY;
        let (mut local, mut offset) = (EpochTime::new(midnight, 0), None);
        if !cursor.is_done() {
            cursor.take(b"T ")?;
            let (seconds, nanos) = time_of_day(&mut cursor)?;
            local = EpochTime::new(midnight + seconds, nanos);
            if !cursor.is_done() {
                offset = Some(utc_offset(&mut cursor)?);
            }
        }
        cursor.is_done().then_some(Self { local, offset })
    }

    /// Parses a date and time without `Z` or an offset.
    pub fn parse_local(text: &str) -> Option<EpochTime> {
        let parsed = Self::parse(text)?;
        parsed.offset.is_none().then_some(parsed.local)
    }

    /// Returns the date and time in UTC, which is the default time zone.
    pub fn instant(self) -> EpochTime {
        let seconds = self.local.seconds - self.offset.unwrap_or(0);
        EpochTime {
            seconds,
            ..self.local
        }
    }
}

impl fmt::Display for ParsedDateTime {
    /// Writes the platform's format, such as `2023-01-19T15:18:42.123Z`, with six or nine fractional digits only if three
    /// are not enough.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = self.local.second_of_day();
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        let day = self.local.day();
        write!(f, "{day}T{hour:02}:{minute:02}:{second:02}.")?;
        match self.local.nanos {
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

/// Takes a time, as seconds since midnight and nanoseconds.
fn time_of_day(cursor: &mut Cursor) -> Option<(i64, i64)> {
    let hour = cursor.digits(2)?;
    cursor.take(b":")?;
    let minute = cursor.digits(2)?;
    let (mut second, mut nanos) = (0, 0);
    if cursor.take(b":").is_some() {
        second = cursor.digits(2)?;
        nanos = cursor.fraction()?.unwrap_or(0);
    }
    let is_end_of_day = (hour, minute, second, nanos) == (24, 0, 0, 0);
    let is_valid = (hour < 24 || is_end_of_day) && minute < 60 && second <= 60;
    is_valid.then_some((hour * 3600 + minute * 60 + second, nanos))
}

/// Takes `Z` or an offset, as seconds ahead of UTC.
fn utc_offset(cursor: &mut Cursor) -> Option<i64> {
    if cursor.take(b"Z").is_some() {
        return Some(0);
    }
    let sign = cursor.sign()?;
    let hours = cursor.digits(2)?;
    let minutes = match (cursor.take(b":"), cursor.is_done()) {
        (None, true) => 0,
        _ => cursor.digits(2)?,
    };
    let is_valid = hours < 24 && minutes < 60;
    is_valid.then_some(sign * (hours * 3600 + minutes * 60))
}
