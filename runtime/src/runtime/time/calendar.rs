//! The proleptic Gregorian calendar.

use std::fmt;

/// A day, by year, month and day of the month.
#[derive(Clone, Copy)]
pub(super) struct CalendarDay {
    pub(super) year: i64,
    pub(super) month: i64,
    pub(super) day: i64,
}

/// From 0000-03-01 to 1970-01-01: counted from March, the leap day comes last in its year.
const DAYS_TO_1970: i64 = 719_468;
const DAYS_IN_ERA: i64 = 146_097;
const YEARS_IN_ERA: i64 = 400;

impl CalendarDay {
    /// The day, if the month has it.
    pub(super) fn new(year: i64, month: i64, day: i64) -> Option<Self> {
        let exists = (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// The days since 1970-01-01.
    pub(super) fn number(self) -> i64 {
        let year = self.year - i64::from(self.month <= 2);
        let month_from_march = (self.month + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + self.day - 1;
        let year_of_era = year.rem_euclid(YEARS_IN_ERA);
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        year.div_euclid(YEARS_IN_ERA) * DAYS_IN_ERA + day_of_era - DAYS_TO_1970
    }

    /// The day with this [`number`](Self::number).
    pub(super) fn from_number(number: i64) -> Self {
        let days = number + DAYS_TO_1970;
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

    /// The same day so many months later, or the last one of a shorter month.
    pub(super) fn plus_months(self, months: i64) -> Option<Self> {
        let months = self
            .year
            .checked_mul(12)?
            .checked_add(self.month - 1)?
            .checked_add(months)?;
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
        let day = self.day.min(days_in_month(year, month));
        let later = Self { year, month, day };
        later.is_writable().then_some(later)
    }

    /// Whether ISO 8601 can write the year in the six digits agreed on here.
    pub(super) fn is_writable(self) -> bool {
        self.year.abs() <= 999_999
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
