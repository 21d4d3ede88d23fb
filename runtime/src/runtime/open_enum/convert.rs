//! Conversions and comparisons of open enums.

use ::core::{convert::Infallible, str::FromStr};

use ::serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{
    super::{
        field_value::FieldValue,
        value::{ValueMut, ValueRef},
    },
    EnumText, Listed, OpenEnum,
};

impl<E: Listed> From<E> for OpenEnum<E> {
    fn from(variant: E) -> Self {
        Self::from_text(EnumText::listed(variant.as_str()))
    }
}

impl<E: Listed> From<&str> for OpenEnum<E> {
    fn from(text: &str) -> Self {
        Self::from_text(EnumText::new(text, E::VALUES))
    }
}

impl<E: Listed> From<&String> for OpenEnum<E> {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl<E: Listed> From<String> for OpenEnum<E> {
    fn from(text: String) -> Self {
        Self::from_text(EnumText::from_string(text, E::VALUES))
    }
}

impl<E> From<OpenEnum<E>> for String {
    fn from(open: OpenEnum<E>) -> Self {
        open.text.into_string()
    }
}

impl<E: Listed> FromStr for OpenEnum<E> {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::from(text))
    }
}

impl<E> AsRef<str> for OpenEnum<E> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl<E: Listed> PartialEq<E> for OpenEnum<E> {
    fn eq(&self, other: &E) -> bool {
        self.as_str() == other.as_str()
    }
}

/// Implements comparison with text, in both directions.
macro_rules! compare {
    ($($text:ty)*) => {$(
        impl<E> PartialEq<$text> for OpenEnum<E> {
            fn eq(&self, other: &$text) -> bool {
                *self.as_str() == **other
            }
        }

        impl<E> PartialEq<OpenEnum<E>> for $text {
            fn eq(&self, other: &OpenEnum<E>) -> bool {
                **self == *other.as_str()
            }
        }
    )*};
}

compare!(&str String);

impl<E> PartialEq<str> for OpenEnum<E> {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl<E> PartialEq<OpenEnum<E>> for str {
    fn eq(&self, other: &OpenEnum<E>) -> bool {
        self == other.as_str()
    }
}

impl<E> Serialize for OpenEnum<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de, E: Listed> Deserialize<'de> for OpenEnum<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

impl<E: Listed> FieldValue for OpenEnum<E> {
    fn blank() -> Self {
        Self::from("")
    }

    fn value_ref(&self) -> ValueRef<'_> {
        ValueRef::Enum(self.text())
    }

    fn value_mut(&mut self) -> ValueMut<'_> {
        ValueMut::Enum(self.text_mut(), E::VALUES)
    }
}
