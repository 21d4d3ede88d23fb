//! Lengths of time as text, `P1Y2M3DT4H5M6.7S`.

use std::fmt;

use super::cursor::Cursor;
use super::moment::{NANOS_IN_SECOND, SECONDS_IN_DAY};

/// The units of a duration as the text has them, none positive or none negative.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) years: i64,
    pub(super) months: i64,
    pub(super) weeks: i64,
    pub(super) days: i64,
    pub(super) hours: i64,
    pub(super) minutes: i64,
    pub(super) seconds: i64,
    /// Less than a second.
    pub(super) nanos: i64,
}

/// A length of time that is the same at any date.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fixed {
    pub(super) seconds: i128,
    /// Less than a second, and of the same sign.
    pub(super) nanos: i64,
}

/// A number before a unit's letter.
#[derive(Clone, Copy, Default)]
struct Amount {
    whole: i64,
    billionths: Option<i64>,
}

impl Span {
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut cursor = Cursor::new(text);
        let sign = cursor.sign().unwrap_or(1);
        cursor.take(b"P")?;
        let date = amounts(&mut cursor, b"YMWD")?;
        let has_time = cursor.take(b"T").is_some();
        let time = amounts(&mut cursor, b"HMS")?;
        let is_empty = |amounts: &[Option<Amount>]| amounts.iter().all(Option::is_none);
        if is_empty(&time) && (has_time || is_empty(&date)) {
            return None;
        }
        let span = Self::of_units(date, time)?;
        span.has_one_sign().then(|| span.times(sign))
    }

    /// Carries the fraction of an hour or of a minute into the smaller units.
    fn of_units(date: [Option<Amount>; 4], time: [Option<Amount>; 3]) -> Option<Self> {
        let [years, months, weeks, days] = date.map(Option::unwrap_or_default);
        let [hours, minutes, seconds] = time.map(Option::unwrap_or_default);
        let nanos = [(hours, 3600), (minutes, 60), (seconds, 1)]
            .map(|(amount, unit)| amount.billionths.unwrap_or(0) * unit)
            .iter()
            .sum::<i64>();
        let carried = nanos / NANOS_IN_SECOND;
        Some(Self {
            years: years.without_fraction()?,
            months: months.without_fraction()?,
            weeks: weeks.without_fraction()?,
            days: days.without_fraction()?,
            hours: hours.whole,
            // Nothing follows a fraction, so what it is carried into is zero.
            minutes: minutes.whole + carried / 60,
            seconds: seconds.whole + carried % 60,
            nanos: nanos % NANOS_IN_SECOND,
        })
    }

    fn has_one_sign(&self) -> bool {
        let date = [self.years, self.months, self.weeks, self.days];
        let time = [self.hours, self.minutes, self.seconds, self.nanos];
        let mut units = date.iter().chain(&time);
        units.clone().all(|unit| *unit >= 0) || units.all(|unit| *unit <= 0)
    }

    /// The same, or the same backwards, for a sign of 1 or -1.
    pub(super) fn times(&self, sign: i64) -> Self {
        Self {
            years: self.years * sign,
            months: self.months * sign,
            weeks: self.weeks * sign,
            days: self.days * sign,
            hours: self.hours * sign,
            minutes: self.minutes * sign,
            seconds: self.seconds * sign,
            nanos: self.nanos * sign,
        }
    }

    /// The years and the months, in months.
    pub(super) fn calendar_months(&self) -> Option<i64> {
        self.years.checked_mul(12)?.checked_add(self.months)
    }

    /// All but the years and the months, with days of 24 hours, as they are in UTC.
    pub(super) fn below_months(&self) -> Fixed {
        let days = i128::from(self.weeks) * 7 + i128::from(self.days);
        let minutes = i128::from(self.hours) * 60 + i128::from(self.minutes);
        let seconds = days * i128::from(SECONDS_IN_DAY) + minutes * 60 + i128::from(self.seconds);
        let nanos = self.nanos;
        Fixed { seconds, nanos }
    }

    /// The length, unless it has years or months, which differ in length.
    pub(super) fn fixed(&self) -> Option<Fixed> {
        ((self.years, self.months) == (0, 0)).then(|| self.below_months())
    }
}

impl fmt::Display for Fixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (seconds, nanos) = (self.seconds.unsigned_abs(), self.nanos.unsigned_abs());
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        let sign = if self.seconds < 0 || self.nanos < 0 {
            "-"
        } else {
            ""
        };
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

impl Amount {
    fn read(cursor: &mut Cursor) -> Option<Self> {
        let sign = cursor.sign().unwrap_or(1);
        let whole = sign * cursor.integer()?;
        let billionths = cursor.fraction()?.map(|billionths| sign * billionths);
        Some(Self { whole, billionths })
    }

    fn without_fraction(self) -> Option<i64> {
        self.billionths.is_none().then_some(self.whole)
    }
}

/// Takes as many amounts as there are. Their letters keep the order of `units`, each at most
/// once, and only the very last amount may have a fraction.
fn amounts<const N: usize>(cursor: &mut Cursor, units: &[u8; N]) -> Option<[Option<Amount>; N]> {
    let mut amounts = [None; N];
    let mut places = units.iter().zip(&mut amounts);
    while !cursor.is_done() && !cursor.is_at(b'T') {
        let amount = Amount::read(cursor)?;
        let letter = cursor.take(units)?;
        let (_, place) = places.find(|(unit, _)| **unit == letter)?;
        if amount.billionths.is_some() && !cursor.is_done() {
            return None;
        }
        *place = Some(amount);
    }
    Some(amounts)
}
