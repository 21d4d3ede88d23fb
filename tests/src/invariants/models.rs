//! Any JSON object decodes as any model and encodes to itself.

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
/// If an invariant is violated.
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
        Value::String(text) => time::check(text),
        Value::Array(values) => values.iter().for_each(check_strings),
        Value::Object(map) => map.values().for_each(check_strings),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
