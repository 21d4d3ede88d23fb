//! Enums that the docs list, and that are never complete.

/// A text of which the docs list some values; any other is kept as it is, case included.
pub trait OpenEnum: Sized {
    /// The values that the docs list, in their order.
    const VALUES: &'static [&'static str];

    /// The variant of a listed text, or the one that keeps any other.
    fn from_text(text: &str) -> Self;

    /// The text as it stands on the wire.
    fn as_str(&self) -> &str;

    /// Whether the docs list the text.
    fn is_listed(&self) -> bool {
        Self::VALUES.contains(&self.as_str())
    }
}

/// Gives an open enum what every such type has.
#[allow(unused_macros, reason = "not all sets of models have enums")]
macro_rules! open_enum {
    ($name:ident) => {
        impl $name {
            /// The text as it stands on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                super::super::runtime::OpenEnum::as_str(self)
            }
        }

        impl super::super::runtime::Token for $name {
            fn text(&self) -> &str {
                self.as_str()
            }

            fn kind() -> super::super::runtime::Kind {
                super::super::runtime::Kind::Enum
            }

            fn of(text: &str) -> Self {
                Self::from(text)
            }

            fn is_listed(&self) -> bool {
                super::super::runtime::OpenEnum::is_listed(self)
            }
        }

        impl super::super::runtime::Item for $name {
            fn blank() -> Self {
                Self::from("")
            }

            fn view(&self) -> super::super::runtime::View<'_> {
                super::super::runtime::View::Token(self)
            }

            fn slot(&mut self) -> super::super::runtime::Slot<'_> {
                super::super::runtime::Slot::Token(self)
            }
        }

        impl ::core::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                super::super::runtime::OpenEnum::from_text(text)
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            fn from(text: ::std::string::String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;

            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                ::core::result::Result::Ok(Self::from(text))
            }
        }

        impl ::core::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::core::cmp::PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl ::core::cmp::PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                let text =
                    <::std::string::String as ::serde::Deserialize>::deserialize(deserializer)?;
                ::core::result::Result::Ok(Self::from(text))
            }
        }
    };
}

pub(in super::super) use open_enum;
