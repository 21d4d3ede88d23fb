//! Cloning: field by field.

use super::{
    Model,
    field::{Slot, View},
    list::items,
    model::{extra, extra_mut},
};

/// Clones a model.
pub fn clone<T: Model + Default>(model: &T) -> T {
    let mut copy = T::default();
    copy_model(model, &mut copy);
    copy
}

fn copy_model(from: &dyn Model, to: &mut dyn Model) {
    for index in 0..from.shape().properties.len() {
        if let Some(view) = from.field(index).view() {
            copy(view, to.field_mut(index).slot());
        }
    }
    if let Some(to) = extra_mut(to) {
        to.clone_from(extra(from));
    }
}

/// Copies a value into a slot of the same type.
fn copy(from: View<'_>, to: Slot<'_>) {
    match (from, to) {
        (View::Text(from), Slot::Text(to)) => from.clone_into(to),
        (View::Token(from), Slot::Token(to)) => to.set_text(from.text()),
        (View::Number(from), Slot::Number(to)) => *to = from,
        (View::Integer(from), Slot::Integer(to)) => *to = from,
        (View::Float(from), Slot::Float(to)) => *to = from,
        (View::Boolean(from), Slot::Boolean(to)) => *to = from,
        (View::Any(from), Slot::Any(to)) => to.clone_from(from),
        (View::Model(from), Slot::Model(to)) => copy_model(from, to),
        (View::List(from), Slot::List(to)) => items(from).for_each(|item| copy(item, to.push())),
        (View::Map(from), Slot::Map(to)) => {
            for (name, value) in from.entries() {
                copy(value, to.put(name.to_owned()));
            }
        }
        // Both come from the same field of the same model.
        _ => {}
    }
}
