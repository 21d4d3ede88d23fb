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

use super::{Model, model::extra_mut};

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
    deserializer.deserialize_map(model::ModelVisitor(&mut model))?;
    Ok(model)
}

/// How a value went into its slot.
pub enum Fit {
    /// It is in.
    Typed,
    /// It is in, but the field's type cannot tell how it was written.
    Beside(Value),
    /// It is of another shape.
    Misfit(Value),
}

/// Keeps what the field itself could not, and drops what an earlier entry of the same name left.
pub(super) fn keep_beside(model: &mut dyn Model, name: &str, fit: Fit) {
    let Some(extra) = extra_mut(model) else {
        return;
    };
    match fit {
        Fit::Typed => drop(extra.remove(name)),
        Fit::Beside(sent) => extra.keep_spelling(name, sent),
        Fit::Misfit(value) => drop(extra.insert(name, value)),
    }
}
