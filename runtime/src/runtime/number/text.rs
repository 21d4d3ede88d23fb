//! Parsing and display of numbers, in the notation of JSON.

use ::std::{fmt, str::FromStr};

use super::{Number, NumberError, Repr};

impl fmt::Display for Number {
    /// Writes the number as JSON, such as `5`, `5.0` or `1e+300`, and `NaN` and `inf` for floats that are not finite.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Repr::Signed(integer) => integer.fmt(f),
            Repr::Unsigned(integer) => integer.fmt(f),
            Repr::Float(float) => match ::serde_json::Number::from_f64(float) {
                // Unlike `pad`, `pad_integral` does not truncate the digits to the precision.
                Some(json) => f.pad_integral(
                    float.is_sign_positive(),
                    "",
                    json.to_string().trim_start_matches('-'),
                ),
                None => float.fmt(f),
            },
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Number {
    type Err = NumberError;

    /// Parses a number in the notation of JSON, without whitespace.
    ///
    /// # Errors
    ///
    /// Fails if the text is anything else, an integer beyond `i64` and `u64`, or a float beyond `f64`.
    fn from_str(text: &str) -> Result<Self, NumberError> {
        parse(text).ok_or_else(|| NumberError::new(&text, NumberError::ANY))
    }
}

fn parse(text: &str) -> Option<Number> {
    if text.contains(char::is_whitespace) {
        return None;
    }
    let signed = ::serde_json::from_str::<i64>(text).map(Number::from);
    signed
        .or_else(|_| ::serde_json::from_str::<u64>(text).map(Number::from))
        .ok()
        .or_else(|| parse_float(text))
}

/// Parses a float. `serde_json` checks the notation; the standard library rounds correctly whatever the features of
/// `serde_json`.
fn parse_float(text: &str) -> Option<Number> {
    let is_integer = text != "-0" && !text.contains(['.', 'e', 'E']);
    if is_integer || ::serde_json::from_str::<f64>(text).is_err() {
        return None;
    }
    text.parse::<f64>().ok().map(Number::from)
}
