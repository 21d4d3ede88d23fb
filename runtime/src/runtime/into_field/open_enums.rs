//! Conversions of text to open enums.

use super::{super::OpenEnum, IntoField};

impl<E: OpenEnum> IntoField<E> for &str {
    fn into_field(self) -> Option<E> {
        Some(E::from_text(self))
    }
}

impl<E: OpenEnum> IntoField<E> for String {
    fn into_field(self) -> Option<E> {
        Some(E::from_text(&self))
    }
}

impl<E: OpenEnum> IntoField<E> for &String {
    fn into_field(self) -> Option<E> {
        Some(E::from_text(self))
    }
}
