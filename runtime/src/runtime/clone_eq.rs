//! Cloning and equality, field by field.

use super::{
    Extra, ModelFields, Properties,
    containers::items,
    model_fields::meta,
    original::Sent,
    value::{ValueMut, ValueRef},
    visit::{FieldVisitor, IndexedValues, Init, Visit},
};

/// Clones a model.
pub fn clone<T: ModelFields + Default>(model: &T) -> T {
    let mut copy = T::default();
    copy_model(model, &mut copy);
    copy
}

fn copy_model(from: &dyn ModelFields, to: &mut dyn ModelFields) {
    from.visit_fields(&mut FieldVisitor::new(&mut Copier(to)));
}

/// A visitor that copies fields to a blank model.
struct Copier<'t>(&'t mut dyn ModelFields);

impl<'a> Visit<'a> for Copier<'_> {
    fn meta(&mut self, _: Properties, extra: &'a Extra) {
        if let Some((_, to)) = meta(self.0) {
            to.clone_from(extra);
        }
    }

    fn value(&mut self, index: usize, value: ValueRef<'a>) {
        copy_value(value, self.0.field_mut(index, Init::Blank));
    }
}

/// Copies a value to a field of the same type.
pub(super) fn copy_value(from: ValueRef<'_>, to: ValueMut<'_>) {
    match (from, to) {
        (ValueRef::Text(from), ValueMut::Text(to)) => from.clone_into(to),
        (ValueRef::TypedString(from), ValueMut::TypedString(to)) => {
            to.set(from.as_text());
        }
        (ValueRef::Enum(from), ValueMut::Enum(to, _)) => to.clone_from(from),
        (ValueRef::Number(from), ValueMut::Number(to)) => *to = from,
        (ValueRef::Integer(from), ValueMut::Integer(to)) => *to = from,
        (ValueRef::Float(from), ValueMut::Float(to)) => *to = from,
        (ValueRef::Boolean(from), ValueMut::Boolean(to)) => *to = from,
        (ValueRef::Any(from), ValueMut::Any(to)) => to.clone_from(from),
        (ValueRef::Model(from), ValueMut::Model(to)) => copy_model(from, to),
        (ValueRef::List(from), ValueMut::List(to)) => {
            items(from).for_each(|item| copy_value(item, to.push_blank()));
        }
        (ValueRef::Map(from), ValueMut::Map(to)) => {
            for (name, value) in from.entries() {
                copy_value(value, to.insert_blank(name.to_owned()));
            }
        }
        // Both are the same field of the same model, so they have the same type.
        _ => {}
    }
}

/// Checks whether two values of the same model are equal, apart from the notation of numbers.
pub fn equal(left: &dyn ModelFields, right: &dyn ModelFields) -> bool {
    let (left, right) = (IndexedValues::of(left), IndexedValues::of(right));
    let is_equal = |pair| match pair {
        (Some(left), Some(right)) => equal_values(left, right),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    left.iter().zip(right.iter()).all(is_equal) && left.extra == right.extra
}

/// Checks whether two values of the same type are equal.
pub(super) fn equal_values(left: Sent<'_>, right: Sent<'_>) -> bool {
    match (left.value, right.value) {
        (ValueRef::Text(left), ValueRef::Text(right)) => left == right,
        (ValueRef::TypedString(left), ValueRef::TypedString(right)) => {
            left.as_text() == right.as_text()
        }
        (ValueRef::Enum(left), ValueRef::Enum(right)) => left.as_str() == right.as_str(),
        (ValueRef::Number(left), ValueRef::Number(right)) => left == right,
        (ValueRef::Integer(left), ValueRef::Integer(right)) => left == right,
        #[expect(clippy::float_cmp, reason = "models compare floats like `f64`")]
        (ValueRef::Float(left), ValueRef::Float(right)) => left == right,
        (ValueRef::Boolean(left), ValueRef::Boolean(right)) => left == right,
        (ValueRef::Any(left), ValueRef::Any(right)) => left == right,
        (ValueRef::Model(left), ValueRef::Model(right)) => equal(left, right),
        (ValueRef::List(_), ValueRef::List(_)) => {
            all_equal(left.items(), right.items(), equal_values)
        }
        (ValueRef::Map(_), ValueRef::Map(_)) => {
            let equal_entries = |(a, left): (_, _), (b, right)| a == b && equal_values(left, right);
            all_equal(left.entries(), right.entries(), equal_entries)
        }
        // Both are the same field of the same model, so they have the same type.
        _ => false,
    }
}

/// Checks whether two iterators have the same length and equal items.
fn all_equal<T>(
    mut left: impl Iterator<Item = T>,
    mut right: impl Iterator<Item = T>,
    is_equal: impl Fn(T, T) -> bool,
) -> bool {
    left.all(|left| right.next().is_some_and(|right| is_equal(left, right)))
        && right.next().is_none()
}
