//! JSON numbers that keep the precision and the notation they were decoded with.

mod compare;
mod convert;
mod json;
mod text;

use ::std::{error::Error, fmt};

/// A JSON number that is encoded as it was decoded: `5` as `5`, `5.0` as `5.0`, and 2<sup>53</sup> + 1 with all digits.
///
/// It holds every `i64`, every `u64` and every `f64`. Conversions are exact or fail, and comparisons are exact; only
/// [`to_f64_lossy`](Number::to_f64_lossy) rounds.
///
/// Numbers are equal if their values are: `5` equals `5.0`, although [`is_integer`](Number::is_integer) differs. They
/// compare with the standard integers and floats in the same way.
///
/// JSON has no infinities and no NaN. A `Number` can be created from such a float, but serializing it fails: `serde_json`
/// would write `null`, which clears the property in a PATCH request.
///
/// ```
/// use genesys_runtime::Number;
///
/// let number: Number = serde_json::from_str("5.0")?;
/// assert_eq!(number, 5);
/// assert_eq!(number.as_i64(), Some(5));
/// assert_eq!(serde_json::to_string(&number)?, "5.0");
///
/// assert!(u8::try_from(Number::from(256)).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Number(Repr);

#[derive(Clone, Copy)]
enum Repr {
    Signed(i64),
    Unsigned(u64),
    Float(f64),
}

impl Number {
    /// Checks whether the number is written as an integer, like `5` and unlike `5.0`.
    #[must_use]
    pub fn is_integer(self) -> bool {
        !self.is_float()
    }

    /// Checks whether the number is written with a fraction or an exponent, like `5.0` and unlike `5`.
    #[must_use]
    pub fn is_float(self) -> bool {
        matches!(self.0, Repr::Float(_))
    }

    /// Returns the value as an `i64`, or `None` if it has a fraction or is out of range. Both `5` and `5.0` return 5.
    #[must_use]
    pub fn as_i64(self) -> Option<i64> {
        self.integer_value().and_then(|it| i64::try_from(it).ok())
    }

    /// Returns the value as a `u64`, or `None` if it has a fraction or is out of range. Both `5` and `5.0` return 5.
    #[must_use]
    pub fn as_u64(self) -> Option<u64> {
        self.integer_value().and_then(|it| u64::try_from(it).ok())
    }

    /// Returns the value as an `f64`, or `None` if no `f64` equals it, as for 2<sup>53</sup> + 1.
    #[must_use]
    pub fn as_f64(self) -> Option<f64> {
        let float = self.to_f64_lossy();
        (self.is_float() || self == float).then_some(float)
    }

    /// Returns the `f64` nearest to the value. Integers beyond 2<sup>53</sup> may be rounded.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // As documented.
    pub fn to_f64_lossy(self) -> f64 {
        match self.0 {
            Repr::Signed(integer) => integer as f64,
            Repr::Unsigned(integer) => integer as f64,
            Repr::Float(float) => float,
        }
    }

    /// Returns the value, if it has no fraction.
    ///
    /// Floats beyond `i128` saturate, which is out of range for all narrower integers as well.
    #[allow(clippy::cast_possible_truncation)] // There is no fraction.
    fn integer_value(self) -> Option<i128> {
        match self.0 {
            Repr::Signed(integer) => Some(integer.into()),
            Repr::Unsigned(integer) => Some(integer.into()),
            Repr::Float(float) => (float.fract() == 0.0).then_some(float as i128),
        }
    }
}

impl Default for Number {
    /// Returns the integer `0`.
    fn default() -> Self {
        Self(Repr::Signed(0))
    }
}

/// The error of a conversion to a type that cannot represent the number exactly, or of a text that is not a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberError {
    found: Box<str>,
    expected: &'static str,
}

impl NumberError {
    /// The types that a [`Number`] can hold.
    const ANY: &'static str = "i64, u64 or f64";

    fn new(found: &impl ToString, expected: &'static str) -> Self {
        Self {
            found: found.to_string().into(),
            expected,
        }
    }

    /// Returns the number as JSON, or the text that could not be parsed.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.found
    }

    /// Returns the name of the target type.
    #[must_use]
    pub fn expected(&self) -> &'static str {
        self.expected
    }
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = self.found.escape_debug();
        let expected = self.expected;
        write!(f, "`{found}` cannot be represented exactly as {expected}")
    }
}

impl Error for NumberError {}
