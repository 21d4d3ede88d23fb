//! The string type of time values, and the macro that defines them.

use ::serde::de::{self, Visitor};
use ::std::{
    fmt,
    hash::{Hash, Hasher},
    str::from_utf8,
};

/// The number of bytes stored without a second allocation: enough for a date-time with nanoseconds and an offset, which
/// takes 35. With their length and the tag of the variants they fill 40 bytes.
const INLINE: usize = 38;

/// A string that is one pointer wide and, at any usual length, needs one allocation.
///
/// A model has many time values, and most of them are absent: `Option<CompactString>` takes 8 bytes, `Option<String>` 24.
#[derive(Clone)]
pub struct CompactString(Box<Buffer>);

#[derive(Clone)]
enum Buffer {
    Inline { length: u8, bytes: [u8; INLINE] },
    Long(Box<str>),
}

impl CompactString {
    pub fn new(text: &str) -> Self {
        let mut bytes = [0; INLINE];
        let buffer = match (bytes.get_mut(..text.len()), u8::try_from(text.len())) {
            (Some(start), Ok(length)) => {
                start.copy_from_slice(text.as_bytes());
                Buffer::Inline { length, bytes }
            }
            _ => Buffer::Long(text.into()),
        };
        Self(Box::new(buffer))
    }

    pub fn as_str(&self) -> &str {
        match &*self.0 {
            // The bytes were copied from a whole `str`, so neither default is ever used.
            Buffer::Inline { length, bytes } => {
                let bytes = bytes.get(..usize::from(*length)).unwrap_or_default();
                from_utf8(bytes).unwrap_or_default()
            }
            Buffer::Long(text) => text,
        }
    }
}

impl Default for CompactString {
    fn default() -> Self {
        Self::new("")
    }
}

impl PartialEq for CompactString {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for CompactString {}

impl Hash for CompactString {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

/// A visitor that accepts any string.
pub struct CompactStringVisitor;

impl Visitor<'_> for CompactStringVisitor {
    type Value = CompactString;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<CompactString, E> {
        Ok(CompactString::new(text))
    }
}

/// Defines a type that holds any text and parses it with `$parse` on demand.
macro_rules! time_string {
    ($(#[$doc:meta])* $name:ident, $parse:path => $parsed:ty, $expected:expr) => {
        $(#[$doc])*
        #[derive(Clone, Default, PartialEq, Eq, Hash)]
        pub struct $name(CompactString);

        impl $name {
            /// Creates a value from any text. To reject a text that cannot be parsed, use `parse`.
            #[must_use]
            pub fn new(text: impl AsRef<str>) -> Self {
                Self(CompactString::new(text.as_ref()))
            }

            /// Returns the text, unchanged.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }

            /// Checks that the text can be parsed.
            ///
            /// # Errors
            ///
            /// Fails if the text cannot be parsed.
            pub fn check(&self) -> Result<(), TimeError> {
                self.parsed().map(drop)
            }

            pub(super) fn parsed(&self) -> Result<$parsed, TimeError> {
                $parse(self.as_str()).ok_or_else(|| self.error($expected))
            }

            pub(super) fn error(&self, expected: &'static str) -> TimeError {
                TimeError::new(self.as_str(), expected)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = TimeError;

            /// Creates a value from a text that can be parsed. `From<&str>` accepts any text.
            fn from_str(text: &str) -> Result<Self, TimeError> {
                let value = Self::new(text);
                value.check()?;
                Ok(value)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.as_str().into()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, text: &str) -> bool {
                self.as_str() == text
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, text: &&str) -> bool {
                self.as_str() == *text
            }
        }

        impl PartialEq<String> for $name {
            fn eq(&self, text: &String) -> bool {
                self.as_str() == text
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(self.as_str(), f)
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Debug::fmt(self.as_str(), f)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            /// Accepts any string.
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(CompactStringVisitor).map(Self)
            }
        }
    };
}

pub(super) use time_string;
