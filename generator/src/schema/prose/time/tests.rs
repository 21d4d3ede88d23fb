use genesys_runtime::Scalar;
use proptest::prelude::*;

use super::time_kind;

/// Asserts that each description has this kind.
#[track_caller]
fn assert_kind(kind: Scalar, descriptions: &[&str]) {
    for description in descriptions {
        assert_eq!(time_kind(description), Some(kind), "{description}");
    }
}

#[track_caller]
fn assert_no_kind(descriptions: &[&str]) {
    for description in descriptions {
        assert_eq!(time_kind(description), None, "{description}");
    }
}

#[test]
fn standard_sentences_have_a_kind() {
    assert_kind(
        Scalar::DateTime,
        &[
            "Date time is represented as an ISO-8601 string. For example: yyyy-MM-ddTHH:mm:ss[.mmm]Z",
            "Sunrise. Date-time is represented as an \"ISO 8601 string\"",
            "Sunrises.Timestamps are represented as ISO8601 strings",
        ],
    );
    assert_kind(
        Scalar::LocalDateTime,
        &[
            "Date time is represented as an ISO-8601 string without a timezone. For example: yyyy-MM-ddTHH:mm:ss.SSS",
        ],
    );
    assert_kind(
        Scalar::Date,
        &["Birthday. Dates are represented as an ISO-8601 string"],
    );
    assert_kind(
        Scalar::Interval,
        &[
            "Season. Intervals are represented as an ISO-8601 string. For example: YYYY-MM-DDThh:mm:ss/YYYY-MM-DDThh:mm:ss",
        ],
    );
    assert_kind(
        Scalar::Duration,
        &["How long to wait. Periods are represented as an ISO-8601 string. For example: P2D"],
    );
}

#[test]
fn a_standard_sentence_needs_no_full_stop_before_it() {
    assert_kind(
        Scalar::DateTime,
        &["When the shop opens Date time is represented as an ISO-8601 string"],
    );
}

#[test]
fn a_standard_sentence_overrules_the_prose_around_it() {
    assert_kind(
        Scalar::DateTime,
        &[
            "The day in yyyy-MM-dd, zones as in Europe/Paris. Date time is represented as an ISO-8601 string.",
        ],
    );
}

#[test]
fn contradicting_standard_sentences_have_no_kind() {
    assert_no_kind(&[
        "Dates are represented as an ISO-8601 string. Intervals are represented as an ISO-8601 string.",
    ]);
}

#[test]
fn a_date_or_time_in_iso_8601_is_a_date_time() {
    assert_kind(
        Scalar::DateTime,
        &[
            "The date the kettle was bought, in ISO-8601 format",
            "Time of the last boil as an ISO-8601 string",
            "Last boil. A timestamp in iso8601 format.",
            "ISO 8601 timestamp of the last boil.",
            "Last boil (ISO-8601 formatted date-time, UTC)",
            "Date & time of the last boil, format: ISO 8601.",
            "A list of date-times in ISO-8601 format",
            "RFC 3339 date-time of the last boil",
            "The expiry date of the kettle in ISO-8601 format for the 8 day warranty",
        ],
    );
}

#[test]
fn a_bound_of_an_interval_is_a_date_time() {
    assert_kind(
        Scalar::DateTime,
        &[
            "Beginning of the interval, in ISO-8601 format",
            "End of the date range as an ISO-8601 string",
            "Start of the tea break, in ISO 8601 format",
        ],
    );
}

#[test]
fn a_date_time_without_a_zone_is_local() {
    assert_kind(
        Scalar::LocalDateTime,
        &[
            "Tea time as an ISO-8601 string without a time zone",
            "ISO-8601 date-time without timezone",
            "Date and time of tea, format yyyy-MM-ddTHH:mm:ss",
            "Start of tea as an ISO-8601 string in the format YYYY-MM-DDThh:mm:ss",
        ],
    );
}

#[test]
fn a_day_is_a_date() {
    assert_kind(
        Scalar::Date,
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
fn an_interval_or_duration_in_iso_8601_has_its_kind() {
    assert_kind(
        Scalar::Interval,
        &[
            "The season, an ISO 8601 interval",
            "Interval with start and end as ISO-8601 strings",
            "Opening hours. The dates in the interval are in ISO-8601 format: YYYY-MM-DDThh:mm:ssZ/YYYY-MM-DDThh:mm:ssZ",
        ],
    );
    assert_kind(
        Scalar::Duration,
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
    assert_kind(
        Scalar::DateTime,
        &[
            "Expires at, in yyyy-MM-ddTHH:mmZ format",
            "Expires at, in YYYY-MM-DDThh:mm:ssZ format.",
        ],
    );
}

#[test]
fn other_standards_have_no_kind() {
    assert_no_kind(&[
        "ISO 639-1 code of the menu's language",
        "Price's currency in ISO 4217 format",
        "The country where dates grow, as in ISO 3166",
        "The date's language in ISO format",
    ]);
}

#[test]
fn zones_have_no_kind() {
    assert_no_kind(&[
        "The ISO time zone of the bakery",
        "Time zone in ISO-8601 format",
        "Zone of the bakery's date and time, in Olson format or ISO-8601",
        "Opening time, an ISO-8601 string. For example: UTC or Europe/Paris",
        "The zone name as in the IANA database, for times in ISO-8601 format",
    ]);
}

#[test]
fn a_granularity_is_a_duration() {
    assert_kind(
        Scalar::Duration,
        &[
            "Granularity of the chart. Periods are represented as an ISO-8601 string. For example: P1D",
            "The chart's granularity, an ISO 8601 duration",
        ],
    );
}

#[test]
fn a_time_of_day_has_no_kind() {
    assert_no_kind(&[
        "Time is represented as an ISO-8601 string without a timezone. For example: HH:mm:ss.SSS",
        "Opening time as an ISO-8601 string, i.e. HH:mm",
        "The time of day in ISO-8601 format",
        "An ISO-8601 time",
    ]);
}

#[test]
fn a_choice_of_representations_has_no_kind() {
    assert_no_kind(&[
        "A date in yyyy-MM-dd or ISO-8601 datetime format",
        "The date as yyyy-MM-dd or yyyy-MM-ddTHH:mm:ssZ",
        "First day of the fair in yyyy-MM-dd format, or 'recent'",
        "Takes numbers and dates in ISO-8601 format",
        "The date in ISO-8601 format or a number",
        "A value, e.g. a date in ISO-8601 format",
    ]);
}

#[test]
fn other_notations_of_iso_8601_have_no_kind() {
    assert_no_kind(&[
        "An ISO 8601 repeating interval",
        "ISO-8601 week of the harvest",
        "The day of the week in ISO-8601 format",
        "The period in ISO-8601 format",
        "The label, an ISO-8601 string",
    ]);
}

#[test]
fn a_description_of_a_format_has_no_kind() {
    assert_no_kind(&[
        "How dates are read. The format syntax is that of yyyy-MM-dd'T'HH:mm X.",
        "How dates are read, for example yyyy-MM-dd",
        "Placeholders for the name: YYYY: year; MM: month",
        "File name, such as backup-yyyy-MM-dd.zip",
        "The month, as yyyy-MM",
        "A date like MM/dd/yyyy",
        "yyyy-MM-dd HH:mm",
    ]);
}

#[test]
fn prose_without_a_format_has_no_kind() {
    assert_no_kind(&[
        "",
        "The date of the party",
        "Timestamp when the oven was lit",
        "Interval in seconds",
    ]);
}

/// Words that affect the rules, except those of the standard sentences.
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

/// Prose that affects no rule.
const UNRELATED: &[&str] = &[
    "The kettle.",
    "It whistles",
    "'steam'",
    "(hot)",
    "1/2",
    "é",
    "If full,",
];

proptest! {
    #[test]
    fn a_text_with_a_kind_mentions_a_format(text in any::<String>()) {
        let announced = format!("{text} is represented as an ISO-8601 string {text}");
        for text in [&text, &announced] {
            prop_assert!(time_kind(text).is_none() || text.to_lowercase().contains("8601") || text.to_lowercase().contains("yyyy"));
        }
    }

    #[test]
    fn unrelated_prose_before_a_sentence_does_not_change_the_kind(
        unrelated in prop::collection::vec(prop::sample::select(UNRELATED), 0..8),
        text in prose(),
    ) {
        let prefixed = format!("{}. {text}", unrelated.join(" "));
        prop_assert_eq!(time_kind(&prefixed), time_kind(&text));
    }

    #[test]
    fn case_does_not_matter(text in prose()) {
        prop_assert_eq!(time_kind(&text), time_kind(&text.to_lowercase()));
    }

    #[test]
    fn a_standard_sentence_after_any_prose_decides_the_kind(text in prose()) {
        let text = format!("{text}. Date time is represented as an ISO-8601 string.");
        prop_assert_eq!(time_kind(&text), Some(Scalar::DateTime));
    }
}
