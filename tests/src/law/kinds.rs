//! Whether a model's table of properties agrees with the types of its fields.

use crate::runtime::{Init, Kind, Model, Properties, ValueMut};

/// Holds the kinds of a model's properties against the types of its fields.
///
/// # Errors
///
/// Says which property is of another kind than its field.
pub fn check_kinds(model: &mut dyn Model) -> Result<(), String> {
    for (index, property) in properties(model).iter().enumerate() {
        let field = kind(&model.field_mut(index, Init::Blank));
        if Some(property.kind) != field {
            return Err(format!("{property:?} has a field of {field:?}"));
        }
    }
    Ok(())
}

/// What a model says of its properties.
pub fn properties(model: &mut dyn Model) -> Properties {
    match model.field_mut(usize::MAX, Init::Blank) {
        ValueMut::Meta(properties, _) => properties,
        _ => Properties::default(),
    }
}

fn kind(slot: &ValueMut<'_>) -> Option<Kind> {
    Some(match slot {
        ValueMut::Text(_) => Kind::Text,
        ValueMut::TypedString(token) => token.kind(),
        ValueMut::Number(_) => Kind::Number,
        ValueMut::Integer(_) => Kind::Integer,
        ValueMut::Float(_) => Kind::Float,
        ValueMut::Boolean(_) => Kind::Boolean,
        ValueMut::Any(_) => Kind::Any,
        ValueMut::Model(_) => Kind::Model,
        ValueMut::List(_) => Kind::List,
        ValueMut::Map(_) => Kind::Map,
        ValueMut::Meta(..) | ValueMut::Unset => return None,
    })
}
