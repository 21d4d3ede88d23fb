//! Comparison of a model's property table with the types of its fields.

use crate::runtime::{Init, Kind, Model, Properties, ValueMut};

/// Checks that the kind of each property is the kind of its field.
///
/// # Errors
///
/// If the kinds of a property and its field differ.
pub fn check_kinds(model: &mut dyn Model) -> Result<(), String> {
    for (index, property) in properties(model).iter().enumerate() {
        let field = field_kind(&model.field_mut(index, Init::Blank));
        if Some(property.kind) != field {
            return Err(format!("{property:?} has a field of the kind {field:?}"));
        }
    }
    Ok(())
}

/// Returns the properties of a model.
pub fn properties(model: &mut dyn Model) -> Properties {
    match model.field_mut(usize::MAX, Init::Blank) {
        ValueMut::Meta(properties, _) => properties,
        _ => Properties::default(),
    }
}

fn field_kind(field: &ValueMut<'_>) -> Option<Kind> {
    Some(match field {
        ValueMut::Text(_) => Kind::Text,
        ValueMut::TypedString(string) => string.kind(),
        ValueMut::Enum(..) => Kind::Enum,
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
