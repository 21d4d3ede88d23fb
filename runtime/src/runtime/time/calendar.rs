//! Dates and times in integers.

use ::std::fmt;

use super::{cursor::Cursor, parsed_duration::ParsedDuration};

/// A day of the proleptic Gregorian calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CalendarDay {
    pub year: i64,
    pub month: i64,
    pub day: i64,
}

/// The days from 0000-03-01 to 1970-01-01. In years that begin in March, the leap day is the last day.
const DAYS_TO_1970: i64 = 719_468;
const DAYS_IN_ERA: i64 = 146_097;
const YEARS_IN_ERA: i64 = 400;

impl CalendarDay {
    pub fn parse(text: &str) -> Option<Self> {
        let mut cursor = Cursor::new(text);
        let day = Self::take(&mut cursor)?;
        cursor.is_done().then_some(day)
    }

    /// Takes a date from the cursor.
    pub fn take(cursor: &mut Cursor) -> Option<Self> {
        let year = match cursor.sign() {
            Some(sign) => sign * cursor.digits(6)?,
            None => cursor.digits(4)?,
        };
        cursor.take(b"-")?;
        let month = cursor.digits(2)?;
        cursor.take(b"-")?;
        Self::new(year, month, cursor.digits(2)?)
    }

    /// Returns the day, if it exists.
    fn new(year: i64, month: i64, day: i64) -> Option<Self> {
        let exists = (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Returns the number of days since 1970-01-01.
    pub fn days_since_epoch(self) -> i64 {
        let year = self.year - i64::from(self.month <= 2);
        let month_from_march = (self.month + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + self.day - 1;
        let year_of_era = year.rem_euclid(YEARS_IN_ERA);
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        year.div_euclid(YEARS_IN_ERA) * DAYS_IN_ERA + day_of_era - DAYS_TO_1970
    }

    fn from_days_since_epoch(days: i64) -> Self {
        let days = days + DAYS_TO_1970;
        let day_of_era = days.rem_euclid(DAYS_IN_ERA);
        let leap_days = day_of_era / 1_460 - day_of_era / 36_524 + day_of_era / 146_096;
        let year_of_era = (day_of_era - leap_days) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let month = (month_from_march + 2) % 12 + 1;
        let year = year_of_era + days.div_euclid(DAYS_IN_ERA) * YEARS_IN_ERA;
        Self {
            year: year + i64::from(month <= 2),
            month,
            day: day_of_year - (153 * month_from_march + 2) / 5 + 1,
        }
    }

    /// Adds months. If the month is too short for the day, the result is its last day.
    fn plus_months(self, months: i64) -> Option<Self> {
        let months = self
            .year
            .checked_mul(12)?
            .checked_add(self.month - 1)?
            .checked_add(months)?;
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
        let day = self.day.min(days_in_month(year, month));
        let later = Self { year, month, day };
        later.if_representable()
    }

    /// Returns the day, if its year can be written with six digits.
    fn if_representable(self) -> Option<Self> {
        (self.year.abs() <= 999_999).then_some(self)
    }

    /// Returns year, month and day as the integers of a time library.
    pub fn parts<Y: TryFrom<i64>, M: TryFrom<i64>, D: TryFrom<i64>>(self) -> Option<(Y, M, D)> {
        let (year, month) = (self.year.try_into().ok()?, self.month.try_into().ok()?);
        Some((year, month, self.day.try_into().ok()?))
    }
}

impl fmt::Display for CalendarDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            year @ 0..=9999 => write!(f, "{year:04}")?,
            year => write!(f, "{year:+07}")?,
        }
        write!(f, "-{:02}-{:02}", self.month, self.day)
    }
}

fn days_in_month(year: i64, month: i64) -> i64 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i64::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

pub const SECONDS_IN_DAY: i64 = 86_400;
pub const NANOS_IN_SECOND: i64 = 1_000_000_000;

/// A date and time, counted from 1970-01-01T00:00:00 of the same time zone, which is UTC for an instant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EpochTime {
    pub seconds: i64,
    /// Less than a second.
    pub nanos: u32,
}

impl EpochTime {
    /// Adds seconds and any number of nanoseconds, which may be negative.
    pub fn new(seconds: i64, nanos: i64) -> Self {
        Self {
            // Saturates at hundreds of billions of years.
            seconds: seconds.saturating_add(nanos.div_euclid(NANOS_IN_SECOND)),
            // The remainder always fits.
            nanos: u32::try_from(nanos.rem_euclid(NANOS_IN_SECOND)).unwrap_or_default(),
        }
    }

    pub fn day(self) -> CalendarDay {
        CalendarDay::from_days_since_epoch(self.seconds.div_euclid(SECONDS_IN_DAY))
    }

    pub fn second_of_day(self) -> i64 {
        self.seconds.rem_euclid(SECONDS_IN_DAY)
    }

    /// Adds a duration: its months first, then the rest.
    pub fn plus(self, duration: &ParsedDuration) -> Option<Self> {
        let day = self.day().plus_months(duration.calendar_months()?)?;
        let exact = duration.without_months();
        let start = day.days_since_epoch() * SECONDS_IN_DAY + self.second_of_day();
        let seconds = start.checked_add(i64::try_from(exact.seconds).ok()?)?;
        let later = Self::new(seconds, i64::from(self.nanos) + exact.nanos);
        later.day().if_representable().map(|_| later)
    }
}
