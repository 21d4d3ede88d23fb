use proptest::prelude::*;

use super::{TimeKind, time_kind};

/// Asserts that each description tells this kind.
fn all_tell(kind: TimeKind, descriptions: &[&str]) {
    for description in descriptions {
        assert_eq!(time_kind(description), Some(kind), "{description}");
    }
}

/// Asserts that no description tells a kind.
fn none_tells(descriptions: &[&str]) {
    for description in descriptions {
        assert_eq!(time_kind(description), None, "{description}");
    }
}

#[test]
fn the_standard_sentences_tell_their_kind() {
    all_tell(
        TimeKind::DateTime,
        &[
            "Date time is represented as an ISO-8601 string. For example: yyyy-MM-ddTHH:mm:ss[.mmm]Z",
            "Sunrise. Date-time is represented as an \"ISO 8601 string\"",
            "Sunrises.Timestamps are represented as ISO8601 strings",
        ],
    );
    all_tell(
        TimeKind::LocalDateTime,
        &[
            "Date time is represented as an ISO-8601 string without a timezone. For example: yyyy-MM-ddTHH:mm:ss.SSS",
        ],
    );
    all_tell(
        TimeKind::Date,
        &["Birthday. Dates are represented as an ISO-8601 string"],
    );
    all_tell(
        TimeKind::Interval,
        &[
            "Season. Intervals are represented as an ISO-8601 string. For example: YYYY-MM-DDThh:mm:ss/YYYY-MM-DDThh:mm:ss",
        ],
    );
    all_tell(
        TimeKind::Duration,
        &["How long to wait. Periods are represented as an ISO-8601 string. For example: P2D"],
    );
}

#[test]
fn a_standard_sentence_needs_no_full_stop_before_it() {
    all_tell(
        TimeKind::DateTime,
        &["When the shop opens Date time is represented as an ISO-8601 string"],
    );
}

#[test]
fn a_standard_sentence_outweighs_the_prose_around_it() {
    all_tell(
        TimeKind::DateTime,
        &[
            "The day in yyyy-MM-dd, zones as in Europe/Paris. Date time is represented as an ISO-8601 string.",
        ],
    );
}

#[test]
fn standard_sentences_that_disagree_tell_nothing() {
    none_tells(&[
        "Dates are represented as an ISO-8601 string. Intervals are represented as an ISO-8601 string.",
    ]);
}

#[test]
fn a_moment_in_iso_8601_is_a_date_time() {
    all_tell(
        TimeKind::DateTime,
        &[
            "The date the kettle was bought, in ISO-8601 format",
            "Time of the last boil as an ISO-8601 string",
            "Last boil. A timestamp in iso8601 format.",
            "ISO 8601 timestamp of the last boil.",
            "Last boil (ISO-8601 formatted date-time, UTC)",
            "Date & time of the last boil, format: ISO 8601.",
            "A list of date-times in ISO-8601 format",
            "RFC 3339 date-time of the last boil",
            "The time of the last boil. ISO-8601 format.",
        ],
    );
}

#[test]
fn a_bound_of_an_interval_is_a_date_time() {
    all_tell(
        TimeKind::DateTime,
        &[
            "Beginning of the interval, in ISO-8601 format",
            "End of the date range as an ISO-8601 string",
            "Start of the tea break, in ISO 8601 format",
        ],
    );
}

#[test]
fn a_date_time_without_a_zone_is_local() {
    all_tell(
        TimeKind::LocalDateTime,
        &[
            "Tea time as an ISO-8601 string without a time zone",
            "ISO-8601 date-time without timezone",
            "Date and time of tea, format yyyy-MM-ddTHH:mm:ss",
            "Date and time of tea (yyyy-MM-dd'T'HH:mm:ss.SSS)",
        ],
    );
}

#[test]
fn a_day_is_a_date() {
    all_tell(
        TimeKind::Date,
        &[
            "The baker's day off in yyyy-MM-dd format",
            "A set of dates, each as YYYY-MM-DD.",
            "Closing day in ISO-8601 format",
            "The market's date. Date only, as an ISO-8601 string.",
            "The date as an ISO-8601 string, i.e. yyyy-MM-dd",
        ],
    );
}

#[test]
fn an_interval_or_duration_in_iso_8601_is_one() {
    all_tell(
        TimeKind::Interval,
        &[
            "The season, an ISO 8601 interval",
            "Interval with start and end as ISO-8601 strings",
            "Opening hours as yyyy-MM-ddTHH:mm:ssZ/yyyy-MM-ddTHH:mm:ssZ",
        ],
    );
    all_tell(
        TimeKind::Duration,
        &[
            "Time to bake, as an ISO 8601 duration",
            "ISO-8601 formatted relative duration (e.g., PT9S)",
            "The duration of baking in ISO-8601 format",
            "Amount of time to bake, as an ISO8601 string",
        ],
    );
}

#[test]
fn a_pattern_with_a_zone_is_a_date_time() {
    all_tell(
        TimeKind::DateTime,
        &[
            "Expires at, in yyyy-MM-ddTHH:mmZ format",
            "Expires at, e.g. yyyy-MM-dd'T'HH:mm:ss.SSSX.",
            "Expires at: \"YYYY-MM-DDThh:mm:ss.SSSZ\"",
        ],
    );
}

#[test]
fn other_standards_tell_nothing() {
    none_tells(&[
        "ISO 639-1 code of the menu's language",
        "Price's currency in ISO 4217 format",
        "The country where dates grow, as in ISO 3166",
        "The date's language in ISO format",
    ]);
}

#[test]
fn zones_tell_nothing() {
    none_tells(&[
        "The ISO time zone of the bakery",
        "Time zone in ISO-8601 format",
        "Zone of the bakery's date and time, in Olson format or ISO-8601",
        "Opening time, an ISO-8601 string. For example: UTC or Europe/Paris",
        "The zone name as in the IANA database, for times in ISO-8601 format",
    ]);
}

#[test]
fn a_granularity_tells_nothing() {
    none_tells(&[
        "Granularity of the chart. Periods are represented as an ISO-8601 string. For example: P1D",
        "The chart's granularity, an ISO 8601 duration",
    ]);
}

#[test]
fn a_date_beside_a_granularity_stays_a_date() {
    all_tell(
        TimeKind::Date,
        &["The end follows from the granularity. Dates are represented as an ISO-8601 string."],
    );
}

#[test]
fn a_time_of_day_tells_nothing() {
    none_tells(&[
        "Time is represented as an ISO-8601 string without a timezone. For example: HH:mm:ss.SSS",
        "Opening time as an ISO-8601 string, i.e. HH:mm",
        "The time of day in ISO-8601 format",
        "An ISO-8601 time",
    ]);
}

#[test]
fn a_choice_of_representations_tells_nothing() {
    none_tells(&[
        "A date in yyyy-MM-dd or ISO-8601 datetime format",
        "The date as yyyy-MM-dd or yyyy-MM-ddTHH:mm:ssZ",
        "Takes numbers and dates in ISO-8601 format",
        "The date in ISO-8601 format or a number",
        "The start date-time in ISO-8601 format, yyyy-MM-dd",
        "A value, e.g. a date in ISO-8601 format",
    ]);
}

#[test]
fn what_iso_8601_can_also_write_tells_nothing() {
    none_tells(&[
        "An ISO 8601 repeating interval",
        "ISO-8601 week of the harvest",
        "The day of the week in ISO-8601 format",
        "The period in ISO-8601 format",
        "The label, an ISO-8601 string",
    ]);
}

#[test]
fn a_description_of_a_format_tells_nothing() {
    none_tells(&[
        "How dates are read. The format syntax is that of yyyy-MM-dd'T'HH:mm X.",
        "A regular expression for dates in yyyy-MM-dd format",
        "Placeholders for the name: YYYY: year; MM: month",
        "File name, such as backup-yyyy-MM-dd.zip",
        "The month, as yyyy-MM",
        "A date like MM/dd/yyyy",
        "yyyy-MM-dd HH:mm",
    ]);
}

#[test]
fn prose_without_a_format_tells_nothing() {
    none_tells(&[
        "",
        "The date of the party",
        "Timestamp when the oven was lit",
        "Interval in seconds",
    ]);
}

/// Words that the rules look at, but for those of the standard sentences.
const PIECES: &[&str] = &[
    "ISO",
    "8601",
    "ISO-8601",
    "Date",
    "time",
    "dates",
    "Interval",
    "is",
    "as",
    "an",
    "string",
    "format",
    "without",
    "a",
    "timezone",
    "duration",
    "or",
    "number",
    ", ",
    "/",
    "'",
    "yyyy-MM-dd",
    "yyyy",
    "T",
    "HH:mm",
    "Z",
    "é",
    "\u{202e}",
];

/// Pieces in any order, with and without spaces.
fn prose() -> impl Strategy<Value = String> {
    let piece = (
        prop::sample::select(PIECES),
        prop::sample::select(&["", " "][..]),
    );
    prop::collection::vec(piece, 0..24).prop_map(|pieces| {
        pieces
            .into_iter()
            .flat_map(|(piece, space)| [piece, space])
            .collect()
    })
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_the_same_twice(text in any::<String>(), prose in prose()) {
        for text in [&text, &prose] {
            prop_assert_eq!(time_kind(text), time_kind(text));
        }
    }

    #[test]
    fn case_does_not_matter_in_free_prose(text in prose()) {
        prop_assert_eq!(time_kind(&text), time_kind(&text.to_lowercase()));
    }

    #[test]
    fn the_standard_sentence_decides_after_any_prose(text in prose()) {
        let text = format!("{text}. Date time is represented as an ISO-8601 string.");
        prop_assert_eq!(time_kind(&text), Some(TimeKind::DateTime));
    }
}
