//! A number as text, the way JSON writes it.

use std::{fmt, str::FromStr};

use super::{Number, NumberError, Repr};

impl fmt::Display for Number {
    /// Writes what JSON writes: `5`, `5.0`, `1e+300`; `NaN` and `inf` where JSON has nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Repr::Signed(integer) => integer.fmt(f),
            Repr::Unsigned(integer) => integer.fmt(f),
            Repr::Float(float) => match serde_json::Number::from_f64(float) {
                // Unlike `pad`, this keeps every digit when a precision is asked for.
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

    /// Reads a number in JSON's own notation, without white space around it.
    ///
    /// # Errors
    ///
    /// Any other text, an integer beyond `i64` and `u64`, and a float beyond `f64`.
    fn from_str(text: &str) -> Result<Self, NumberError> {
        read(text).ok_or_else(|| NumberError::new(&text, NumberError::ANY))
    }
}

fn read(text: &str) -> Option<Number> {
    if text.contains(char::is_whitespace) {
        return None;
    }
    if let Ok(integer) = serde_json::from_str::<i64>(text) {
        return Some(integer.into());
    }
    if let Ok(integer) = serde_json::from_str::<u64>(text) {
        return Some(integer.into());
    }
    read_float(text)
}

/// `serde_json` judges the notation; the standard library rounds correctly in all of its versions
/// and features.
fn read_float(text: &str) -> Option<Number> {
    let out_of_range = text != "-0" && !text.contains(['.', 'e', 'E']);
    if out_of_range || serde_json::from_str::<f64>(text).is_err() {
        return None;
    }
    text.parse::<f64>().ok().map(Number::from)
}
