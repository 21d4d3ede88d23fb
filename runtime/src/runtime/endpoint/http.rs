//! HTTP methods and the parts of a request, each with a fixed text.

use ::core::{fmt, str::FromStr};
use ::std::error::Error;

/// The error of parsing an [`HttpMethod`] or a [`Place`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseNameError(&'static str);

impl fmt::Display for ParseNameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not {}", self.0)
    }
}

impl Error for ParseNameError {}

/// Defines enums whose variants have a fixed text. The literal after the name describes a value in errors.
macro_rules! text_enums {
    ($($(#[$doc:meta])* $name:ident $expected:literal { $($(#[$about:meta])* $variant:ident $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$about])* $variant,)* }

        impl $name {
            /// All variants.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Returns the variant's text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }

        impl FromStr for $name {
            type Err = ParseNameError;

            /// Parses the exact text of a variant.
            fn from_str(text: &str) -> Result<Self, ParseNameError> {
                let mut all = Self::ALL.iter().copied();
                all.find(|variant| variant.as_str() == text).ok_or(ParseNameError($expected))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }
    )*};
}

text_enums! {
    /// An HTTP method.
    HttpMethod "an HTTP method" {
        /// `DELETE`.
        Delete "DELETE",
        /// `GET`.
        Get "GET",
        /// `HEAD`.
        Head "HEAD",
        /// `OPTIONS`.
        Options "OPTIONS",
        /// `PATCH`.
        Patch "PATCH",
        /// `POST`.
        Post "POST",
        /// `PUT`.
        Put "PUT",
    }
    /// The part of a request that contains a parameter.
    Place "a parameter's place" {
        /// The path, which has the parameter's name in braces.
        Path "path",
        /// The query.
        Query "query",
        /// A header.
        Header "header",
        /// The body.
        Body "body",
    }
}
