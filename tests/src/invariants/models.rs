//! Any JSON does a model no harm.

use genesys_models::{
    CallbackConversation, CallbackConversationEntityListing, CallbackMediaParticipant, ErrorBody,
    JourneyContext, MediaParticipantRequest, ParticipantAttributes, TransferResponse, Wrapup,
};
use serde_json::Value;

use super::time;
use crate::{
    law,
    law::subject,
    sample::{Everything, Person},
};

/// Models of every kind of field, and those with all kinds.
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

/// Holds a payload against what is promised of a model, which the first byte chooses.
///
/// # Panics
///
/// Where a promise is broken.
pub fn check(bytes: &[u8]) {
    let Some((first, payload)) = bytes.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(payload);
    let index = usize::from(first.wrapping_sub(b'a')) % MODELS.len();
    let (check_model, _) = MODELS[index];
    check_model(&text);
    if let Ok(value) = serde_json::from_str(&text) {
        check_texts(&value);
    }
}

/// Each text may stand in a field for times.
fn check_texts(value: &Value) {
    match value {
        Value::String(text) => time::check(text),
        Value::Array(values) => values.iter().for_each(check_texts),
        Value::Object(map) => map.values().for_each(check_texts),
        _ => {}
    }
}
