//! A JSON number that stays what was sent.

mod compare;
mod convert;
mod error;
mod json;
mod text;

pub use error::NumberError;

/// A JSON number that stays what was sent: `5` is written back as `5`, `5.0` as `5.0`, and
/// 2<sup>53</sup> + 1 keeps its last digit.
///
/// It holds every integer of `i64` and `u64`, and every `f64`. Nothing passes silently through
/// floating point: conversions are exact or they fail, comparisons are exact as well, and the one
/// method that rounds says so in its name, [`to_f64_lossy`](Number::to_f64_lossy).
///
/// Numbers are equal when their values are: `5` equals `5.0`, and [`is_integer`](Number::is_integer)
/// tells them apart. They compare with the standard integers and floats in the same way.
///
/// JSON has no infinities and no NaN. A `Number` made from such a float can be looked at, but
/// serializing it is an error: what `serde_json` would write instead, `null`, means "remove this"
/// in a PATCH.
#[derive(Clone, Copy)]
pub struct Number(Repr);

#[derive(Clone, Copy)]
enum Repr {
    Signed(i64),
    Unsigned(u64),
    Float(f64),
}

impl Number {
    /// Whether this is written as an integer, as `5` is and `5.0` is not.
    #[must_use]
    pub fn is_integer(self) -> bool {
        !self.is_float()
    }

    /// Whether this is written with a fraction or an exponent, as `5.0` is and `5` is not.
    #[must_use]
    pub fn is_float(self) -> bool {
        matches!(self.0, Repr::Float(_))
    }

    /// The value as an `i64`: `5` and `5.0` are 5; what has a fraction or is out of range is `None`.
    #[must_use]
    pub fn as_i64(self) -> Option<i64> {
        self.whole().and_then(|whole| i64::try_from(whole).ok())
    }

    /// The value as a `u64`: `5` and `5.0` are 5; what has a fraction or is out of range is `None`.
    #[must_use]
    pub fn as_u64(self) -> Option<u64> {
        self.whole().and_then(|whole| u64::try_from(whole).ok())
    }

    /// The value as an `f64`, or `None` for an integer that no `f64` equals, such as
    /// 2<sup>53</sup> + 1.
    #[must_use]
    pub fn as_f64(self) -> Option<f64> {
        let float = self.to_f64_lossy();
        (self.is_float() || self == float).then_some(float)
    }

    /// The `f64` nearest to the value: integers beyond 2<sup>53</sup> may be rounded.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // The name says it.
    pub fn to_f64_lossy(self) -> f64 {
        match self.0 {
            Repr::Signed(integer) => integer as f64,
            Repr::Unsigned(integer) => integer as f64,
            Repr::Float(float) => float,
        }
    }

    /// The value where it has no fraction. Floats beyond `i128` saturate, which is
    /// still out of range for every type that this is narrowed to.
    #[allow(clippy::cast_possible_truncation)] // There is no fraction to lose.
    fn whole(self) -> Option<i128> {
        match self.0 {
            Repr::Signed(integer) => Some(integer.into()),
            Repr::Unsigned(integer) => Some(integer.into()),
            Repr::Float(float) if float.fract() == 0.0 => Some(float as i128),
            Repr::Float(_) => None,
        }
    }
}

impl Default for Number {
    /// The integer `0`.
    fn default() -> Self {
        Self(Repr::Signed(0))
    }
}
