//! Exact comparison of integers and floats by value.

use ::std::{
    cmp::Ordering,
    hash::{Hash, Hasher},
};

use super::{Number, Repr};

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Orders numbers by their value: `5` and `5.0` are equal. NaN, which JSON cannot contain, is greater than all numbers.
impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let ordering = match (self.0, other.0) {
            (Repr::Float(left), Repr::Float(right)) => left.partial_cmp(&right),
            (Repr::Float(left), right) => { right.integer() }
                .and_then(|right| compare_with_float(right, left))
                .map(Ordering::reverse),
            (left, Repr::Float(right)) => {
                { left.integer() }.and_then(|left| compare_with_float(left, right))
            }
            (left, right) => Some(left.integer().cmp(&right.integer())),
        };
        ordering.unwrap_or_else(|| self.0.is_nan().cmp(&other.0.is_nan()))
    }
}

/// Hashes equal numbers alike, whether they are integers or floats.
impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hashed().hash(state);
    }
}

impl Repr {
    fn integer(self) -> Option<i128> {
        match self {
            Self::Signed(integer) => Some(integer.into()),
            Self::Unsigned(integer) => Some(integer.into()),
            Self::Float(_) => None,
        }
    }

    fn is_nan(self) -> bool {
        matches!(self, Self::Float(float) if float.is_nan())
    }

    /// Returns the integer, or the bits of a number with a fraction.
    #[allow(clippy::cast_possible_truncation)] // The cast saturates beyond `i128`.
    fn hashed(self) -> Result<i128, u64> {
        match self {
            Self::Signed(integer) => Ok(integer.into()),
            Self::Unsigned(integer) => Ok(integer.into()),
            Self::Float(float) if float.is_nan() => Err(f64::NAN.to_bits()),
            Self::Float(float) if float.fract() == 0.0 => Ok(float as i128),
            Self::Float(float) => Err(float.to_bits()),
        }
    }
}

/// Compares the integer parts and then the fraction, so that nothing is rounded.
#[allow(clippy::cast_possible_truncation)] // The cast truncates toward zero, and saturates beyond `i128`.
fn compare_with_float(integer: i128, float: f64) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    match integer.cmp(&(float as i128)) {
        Ordering::Equal => 0.0.partial_cmp(&float.fract()),
        unequal => Some(unequal),
    }
}

/// Implements comparison with standard types, on either side.
macro_rules! compare_with {
    ($($standard:ty)*) => {$(
        impl PartialEq<$standard> for Number {
            fn eq(&self, other: &$standard) -> bool {
                *self == Number::from(*other)
            }
        }

        impl PartialEq<Number> for $standard {
            fn eq(&self, other: &Number) -> bool {
                Number::from(*self) == *other
            }
        }

        impl PartialOrd<$standard> for Number {
            fn partial_cmp(&self, other: &$standard) -> Option<Ordering> {
                self.partial_cmp(&Number::from(*other))
            }
        }

        impl PartialOrd<Number> for $standard {
            fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
                Number::from(*self).partial_cmp(other)
            }
        }
    )*};
}

compare_with!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize f32 f64);
