//! Decoding: one visitor for all models.
//!
//! A value that does not fit its field is no error: it comes back as JSON and is kept in `extra`.

mod list;
mod map;
mod model;
mod name;
mod number;
mod slot;

use ::serde::de::Deserializer;
use ::serde_json::Value;

use super::{Model, model::rest};

pub(super) use self::slot::SlotSeed;

/// Decodes a model.
///
/// # Errors
///
/// Where the input is no object, or no JSON.
#[inline]
pub fn decode<'de, T: Model + Default, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let mut model = T::default();
    decode_into(&mut model, deserializer)?;
    Ok(model)
}

/// Decodes into a blank model.
///
/// # Errors
///
/// Where the input is no object, or no JSON.
// Never inlined, see `formats`.
#[inline(never)]
pub fn decode_into<'de, D: Deserializer<'de>>(
    model: &mut dyn Model,
    deserializer: D,
) -> Result<(), D::Error> {
    deserializer.deserialize_map(model::ModelVisitor(model))
}

/// How a value went into its slot.
///
/// What is kept of it is boxed, so that the common case returns in registers.
pub enum Fit {
    /// It is in.
    Typed,
    /// It is in, but the field's type cannot tell how it was written.
    Beside(Box<Value>),
    /// It is of another shape.
    Misfit(Box<Value>),
}

impl Fit {
    fn beside(value: Value) -> Self {
        Self::Beside(Box::new(value))
    }

    #[cold]
    pub(super) fn misfit(value: impl Into<Value>) -> Self {
        Self::Misfit(Box::new(value.into()))
    }
}

/// Keeps what the field itself could not, and drops what an earlier entry of the same name left.
pub(super) fn keep_beside(model: &mut dyn Model, name: &str, fit: Fit) {
    let Some((_, extra)) = rest(model) else {
        return;
    };
    match fit {
        Fit::Typed => drop(extra.remove(name)),
        Fit::Beside(sent) => extra.keep_spelling(name, *sent),
        Fit::Misfit(value) => drop(extra.insert(name, *value)),
    }
}
