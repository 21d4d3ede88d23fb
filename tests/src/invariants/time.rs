//! Any string is converted to a time or to an error that contains the string.

use genesys_models::runtime::{Date, DateTime, Duration, Interval, LocalDateTime, TimeError};

/// Checks the conversions of a string, as every kind of time, to the types of every time library.
///
/// # Panics
///
/// If an error contains another string.
pub fn check(text: &str) {
    let (instant, local) = (DateTime::new(text), LocalDateTime::new(text));
    let (date, interval) = (Date::new(text), Interval::new(text));
    let duration = Duration::new(text);
    let errors: [Option<TimeError>; 22] = [
        text.parse::<DateTime>().err(),
        text.parse::<LocalDateTime>().err(),
        text.parse::<Date>().err(),
        text.parse::<Interval>().err(),
        text.parse::<Duration>().err(),
        instant.to_std().err(),
        interval.to_std().err(),
        duration.to_std().err(),
        instant.to_jiff().err(),
        local.to_jiff().err(),
        date.to_jiff().err(),
        interval.to_jiff().err(),
        duration.to_jiff().err(),
        instant.to_chrono().err(),
        local.to_chrono().err(),
        date.to_chrono().err(),
        interval.to_chrono().err(),
        duration.to_chrono().err(),
        instant.to_time().err(),
        local.to_time().err(),
        date.to_time().err(),
        duration.to_time().err(),
    ];
    for error in errors.into_iter().flatten() {
        assert_eq!(error.text(), text);
    }
    // An error of this conversion contains only one end of the interval.
    let _ = interval.to_time();
    if let Ok((start, end)) = interval.bounds() {
        assert_eq!((start.check(), end.check()), (Ok(()), Ok(())));
    }
}
