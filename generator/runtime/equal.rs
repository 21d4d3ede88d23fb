//! Equality: field by field.

use super::{Model, list::items, value::View, values::Values};

/// Whether two values of one model are equal.
pub fn equal(left: &dyn Model, right: &dyn Model) -> bool {
    let (left, right) = (Values::of(left), Values::of(right));
    let is_same = |pair| match pair {
        (Some(left), Some(right)) => same(left, right),
        (None, None) => true,
        _ => false,
    };
    left.iter().zip(right.iter()).all(is_same) && left.extra == right.extra
}

/// Whether two values of one type are equal.
fn same(left: View<'_>, right: View<'_>) -> bool {
    match (left, right) {
        (View::Text(left), View::Text(right)) => left == right,
        (View::Token(left), View::Token(right)) => left.text() == right.text(),
        (View::Number(left), View::Number(right)) => left == right,
        (View::Integer(left), View::Integer(right)) => left == right,
        #[expect(clippy::float_cmp, reason = "as `f64` itself does")]
        (View::Float(left), View::Float(right)) => left == right,
        (View::Boolean(left), View::Boolean(right)) => left == right,
        (View::Any(left), View::Any(right)) => left == right,
        (View::Model(left), View::Model(right)) => equal(left, right),
        (View::List(left), View::List(right)) => {
            left.len() == right.len()
                && items(left)
                    .zip(items(right))
                    .all(|(left, right)| same(left, right))
        }
        (View::Map(left), View::Map(right)) => {
            let pairs = || left.entries().zip(right.entries());
            left.len() == right.len()
                && pairs().all(|((a, left), (b, right))| a == b && same(left, right))
        }
        // Both come from the same field of the same model.
        _ => false,
    }
}
