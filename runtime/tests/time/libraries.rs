//! Conversions to and from the types of `jiff`, `chrono` and `time`, by example.

use chrono::{FixedOffset, NaiveDate, TimeDelta};
use genesys_runtime::{Date, DateTime, Duration, Interval, LocalDateTime};
use jiff::{SignedDuration, ToSpan, civil};
use time::UtcOffset;

const SECONDS: &[(&str, i64, u32)] = &[
    ("2023-01-19T15:18:42Z", 1_674_141_522, 0),
    ("2020-01-01T00:00:00.00Z", 1_577_836_800, 0),
    ("2022-05-11T08:52:04.571291Z", 1_652_259_124, 571_291_000),
    ("2021-08-04T22:00:00.000000", 1_628_114_400, 0),
    ("2006-01-02T15:04:05-0700", 1_136_239_445, 0),
    ("2021-08-04T22:00:00+05:30", 1_628_094_600, 0),
    ("2021-08-04", 1_628_035_200, 0),
    ("2021-08-04t22:00:00,5z", 1_628_114_400, 500_000_000),
    ("2016-12-31T23:59:60Z", 1_483_228_800, 0),
    ("2016-12-31T24:00:00Z", 1_483_228_800, 0),
    ("1969-12-31T23:59:59.999Z", -1, 999_000_000),
    ("0000-01-01T00:00:00Z", -62_167_219_200, 0),
];

#[test]
fn an_instant_converts_to_all_libraries() {
    for &(text, seconds, nanos) in SECONDS {
        let value = DateTime::new(text);
        let jiff = value.to_jiff().unwrap();
        assert_eq!(
            jiff.as_nanosecond(),
            i128::from(seconds) * 1_000_000_000 + i128::from(nanos)
        );
        let chrono = value.to_chrono().unwrap();
        assert_eq!(
            (chrono.timestamp(), chrono.timestamp_subsec_nanos()),
            (seconds, nanos)
        );
        let time = value.to_time().unwrap();
        assert_eq!(
            (time.unix_timestamp(), time.nanosecond()),
            (seconds, nanos),
            "{text}"
        );
    }
}

#[test]
fn types_with_an_offset_keep_it() {
    let value = DateTime::new("2006-01-02T15:04:05-0730");
    let chrono = chrono::DateTime::<FixedOffset>::try_from(&value).unwrap();
    assert_eq!(chrono.to_string(), "2006-01-02 15:04:05 -07:30");
    let time = value.to_time().unwrap();
    assert_eq!(
        (time.hour(), time.offset()),
        (15, UtcOffset::from_hms(-7, -30, 0).unwrap())
    );
}

#[test]
fn instants_are_written_in_the_format_of_the_platform() {
    for (seconds, nanos, text) in [
        (1_674_141_522, 0, "2023-01-19T15:18:42.000Z"),
        (1_674_141_522, 123_000_000, "2023-01-19T15:18:42.123Z"),
        (1_674_141_522, 123_400_000, "2023-01-19T15:18:42.123400Z"),
        (1_674_141_522, 1, "2023-01-19T15:18:42.000000001Z"),
        (-1, 999_000_000, "1969-12-31T23:59:59.999Z"),
        (951_782_400, 0, "2000-02-29T00:00:00.000Z"),
        (951_868_800, 0, "2000-03-01T00:00:00.000Z"),
    ] {
        let chrono = chrono::DateTime::from_timestamp(seconds, nanos).unwrap();
        assert_eq!(DateTime::from(chrono), text);
        assert_eq!(DateTime::new(text).to_chrono(), Ok(chrono));
        let jiff = DateTime::new(text).to_jiff().unwrap();
        assert_eq!(DateTime::from(jiff), text);
        assert_eq!(
            DateTime::from(&jiff.to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(2)))),
            text
        );
        let time = DateTime::new(text).to_time().unwrap();
        assert_eq!(DateTime::from(time), text);
        assert_eq!(
            DateTime::from(time.to_offset(UtcOffset::from_hms(2, 0, 0).unwrap())),
            text
        );
    }
}

#[test]
fn values_out_of_range_fail_to_convert() {
    let last = DateTime::new("9999-12-31T23:59:59Z");
    let error = last.to_jiff().unwrap_err();
    assert_eq!(
        error.to_string(),
        r#""9999-12-31T23:59:59Z" is not within the range of jiff::Timestamp"#
    );
    assert!(last.to_chrono().is_ok() && last.to_time().is_ok());
    let next = DateTime::new("9999-12-31T23:59:59-07:00");
    assert!(next.to_chrono().is_ok() && next.to_time().is_err());
    let far = DateTime::new("+999999-01-01");
    assert!(far.check().is_ok() && far.to_chrono().is_err());
}

#[test]
fn local_date_times_convert_in_both_directions() {
    let value = LocalDateTime::new("2021-08-04T22:00:00.5");
    let (jiff, chrono, time) = (
        value.to_jiff().unwrap(),
        value.to_chrono().unwrap(),
        value.to_time().unwrap(),
    );
    assert_eq!(jiff, civil::date(2021, 8, 4).at(22, 0, 0, 500_000_000));
    assert_eq!(chrono.to_string(), "2021-08-04 22:00:00.500");
    assert_eq!((time.hour(), time.millisecond()), (22, 500));
    for written in [LocalDateTime::from(jiff), chrono.into(), time.into()] {
        assert_eq!(written, "2021-08-04T22:00:00.500");
    }
    let last = LocalDateTime::new("9999-12-31T23:59:59.999999999");
    assert_eq!(last.to_jiff(), Ok(civil::DateTime::MAX));
    assert!(
        LocalDateTime::new("2021-08-04T22:00:00Z")
            .to_jiff()
            .is_err()
    );
}

#[test]
fn dates_convert_in_both_directions() {
    let value = Date::new("2024-02-29");
    let (jiff, chrono, time) = (
        value.to_jiff().unwrap(),
        value.to_chrono().unwrap(),
        value.to_time().unwrap(),
    );
    assert_eq!(jiff, civil::date(2024, 2, 29));
    assert_eq!(chrono, NaiveDate::from_ymd_opt(2024, 2, 29).unwrap());
    assert_eq!(time.ordinal(), 60);
    for written in [Date::from(jiff), chrono.into(), time.into()] {
        assert_eq!(written, value);
    }
    assert_eq!(Date::from(civil::Date::MIN), "-009999-01-01");
    assert_eq!(
        Date::from(chrono + TimeDelta::days(2_921_940)),
        "+010024-02-29"
    );
    assert!(Date::new("2023-02-29").to_time().is_err());
}

#[test]
fn intervals_convert_in_both_directions() {
    let value = Interval::new("2021-08-04T22:00:00+02:00/P1D");
    let (start, end) = value.to_jiff().unwrap();
    assert_eq!(value.to_chrono().unwrap().1.timestamp(), end.as_second());
    assert_eq!(
        value.to_time().unwrap().0.unix_timestamp(),
        start.as_second()
    );
    let written = Interval::between(start, value.to_chrono().unwrap().1);
    assert_eq!(written, "2021-08-04T20:00:00.000Z/2021-08-05T20:00:00.000Z");
    assert_eq!(written.to_jiff(), Ok((start, end)));
    assert_eq!(
        Interval::new("2021-08-04").to_time().unwrap_err().text(),
        "2021-08-04"
    );
}

#[test]
fn durations_convert_in_both_directions() {
    const MILLIS: i64 = ((8 * 24 + 2) * 3600 + 30 * 60) * 1000 + 250;
    let value = Duration::new("P1W1DT2H30M0.25S");
    let expected = SignedDuration::from_millis(MILLIS);
    assert_eq!(SignedDuration::try_from(&value), Ok(expected));
    assert_eq!(value.to_chrono().unwrap(), TimeDelta::milliseconds(MILLIS));
    assert_eq!(
        value.to_time().unwrap().whole_nanoseconds(),
        expected.as_nanos()
    );
    let span = value.to_jiff().unwrap().fieldwise();
    assert_eq!(
        span,
        1.week().days(1).hours(2).minutes(30).milliseconds(250)
    );
    assert_eq!(Duration::from(expected), "PT194H30M0.25S");
    assert_eq!(Duration::from(span.0), value);
}

#[test]
fn years_and_months_fail_to_convert_to_a_fixed_length() {
    for text in ["P1M", "P1Y2DT3S"] {
        let value = Duration::new(text);
        assert!(value.to_jiff().is_ok());
        assert_eq!(SignedDuration::try_from(&value).unwrap_err().text(), text);
        assert_eq!(value.to_chrono().unwrap_err().text(), text);
        assert_eq!(value.to_time().unwrap_err().text(), text);
    }
    assert!(Duration::new("P0Y1D").to_chrono().is_ok());
    assert!(Duration::new("P20000Y").to_jiff().is_err());
}

#[test]
fn negative_durations_convert_in_both_directions() {
    let value = Duration::new("-PT1.5S");
    assert_eq!(value.to_chrono(), Ok(TimeDelta::milliseconds(-1500)));
    assert_eq!(value.to_time(), Ok(time::Duration::milliseconds(-1500)));
    assert_eq!(
        SignedDuration::try_from(&value),
        Ok(SignedDuration::from_millis(-1500))
    );
    assert_eq!(
        value.to_jiff().unwrap().fieldwise(),
        (-1).seconds().milliseconds(-500)
    );
    for written in [
        TimeDelta::milliseconds(-1500).into(),
        Duration::from(time::Duration::milliseconds(-1500)),
    ] {
        assert_eq!(written, value);
    }
    assert_eq!(Duration::from(TimeDelta::milliseconds(-500)), "-PT0.5S");
}
