//! Parsing, comparing and writing dates and times.

use std::cmp::Ordering;
use std::time::{Duration as StdDuration, SystemTime, UNIX_EPOCH};

use genesys_runtime::{Date, DateTime, Duration, Interval, LocalDateTime};

fn cmp(left: &str, right: &str) -> Ordering {
    DateTime::new(left).try_cmp(&DateTime::new(right)).unwrap()
}

/// Asserts that all texts parse as the same instant.
fn assert_same_instant(canonical: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(cmp(text, canonical), Ordering::Equal, "{text}");
    }
}

#[test]
fn notations_of_real_payloads_parse() {
    assert_same_instant(
        "2023-01-19T15:18:42Z",
        &["2023-01-19T15:18:42.000Z", "2023-01-19t15:18:42z"],
    );
    assert_same_instant(
        "2020-01-01T00:00:00Z",
        &["2020-01-01T00:00:00.00Z", "2020-01-01", "2020-01-01T00:00"],
    );
    assert_same_instant(
        "2022-05-11T08:52:04.571291Z",
        &[
            "2022-05-11T08:52:04.571291000Z",
            "2022-05-11T08:52:04,571291Z",
        ],
    );
    assert_same_instant(
        "2021-08-04T22:00:00Z",
        &["2021-08-04T22:00:00.000000", "2021-08-04 22:00:00"],
    );
    assert_same_instant(
        "2006-01-02T22:04:05Z",
        &[
            "2006-01-02T15:04:05-0700",
            "2006-01-02T15:04:05-07:00",
            "2006-01-02T15:04:05-07",
        ],
    );
    assert_same_instant(
        "2021-08-04T16:30:00Z",
        &["2021-08-04T22:00:00+05:30", "2021-08-04T22:00+0530"],
    );
}

#[test]
fn digits_beyond_nanoseconds_are_truncated() {
    assert_same_instant(
        "2021-08-04T00:00:00.123456789Z",
        &["2021-08-04T00:00:00.1234567899999Z"],
    );
}

#[test]
fn the_end_of_a_day_and_a_leap_second_equal_the_next_second() {
    assert_same_instant(
        "2021-01-01T00:00:00Z",
        &[
            "2020-12-31T24:00:00Z",
            "2020-12-31T24:00",
            "2020-12-31T23:59:60Z",
        ],
    );
    assert_same_instant("2017-01-01T00:00:00.5Z", &["2016-12-31T23:59:60.5Z"]);
}

#[test]
fn signed_years_of_six_digits_parse() {
    assert_same_instant("2021-08-04", &["+002021-08-04"]);
    assert_eq!(cmp("-000001-12-31", "0000-01-01"), Ordering::Less);
    assert_eq!(
        cmp("9999-12-31T24:00:00Z", "+010000-01-01"),
        Ordering::Equal
    );
}

#[test]
fn other_text_fails_to_parse() {
    for text in [
        "",
        " ",
        "Z",
        "now",
        "2021",
        "2021-08",
        "20210804",
        "2021-8-4",
        "21-08-04",
        "2021-02-29",
        "2021-13-01",
        "2021-00-01",
        "2021-08-00",
        "2021-08-32",
        "1900-02-29",
        "2021-08-04T",
        "2021-08-04T22",
        "2021-08-04T24:00:01Z",
        "2021-08-04T25:00Z",
        "2021-08-04T22:60Z",
        "2021-08-04T22:00:61Z",
        "2021-08-04T22:00:00.Z",
        "2021-08-04T22:00:00+24:00",
        "2021-08-04T22:00:00+05:60",
        "2021-08-04T22:00:00+5",
        "2021-08-04T22:00:00+05:",
        "2021-08-04T22:00:00ZZ",
        " 2021-08-04",
        "2021-08-04 ",
        "2021-08-04Z",
        "2021-08-04T22:00:00Z[UTC]",
        "1628114400",
        "٢٠٢١-08-04",
        "2021–08–04",
        "+2021-08-04",
        "-2021-08-04",
    ] {
        let error = text.parse::<DateTime>().unwrap_err();
        assert_eq!(error.text(), text);
    }
}

#[test]
fn february_29_exists_only_in_leap_years() {
    for text in ["2020-02-29", "2000-02-29", "0000-02-29"] {
        text.parse::<Date>().unwrap();
    }
    for text in ["2021-02-29", "1900-02-29", "2020-02-30"] {
        text.parse::<Date>().unwrap_err();
    }
}

#[test]
fn a_zone_or_a_time_is_never_dropped() {
    assert!("2021-08-04T22:00:00".parse::<LocalDateTime>().is_ok());
    assert!("2021-08-04".parse::<LocalDateTime>().is_ok());
    assert!("2021-08-04T22:00:00Z".parse::<LocalDateTime>().is_err());
    assert!(
        "2021-08-04T22:00:00+02:00"
            .parse::<LocalDateTime>()
            .is_err()
    );
    assert!("2021-08-04T22:00:00".parse::<Date>().is_err());
}

#[test]
fn values_compare_by_time_and_not_by_text() {
    assert_eq!(
        cmp("2021-08-04T22:00:00+02:00", "2021-08-04T21:00:00Z"),
        Ordering::Less
    );
    assert_eq!(
        cmp("2021-08-04T22:00:00.1Z", "2021-08-04T22:00:00.09Z"),
        Ordering::Greater
    );
    let date = |text| Date::new(text);
    assert_eq!(
        date("2021-08-04").try_cmp(&date("+002021-08-05")),
        Ok(Ordering::Less)
    );
    let local = |text| LocalDateTime::new(text);
    assert_eq!(
        local("2021-08-04T01:00").try_cmp(&local("2021-08-04")),
        Ok(Ordering::Greater)
    );
    let duration = |text| Duration::new(text);
    assert_eq!(
        duration("P1D").try_cmp(&duration("PT24H")),
        Ok(Ordering::Equal)
    );
    assert_eq!(
        duration("-PT0.5S").try_cmp(&duration("-PT0.4S")),
        Ok(Ordering::Less)
    );
}

#[test]
fn a_failed_comparison_returns_the_invalid_text() {
    let error = DateTime::new("2021-08-04")
        .try_cmp(&DateTime::new("soon"))
        .unwrap_err();
    assert_eq!(error.text(), "soon");
    let error = Duration::new("P1M")
        .try_cmp(&Duration::new("P1D"))
        .unwrap_err();
    assert_eq!(error.text(), "P1M");
    assert_eq!(
        error.expected(),
        "a duration of fixed length, in weeks or smaller units"
    );
}

#[test]
fn system_time_converts_in_both_directions() {
    let later = |millis| UNIX_EPOCH + StdDuration::from_millis(millis);
    let earlier = |millis| UNIX_EPOCH - StdDuration::from_millis(millis);
    for (time, text) in [
        (later(0), "1970-01-01T00:00:00.000Z"),
        (later(1_674_141_522_123), "2023-01-19T15:18:42.123Z"),
        (earlier(1), "1969-12-31T23:59:59.999Z"),
        (earlier(1_000), "1969-12-31T23:59:59.000Z"),
    ] {
        assert_eq!(DateTime::from(time), text);
        assert_eq!(DateTime::new(text).to_std(), Ok(time));
        assert_eq!(SystemTime::try_from(&DateTime::new(text)), Ok(time));
    }
    let day = Interval::new("1970-01-01/P1D").to_std().unwrap();
    assert_eq!(day, (later(0), later(86_400_000)));
}
