//! Any JSON object decodes as any model and encodes to itself, and any string converts to a time or to an error.

use genesys_models::{
    CallbackConversation, CallbackConversationEntityListing, CallbackMediaParticipant, ErrorBody,
    JourneyContext, MediaParticipantRequest, ParticipantAttributes, TransferResponse, Wrapup,
    runtime::{Date, DateTime, Duration, Interval, LocalDateTime, TimeError},
};
use serde_json::Value;

use crate::{
    generated::law::subject,
    law,
    sample::{Everything, Person},
};

/// Models that together have fields of every kind.
pub const MODELS: &[law::Subject] = &[
    law::subject::<Everything>(),
    law::subject::<Person>(),
    subject::<CallbackConversation>(),
    subject::<CallbackConversationEntityListing>(),
    subject::<CallbackMediaParticipant>(),
    subject::<ErrorBody>(),
    subject::<JourneyContext>(),
    subject::<MediaParticipantRequest>(),
    subject::<ParticipantAttributes>(),
    subject::<TransferResponse>(),
    subject::<Wrapup>(),
];

/// Checks the invariants of a model, which the first byte selects, for a payload.
///
/// # Panics
///
/// If one is broken.
pub fn check(bytes: &[u8]) {
    let Some((first, payload)) = bytes.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(payload);
    let index = usize::from(first.wrapping_sub(b'a')) % MODELS.len();
    let (check_model, _) = MODELS[index];
    check_model(&text);
    if let Ok(value) = serde_json::from_str(&text) {
        check_strings(&value);
    }
}

/// Checks each string in a value as a time.
fn check_strings(value: &Value) {
    match value {
        Value::String(text) => check_times(text),
        Value::Array(values) => values.iter().for_each(check_strings),
        Value::Object(map) => map.values().for_each(check_strings),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Checks that a string converts with every time library, as every kind of time, to a value or to an error with the same
/// string.
fn check_times(text: &str) {
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
    // An error here has the text of one end of the interval.
    let _ = interval.to_time();
    if let Ok((start, end)) = interval.bounds() {
        assert_eq!((start.check(), end.check()), (Ok(()), Ok(())));
    }
}
