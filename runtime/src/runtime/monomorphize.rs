//! Instances of the decoder and the encoder for `serde_json`, which programs link instead of compiling them again.
//!
//! rustc reuses an instance of a generic function that an upstream crate has compiled for the same types, as long as the
//! function is never inlined. These functions exist only to create the instances; nothing calls them.

use super::{ModelFields, decode::decode_into, encode::encode};

/// Decodes a model from text.
///
/// # Errors
///
/// Fails if the text is not a JSON object.
pub fn from_str(model: &mut dyn ModelFields, json: &str) -> ::serde_json::Result<()> {
    decode_into(model, &mut ::serde_json::Deserializer::from_str(json))
}

/// Decodes a model from bytes.
///
/// # Errors
///
/// Fails if the bytes are not a JSON object.
pub fn from_slice(model: &mut dyn ModelFields, json: &[u8]) -> ::serde_json::Result<()> {
    decode_into(model, &mut ::serde_json::Deserializer::from_slice(json))
}

/// Appends the JSON of a model to a buffer.
///
/// # Errors
///
/// Fails if a float is not finite.
pub fn to_writer(model: &dyn ModelFields, json: &mut Vec<u8>) -> ::serde_json::Result<()> {
    encode(model, &mut ::serde_json::Serializer::new(json))
}
