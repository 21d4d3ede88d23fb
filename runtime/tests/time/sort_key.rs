use genesys_runtime::{Date, DateTime, Duration, Interval, LocalDateTime};

/// Asserts that the texts are sorted, and that unreadable text comes first.
macro_rules! assert_sorted {
    ($time:ident: $($text:literal)*) => {
        let sorted = ["?", $($text),*].map(|text| $time::new(text).sort_key());
        assert!(sorted.windows(2).all(|pair| pair[0] < pair[1]), "{sorted:?}");
    };
}

#[test]
fn time_values_sort_by_time_and_unreadable_text_comes_first() {
    assert_sorted!(DateTime: "-000001-01-01T00:00:00Z" "1969-12-31T23:59:59.5Z" "2023-01-19T15:30:00+02:00" "2023-01-19T15:00:00Z" "+010000-01-01T00:00:00Z");
    assert_sorted!(LocalDateTime: "2023-01-19T15:00:00" "2023-01-19T15:00:00.001");
    assert_sorted!(Date: "-000001-12-31" "2023-01-19" "+010000-01-01");
    assert_sorted!(Interval: "2023-01-19T00:00:00Z/PT1H" "2023-01-19T00:00:00Z/P1D" "2023-01-20T00:00:00Z/PT1H");
    assert_sorted!(Duration: "-P1D" "PT0S" "PT0.5S" "PT90S" "P30D" "P1M" "P31D" "P1Y" "P366D");
}

#[test]
fn texts_of_the_same_time_have_equal_keys() {
    let key = |text| DateTime::new(text).sort_key();
    assert_eq!(
        key("2023-01-19T15:00:00Z"),
        key("2023-01-19T17:00:00.000+02:00")
    );
    assert_eq!(
        Duration::new("PT1M30S").sort_key(),
        Duration::new("PT90S").sort_key()
    );
}
