//! Whether a model's table of properties agrees with the types of its fields.

use super::super::runtime::{Access, Kind, Model, Properties, Slot};

/// Holds the kinds of a model's properties against the types of its fields.
///
/// # Errors
///
/// Says which property is of another kind than its field.
pub fn check_kinds(model: &mut dyn Model) -> Result<(), String> {
    for (index, property) in properties(model).iter().enumerate() {
        let field = kind(&model.slot(index, Access::Open));
        if Some(property.kind) != field {
            return Err(format!("{property:?} has a field of {field:?}"));
        }
    }
    Ok(())
}

/// What a model says of its properties.
pub fn properties(model: &mut dyn Model) -> Properties {
    match model.slot(usize::MAX, Access::Open) {
        Slot::Rest(properties, _) => properties,
        _ => Properties::default(),
    }
}

fn kind(slot: &Slot<'_>) -> Option<Kind> {
    Some(match slot {
        Slot::Text(_) => Kind::Text,
        Slot::Token(token) => token.kind(),
        Slot::Number(_) => Kind::Number,
        Slot::Integer(_) => Kind::Integer,
        Slot::Float(_) => Kind::Float,
        Slot::Boolean(_) => Kind::Boolean,
        Slot::Any(_) => Kind::Any,
        Slot::Model(_) => Kind::Model,
        Slot::List(_) => Kind::List,
        Slot::Map(_) => Kind::Map,
        Slot::Rest(..) | Slot::Closed => return None,
    })
}
