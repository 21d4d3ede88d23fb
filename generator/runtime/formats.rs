//! The usual ways to decode and encode, compiled here once instead of in each program on the models.
//!
//! The compiler takes a generic function that is never inlined from a crate below, where that crate has compiled it for the
//! same types. So all that decoding and encoding JSON consist of is part of this crate, and a program has but the entrance.
//! Nobody calls these functions: that they are here is all they are for.

use super::{Model, decode::decode_into, encode};

/// Decodes from text.
///
/// # Errors
///
/// As for the models' `Deserialize`.
pub fn from_text(model: &mut dyn Model, json: &str) -> ::serde_json::Result<()> {
    decode_into(model, &mut ::serde_json::Deserializer::from_str(json))
}

/// Decodes from bytes.
///
/// # Errors
///
/// As for the models' `Deserialize`.
pub fn from_bytes(model: &mut dyn Model, json: &[u8]) -> ::serde_json::Result<()> {
    decode_into(model, &mut ::serde_json::Deserializer::from_slice(json))
}

/// Encodes to the end of a buffer.
///
/// # Errors
///
/// As for the models' `Serialize`.
pub fn to_bytes(model: &dyn Model, json: &mut Vec<u8>) -> ::serde_json::Result<()> {
    encode(model, &mut ::serde_json::Serializer::new(json))
}
