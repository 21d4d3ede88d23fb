//! Deserialization: one visitor for all models.
//!
//! A value that does not fit its field is not an error: it is returned as JSON, and ends up in `extra`.

mod containers;
mod model;
mod number;
mod value;

use ::serde::de::Deserializer;
use ::serde_json::Value;

use super::{ModelFields, model_fields::meta, original::Original};

pub(super) use self::{number::integer_value, value::ValueSeed};

/// Deserializes a model.
///
/// # Errors
///
/// Fails if the input is malformed or not an object.
#[inline]
pub fn decode<'de, T: ModelFields + Default, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let mut model = T::default();
    decode_into(&mut model, deserializer)?;
    Ok(model)
}

/// Deserializes into a blank model.
// Never inlined, see `monomorphize`.
#[inline(never)]
pub(super) fn decode_into<'de, D: Deserializer<'de>>(
    model: &mut dyn ModelFields,
    deserializer: D,
) -> Result<(), D::Error> {
    deserializer.deserialize_map(model::ModelVisitor(model))
}

/// The result of decoding a JSON value. Its values are boxed so that the common case is returned in registers.
pub enum Decoded {
    /// The typed value encodes to the same JSON.
    Exact,
    /// The typed value does not reproduce this part of the JSON.
    Lossy(Box<Original>),
    /// The value is of another type than the field.
    Mismatch(Box<Value>),
}

impl Decoded {
    fn lossy(original: Original) -> Self {
        Self::Lossy(Box::new(original))
    }

    #[cold]
    pub(super) fn mismatch(value: impl Into<Value>) -> Self {
        Self::Mismatch(Box::new(value.into()))
    }
}

/// Updates `extra` after a property was decoded: stores JSON that the field cannot hold, or removes an outdated entry.
pub(super) fn store_untyped(model: &mut dyn ModelFields, name: &str, decoded: Decoded) {
    let Some((properties, extra)) = meta(model) else {
        return;
    };
    match decoded {
        Decoded::Exact => drop(extra.remove(name)),
        Decoded::Lossy(original) => extra.record_original(name, *original),
        Decoded::Mismatch(value) => drop(extra.insert(name, *value)),
    }
    extra.hide(properties.secrets);
}
