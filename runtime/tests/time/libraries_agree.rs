//! Conversions to and from the types of `jiff`, `chrono` and `time`, for generated values.

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use genesys_runtime::{Date, DateTime, Duration, Interval, LocalDateTime};
use jiff::{SignedDuration, Span, Timestamp, ToSpan, civil};
use proptest::prelude::*;
use time::{OffsetDateTime, PrimitiveDateTime};

fn instant() -> impl Strategy<Value = Timestamp> {
    // From the year -999 to 9999.
    (-93_000_000_000..=253_402_200_000_i64, 0..1_000_000_000_i32)
        .prop_map(|(seconds, nanos)| Timestamp::new(seconds, nanos).unwrap())
}

proptest! {
    #[test]
    fn instants_round_trip_as_text(jiff in instant()) {
        let value = DateTime::from(jiff);
        prop_assert_eq!(Timestamp::try_from(&value).unwrap(), jiff);
        let chrono = chrono::DateTime::<Utc>::try_from(&value).unwrap();
        prop_assert_eq!(chrono.timestamp_nanos_opt().map_or(jiff.as_nanosecond(), i128::from), jiff.as_nanosecond());
        prop_assert_eq!(DateTime::from(chrono), value.clone());
        let time = OffsetDateTime::try_from(&value).unwrap();
        prop_assert_eq!(time.unix_timestamp_nanos(), jiff.as_nanosecond());
        prop_assert_eq!(DateTime::from(time), value);
    }

    /// Compares with the parser and the formatter of `jiff`.
    #[test]
    fn instants_are_written_and_parsed_as_jiff_does(jiff in instant()) {
        let value = DateTime::from(jiff);
        prop_assert_eq!(value.as_str().parse::<Timestamp>().unwrap(), jiff);
        prop_assert_eq!(DateTime::new(jiff.to_string()).to_jiff().unwrap(), jiff);
    }

    #[test]
    fn local_date_times_round_trip_as_text(jiff in instant()) {
        let jiff = jiff::tz::TimeZone::UTC.to_datetime(jiff);
        let value = LocalDateTime::from(jiff);
        prop_assert_eq!(civil::DateTime::try_from(&value).unwrap(), jiff);
        prop_assert_eq!(value.as_str().parse::<civil::DateTime>().unwrap(), jiff);
        let chrono = NaiveDateTime::try_from(&value).unwrap();
        prop_assert_eq!(LocalDateTime::from(chrono), value.clone());
        let time = PrimitiveDateTime::try_from(&value).unwrap();
        prop_assert_eq!(LocalDateTime::from(time), value);
    }

    #[test]
    fn dates_round_trip_as_text(days in -354_285_i32..=2_932_896) {
        let jiff = civil::date(1970, 1, 1).checked_add(days.days()).unwrap();
        let value = Date::from(jiff);
        prop_assert_eq!(civil::Date::try_from(&value).unwrap(), jiff);
        prop_assert_eq!(value.as_str().parse::<civil::Date>().unwrap(), jiff);
        let chrono = NaiveDate::try_from(&value).unwrap();
        prop_assert_eq!(chrono.to_epoch_days(), days);
        prop_assert_eq!(Date::from(chrono), value.clone());
        let time = time::Date::try_from(&value).unwrap();
        prop_assert_eq!(time.to_julian_day() - 2_440_588, days);
        prop_assert_eq!(Date::from(time), value);
    }

    #[test]
    fn durations_round_trip_as_text(millis in -(i64::MAX / 2)..i64::MAX / 2, nanos in 0..1_000_000_i64) {
        let chrono = TimeDelta::milliseconds(millis) + TimeDelta::nanoseconds(nanos);
        let value = Duration::from(chrono);
        prop_assert_eq!(TimeDelta::try_from(&value).unwrap(), chrono);
        let jiff = SignedDuration::try_from(&value).unwrap();
        prop_assert_eq!(value.as_str().parse::<SignedDuration>().unwrap(), jiff);
        prop_assert_eq!(Duration::from(jiff), value.clone());
        let time = time::Duration::try_from(&value).unwrap();
        prop_assert_eq!(time.whole_nanoseconds(), jiff.as_nanos());
        prop_assert_eq!(Duration::from(time), value);
    }

    #[test]
    fn spans_round_trip_as_text(months in 0..30_000_i32, days in 0..10_000_i32, seconds in 0..10_000_000_i64, nanos in 0..1_000_000_000_i64, negative: bool) {
        let span = months.months().days(days).seconds(seconds).nanoseconds(nanos);
        let span = if negative { span.negate() } else { span };
        let value = Duration::from(span);
        let expected: Span = value.as_str().parse().unwrap();
        prop_assert_eq!(Span::try_from(&value).unwrap().fieldwise(), expected.fieldwise());
    }

    /// Compares the calendar arithmetic with that of `jiff`.
    #[test]
    fn intervals_add_durations_as_jiff_does(start in instant(), months in 0..1_000_i32, days in 0..10_000_i32) {
        let span = months.months().days(days);
        let expected = jiff::tz::TimeZone::UTC.to_datetime(start).checked_add(span);
        if let Ok(expected) = expected.and_then(|end| jiff::tz::TimeZone::UTC.to_timestamp(end)) {
            let value = Interval::new(format!("{}/{}", DateTime::from(start), Duration::from(span)));
            prop_assert_eq!(value.to_jiff().unwrap(), (start, expected));
        }
    }

    #[test]
    fn conversions_succeed_or_fail_with_the_text(
        text in "[+-]?[0-9]{4,6}-[0-1][0-9]-[0-3][0-9](T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{1,12})?(Z|[+-][0-2][0-9]:?[0-6][0-9])?)?|[+-]?P[0-9]{1,20}[YMWD](T[0-9]{1,20}(\\.[0-9]{1,12})?[HMS])?"
    ) {
        let (instant, local, date, duration) = (DateTime::new(&text), LocalDateTime::new(&text), Date::new(&text), Duration::new(&text));
        let interval = Interval::new(&text);
        let errors = [
            instant.to_jiff().err(), instant.to_chrono().err(), instant.to_time().err(),
            chrono::DateTime::<FixedOffset>::try_from(&instant).err(),
            local.to_jiff().err(), local.to_chrono().err(), local.to_time().err(),
            date.to_jiff().err(), date.to_chrono().err(), date.to_time().err(),
            duration.to_jiff().err(), duration.to_chrono().err(), duration.to_time().err(),
            SignedDuration::try_from(&duration).err(),
            interval.to_jiff().err(), interval.to_chrono().err(), interval.to_time().err(),
        ];
        for error in errors.into_iter().flatten() {
            prop_assert_eq!(error.text(), &text);
        }
    }
}
