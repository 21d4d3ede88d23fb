//! Where a model departs from the docs.

mod pointer;
mod violation;
mod walk;

use super::Model;

pub use self::violation::{Violation, ViolationKind};

/// Everything in which a model departs from the docs, in the docs' order.
pub fn validate<T: Model + Default>(model: &T) -> Vec<Violation> {
    let mut walk = walk::Walk::default();
    walk.model(model, &mut T::default());
    walk.violations
}
