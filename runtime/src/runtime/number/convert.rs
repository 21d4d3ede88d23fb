//! Conversions to and from the standard integers and floats.

use super::{Number, NumberError, Repr};

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self(Repr::Signed(value))
    }
}

impl From<u64> for Number {
    fn from(value: u64) -> Self {
        Self(Repr::Unsigned(value))
    }
}

impl From<isize> for Number {
    fn from(value: isize) -> Self {
        // At most 64 bits wide on every target of the standard library.
        Self::from(value as i64)
    }
}

impl From<usize> for Number {
    fn from(value: usize) -> Self {
        // At most 64 bits wide on every target of the standard library.
        Self::from(value as u64)
    }
}

impl From<f64> for Number {
    /// Accepts every float. Serializing one that is not finite fails, see [`Number`].
    fn from(value: f64) -> Self {
        Self(Repr::Float(value))
    }
}

impl From<f32> for Number {
    /// Keeps the exact value, which may print with more digits: `0.1_f32` prints `0.10000000149011612`.
    fn from(value: f32) -> Self {
        Self::from(f64::from(value))
    }
}

/// Implements `From` for narrow integers by widening them.
macro_rules! from_narrow {
    ($wide:ty: $($narrow:ty)*) => {$(
        impl From<$narrow> for Number {
            fn from(value: $narrow) -> Self {
                Self::from(<$wide>::from(value))
            }
        }
    )*};
}

from_narrow!(i64: i8 i16 i32);
from_narrow!(u64: u8 u16 u32);

macro_rules! try_into_integer {
    ($($integer:ty)*) => {$(
        impl TryFrom<Number> for $integer {
            type Error = NumberError;

            /// Fails if the number has a fraction or is out of range.
            fn try_from(number: Number) -> Result<Self, NumberError> {
                number
                    .integer_value()
                    .and_then(|integer| Self::try_from(integer).ok())
                    .ok_or_else(|| NumberError::new(&number, stringify!($integer)))
            }
        }
    )*};
}

try_into_integer!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

impl TryFrom<Number> for f64 {
    type Error = NumberError;

    /// Fails if the number is an integer that no `f64` equals.
    fn try_from(number: Number) -> Result<Self, NumberError> {
        number
            .as_f64()
            .ok_or_else(|| NumberError::new(&number, "f64"))
    }
}

impl TryFrom<Number> for f32 {
    type Error = NumberError;

    /// Fails if no `f32` has exactly this value, as for `0.1`. To round, use `number.to_f64_lossy() as f32`.
    #[allow(clippy::cast_possible_truncation)] // The comparison detects it.
    fn try_from(number: Number) -> Result<Self, NumberError> {
        number
            .as_f64()
            .map(|wide| (wide, wide as f32))
            .filter(|(wide, narrow)| wide.to_bits() == f64::from(*narrow).to_bits())
            .map(|(_, narrow)| narrow)
            .ok_or_else(|| NumberError::new(&number, "f32"))
    }
}

impl Number {
    /// Converts a wide integer, if it fits into `i64` or `u64`.
    pub(super) fn from_wide(value: i128) -> Option<Self> {
        let signed = i64::try_from(value).map(Self::from);
        signed
            .or_else(|_| u64::try_from(value).map(Self::from))
            .ok()
    }
}
