//! Parsing and writing durations.

use std::time::Duration as StdDuration;

use genesys_runtime::Duration;

#[test]
fn other_text_fails_to_parse() {
    for text in [
        "",
        "P",
        "PT",
        "P1",
        "1D",
        "P1DT",
        "PT1D",
        "P1H",
        "PT1S1M",
        "P1D1D",
        "P1.5D",
        "PT1.5H1M",
        "PT.5S",
        "PT1.S",
        "P1D ",
        "P-1DT1H",
        "PT1H-1M",
        "P99999999999999999999D",
        "P1S",
        "--P1D",
        "PT9223372036854775807M60.5M",
    ] {
        let error = text.parse::<Duration>().unwrap_err();
        assert_eq!(error.text(), text);
    }
}

#[test]
fn durations_parse() {
    for (text, millis) in [
        ("PT0S", 0),
        ("P0D", 0),
        ("PT0.5S", 500),
        ("PT1,25S", 1_250),
        ("PT1.5M", 90_000),
        ("PT1.5H", 5_400_000),
        ("pt1h1m1s", 3_661_000),
        ("P1DT1S", 86_401_000),
        ("P1W2D", 777_600_000),
        ("+P1D", 86_400_000),
    ] {
        let duration = Duration::new(text).to_std().unwrap();
        assert_eq!(duration, StdDuration::from_millis(millis), "{text}");
    }
    assert!(Duration::new("-PT1S").to_std().is_err());
    assert!(Duration::new("PT-0.5S").to_std().is_err());
    assert!(Duration::new("-PT-0.5S").to_std().is_ok());
}

#[test]
fn durations_are_written_in_hours_minutes_and_seconds() {
    for (nanos, text) in [
        (0, "PT0S"),
        (1, "PT0.000000001S"),
        (1_500_000_000, "PT1.5S"),
        (60_000_000_000, "PT1M"),
        (90_061_000_000_000, "PT25H1M1S"),
    ] {
        assert_eq!(Duration::from(StdDuration::from_nanos(nanos)), text);
    }
}
