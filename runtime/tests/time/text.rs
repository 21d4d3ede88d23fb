//! The text of time values.

use std::collections::HashSet;

use genesys_runtime::{Date, DateTime, Duration, Interval, LocalDateTime, TimeError};
use proptest::prelude::*;

#[test]
fn an_optional_value_is_one_pointer_wide() {
    assert_eq!(size_of::<Option<DateTime>>(), size_of::<usize>());
    assert_eq!(size_of::<Option<LocalDateTime>>(), size_of::<usize>());
    assert_eq!(size_of::<Option<Date>>(), size_of::<usize>());
    assert_eq!(size_of::<Option<Interval>>(), size_of::<usize>());
    assert_eq!(size_of::<Option<Duration>>(), size_of::<usize>());
}

#[test]
fn text_of_any_length_is_kept() {
    for length in [0, 1, 20, 37, 38, 39, 40, 255, 256, 257, 1000] {
        for letter in ["x", "é", "🕒"] {
            let text = letter.repeat(length);
            assert_eq!(DateTime::new(&text), text);
        }
    }
}

#[test]
fn any_string_decodes_and_encodes_unchanged() {
    for json in [r#""2021-08-04""#, r#""""#, r#""yesterday\n\"🕒\"""#] {
        let value: DateTime = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), json);
        let value: Interval = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), json);
    }
}

#[test]
fn other_json_types_fail_to_decode() {
    for json in ["null", "5", "true", "[]", "{}"] {
        let error = serde_json::from_str::<DateTime>(json).unwrap_err();
        assert!(error.to_string().contains("expected a string"), "{error}");
    }
}

#[test]
fn display_and_debug_print_the_text() {
    let value = Date::from("2021-08-04");
    assert_eq!(value.to_string(), "2021-08-04");
    assert_eq!(format!("{value:>12}"), "  2021-08-04");
    assert_eq!(format!("{value:?}"), r#""2021-08-04""#);
    assert_eq!(String::from(value), "2021-08-04");
    assert_eq!(Date::default().as_str(), "");
}

#[test]
fn equality_and_hash_use_the_text() {
    let short = DateTime::from("2021-08-04T00:00:00Z");
    let long = DateTime::from(String::from("2021-08-04T00:00:00.000Z"));
    assert_ne!(short, long);
    assert_eq!(short, short.clone());
    assert_eq!(short, *"2021-08-04T00:00:00Z");
    assert_eq!(short, "2021-08-04T00:00:00Z");
    assert_eq!(short, String::from("2021-08-04T00:00:00Z"));
    assert_eq!(HashSet::from([short.clone(), short, long]).len(), 2);
}

#[test]
fn from_accepts_any_text_and_parse_checks_it() {
    let unchecked = DateTime::from("yesterday");
    let error = unchecked.check().unwrap_err();
    assert_eq!("yesterday".parse::<DateTime>(), Err(error.clone()));
    assert_eq!(error.text(), "yesterday");
    assert_eq!(
        error.expected(),
        "a date and time such as 2023-01-19T15:18:42.123Z"
    );
    assert_eq!(
        error.to_string(),
        r#""yesterday" is not a date and time such as 2023-01-19T15:18:42.123Z"#
    );
    let parsed: DateTime = "2006-01-02T15:04:05-0700".parse().unwrap();
    assert_eq!(parsed, "2006-01-02T15:04:05-0700");
}

#[test]
fn the_example_in_each_error_is_valid() {
    fn example<T>(result: Result<T, TimeError>) -> String {
        let Err(error) = result else {
            panic!("an empty text is never valid")
        };
        error.expected().rsplit(' ').next().unwrap().to_owned()
    }
    DateTime::new(example("".parse::<DateTime>()))
        .check()
        .unwrap();
    LocalDateTime::new(example("".parse::<LocalDateTime>()))
        .check()
        .unwrap();
    Date::new(example("".parse::<Date>())).check().unwrap();
    Interval::new(example("".parse::<Interval>()))
        .check()
        .unwrap();
    Duration::new(example("".parse::<Duration>()))
        .check()
        .unwrap();
}

proptest! {
    #[test]
    fn json_strings_round_trip(text in any::<String>()) {
        let json = serde_json::to_string(&text).unwrap();
        let value: Duration = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&value, &text);
        prop_assert_eq!(serde_json::to_string(&value).unwrap(), json);
    }
}
