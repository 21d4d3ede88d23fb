//! Cloning: field by field.

use super::{
    Extra, Model, Properties,
    fields::{Access, Fields, Reader},
    list::items,
    model::rest,
    value::{Slot, View},
};

/// Clones a model.
pub fn clone<T: Model + Default>(model: &T) -> T {
    let mut copy = T::default();
    copy_model(model, &mut copy);
    copy
}

fn copy_model(from: &dyn Model, to: &mut dyn Model) {
    from.read(&mut Fields::new(&mut Copier(to)));
}

/// Copies what it reads to a blank model.
struct Copier<'t>(&'t mut dyn Model);

impl<'a> Reader<'a> for Copier<'_> {
    fn start(&mut self, _: Properties, extra: &'a Extra) {
        if let Some((_, to)) = rest(self.0) {
            to.clone_from(extra);
        }
    }

    fn value(&mut self, index: usize, value: View<'a>) {
        copy(value, self.0.slot(index, Access::Open));
    }
}

/// Copies a value into a slot of the same type.
fn copy(from: View<'_>, to: Slot<'_>) {
    match (from, to) {
        (View::Text(from), Slot::Text(to)) => from.clone_into(to),
        (View::Text(from), Slot::Token(to)) => {
            to.set(from);
        }
        (View::Token(from), Slot::Token(to)) => {
            to.set(from.text());
        }
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
