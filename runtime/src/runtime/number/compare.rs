//! Exact comparison of integers and floats by value.

use ::std::cmp::Ordering;

use super::{Number, Repr};

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self.0, other.0) {
            (Repr::Float(left), Repr::Float(right)) => left.partial_cmp(&right),
            (Repr::Float(left), right) => {
                compare_with_float(right.integer()?, left).map(Ordering::reverse)
            }
            (left, Repr::Float(right)) => compare_with_float(left.integer()?, right),
            (left, right) => left.integer().partial_cmp(&right.integer()),
        }
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
