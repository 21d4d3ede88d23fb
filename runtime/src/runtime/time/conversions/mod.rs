//! Conversions to and from the types of the standard library and of the time libraries.
//!
//! The conversions to a time library depend on the Cargo feature of its name.

/// Implements `TryFrom` with the method that converts to a library's type.
macro_rules! impl_try_from {
    ($method:ident: $($ours:ty => $theirs:ty,)*) => {$(
        impl TryFrom<&$ours> for $theirs {
            type Error = TimeError;

            fn try_from(value: &$ours) -> Result<Self, TimeError> {
                value.$method()
            }
        }
    )*};
}

#[cfg(feature = "chrono")]
mod with_chrono;
#[cfg(feature = "jiff")]
mod with_jiff;
mod with_std;
#[cfg(feature = "time")]
mod with_time;
