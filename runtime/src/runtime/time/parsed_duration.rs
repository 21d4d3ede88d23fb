//! The parser of durations, `P1Y2M3W4DT5H6M7.8S`.

use super::{
    calendar::{NANOS_IN_SECOND, SECONDS_IN_DAY},
    cursor::Cursor,
    duration::ExactDuration,
};

/// The units of a duration, all of the same sign or zero.
#[derive(Clone, Copy)]
pub struct ParsedDuration {
    pub years: i64,
    pub months: i64,
    pub weeks: i64,
    pub days: i64,
    pub hours: i64,
    pub minutes: i64,
    pub seconds: i64,
    /// Less than a second.
    pub nanos: i64,
}

impl ParsedDuration {
    pub fn parse(text: &str) -> Option<Self> {
        let mut cursor = Cursor::new(text);
        let sign = cursor.sign().unwrap_or(1);
        cursor.take(b"P")?;
        let date = quantities(&mut cursor, b"YMWD")?;
        let has_time = cursor.take(b"T").is_some();
        let time = quantities(&mut cursor, b"HMS")?;
        let is_empty = |units: &[Option<Quantity>]| units.iter().all(Option::is_none);
        if is_empty(&time) && (has_time || is_empty(&date)) {
            return None;
        }
        let duration = Self::from_units(date, time)?;
        duration.has_one_sign().then(|| duration.times(sign))
    }

    /// Combines the units, and carries the fraction of an hour or a minute over to smaller units.
    fn from_units(date: [Option<Quantity>; 4], time: [Option<Quantity>; 3]) -> Option<Self> {
        let [years, months, weeks, days] = date.map(Option::unwrap_or_default);
        let [hours, minutes, seconds] = time.map(Option::unwrap_or_default);
        let nanos = [(hours, 3600), (minutes, 60), (seconds, 1)]
            .map(|(quantity, unit)| quantity.billionths.unwrap_or(0) * unit)
            .iter()
            .sum::<i64>();
        let carried = nanos / NANOS_IN_SECOND;
        Some(Self {
            years: years.without_fraction()?,
            months: months.without_fraction()?,
            weeks: weeks.without_fraction()?,
            days: days.without_fraction()?,
            hours: hours.whole,
            // Only the last unit can have a fraction, so the units that receive the carry are zero.
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

    /// Multiplies all units by 1 or -1.
    pub fn times(&self, sign: i64) -> Self {
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

    /// Returns the years and months, as months.
    pub fn calendar_months(&self) -> Option<i64> {
        self.years.checked_mul(12)?.checked_add(self.months)
    }

    /// Returns everything except the years and months. A day has 24 hours, as in UTC.
    pub fn without_months(&self) -> ExactDuration {
        let days = i128::from(self.weeks) * 7 + i128::from(self.days);
        let minutes = i128::from(self.hours) * 60 + i128::from(self.minutes);
        let seconds = days * i128::from(SECONDS_IN_DAY) + minutes * 60 + i128::from(self.seconds);
        let nanos = self.nanos;
        ExactDuration { seconds, nanos }
    }

    /// Returns the exact length, unless there are years or months, which vary in length.
    pub fn exact(&self) -> Option<ExactDuration> {
        ((self.years, self.months) == (0, 0)).then(|| self.without_months())
    }
}

/// The number before the letter of a unit.
#[derive(Clone, Copy, Default)]
struct Quantity {
    whole: i64,
    billionths: Option<i64>,
}

impl Quantity {
    fn take(cursor: &mut Cursor) -> Option<Self> {
        let sign = cursor.sign().unwrap_or(1);
        let whole = sign * cursor.integer()?;
        let billionths = cursor.fraction()?.map(|billionths| sign * billionths);
        Some(Self { whole, billionths })
    }

    fn without_fraction(self) -> Option<i64> {
        self.billionths.is_none().then_some(self.whole)
    }
}

/// Takes quantities up to a `T` or the end.
///
/// The letters follow the order of `units`, each at most once, and only the last quantity of the text may have a fraction.
fn quantities<const N: usize>(
    cursor: &mut Cursor,
    units: &[u8; N],
) -> Option<[Option<Quantity>; N]> {
    let mut quantities = [None; N];
    let mut slots = units.iter().zip(&mut quantities);
    while !cursor.is_done() && !cursor.is_at(b'T') {
        let quantity = Quantity::take(cursor)?;
        let letter = cursor.take(units)?;
        let (_, slot) = slots.find(|(unit, _)| **unit == letter)?;
        if quantity.billionths.is_some() && !cursor.is_done() {
            return None;
        }
        *slot = Some(quantity);
    }
    Some(quantities)
}
