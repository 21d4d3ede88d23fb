//! What all types of time values have in common.

/// Defines a type that keeps a text, and `read`, which reads it as `$meaning`.
macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident, $read:path => $meaning:ty, $expected:expr) => {
        $(#[$doc])*
        #[derive(Clone, Default, PartialEq, Eq, Hash)]
        pub struct $name(Text);

        impl $name {
            /// Keeps a text, whatever it is; `parse` is the way that checks it.
            #[must_use]
            pub fn new(text: impl AsRef<str>) -> Self {
                Self(Text::new(text.as_ref()))
            }

            /// The text, exactly as it was sent.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }

            /// Whether the text can be read as what it should be.
            ///
            /// # Errors
            ///
            /// Shows the text where it cannot.
            pub fn check(&self) -> Result<(), TimeError> {
                self.read().map(drop)
            }

            pub(super) fn read(&self) -> Result<$meaning, TimeError> {
                $read(self.as_str()).ok_or_else(|| self.error($expected))
            }

            pub(super) fn error(&self, expected: &'static str) -> TimeError {
                TimeError::new(self.as_str(), expected)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = TimeError;

            /// Checks the text and keeps it as it is, unlike `From<&str>`, which keeps any text.
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
            /// Takes any text.
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(TextVisitor).map(Self)
            }
        }
    };
}

pub(super) use text_type;
