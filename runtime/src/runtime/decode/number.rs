//! Deserialization of numbers, including those that `serde_json` encodes as objects.

use ::serde::{
    Deserialize,
    de::value::{Error, MapDeserializer},
};
use ::serde_json::Value;

use super::{
    super::{Number, original::Original, value::ValueMut},
    Decoded,
};

/// Stores a number in a float. The result is lossy if the float encodes differently, such as `5.0` for `5`.
pub fn decode_float(float: &mut f64, sent: ::serde_json::Number) -> Decoded {
    let Some(value) = sent.as_f64() else {
        return Decoded::mismatch(Value::Number(sent));
    };
    *float = value;
    match ::serde_json::Number::from_f64(value) {
        Some(written) if written == sent => Decoded::Exact,
        _ => Decoded::lossy(Original::Number(Value::Number(sent))),
    }
}

/// Stores a number in an integer. The result is lossy if the integer encodes differently, such as `5` for `5.0`.
pub fn decode_integer(integer: &mut i64, sent: ::serde_json::Number) -> Decoded {
    let Some(value) = integer_value(&sent) else {
        return Decoded::mismatch(Value::Number(sent));
    };
    *integer = value;
    if value.to_string() == sent.to_string() {
        Decoded::Exact
    } else {
        Decoded::lossy(Original::Number(Value::Number(sent)))
    }
}

/// Stores a number of any width. The result is a mismatch if the field's type cannot hold all of its digits.
pub fn decode_number(field: ValueMut<'_>, sent: ::serde_json::Number) -> Decoded {
    match field {
        ValueMut::Number(field) => match Number::try_from(&sent) {
            Ok(number) if number.to_string() == sent.to_string() => *field = number,
            _ => return Decoded::mismatch(Value::Number(sent)),
        },
        ValueMut::Integer(field) => return decode_integer(field, sent),
        ValueMut::Float(field) => return decode_float(field, sent),
        ValueMut::Any(field) => *field = Value::Number(sent),
        _ => return Decoded::mismatch(Value::Number(sent)),
    }
    Decoded::Exact
}

/// Returns the value of a number that is an integer, in any notation: 5 for `5`, `5.0` and `50e-1`.
///
/// A number with a fraction or an exponent must have the same value as an `f64`, which most programs read it as.
pub fn integer_value(number: &::serde_json::Number) -> Option<i64> {
    number.as_i64().or_else(|| {
        let integer = parse_decimal(&number.to_string())?;
        let float = Number::from(number.as_f64()?);
        (float.as_i64() == Some(integer)).then_some(integer)
    })
}

/// Parses a JSON number without rounding, if it is an integer.
fn parse_decimal(text: &str) -> Option<i64> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let digits = format!("{whole}{fraction}");
    let exponent: i64 = exponent.parse().ok()?;
    let shift = exponent.checked_sub(fraction.len().try_into().ok()?)?;
    let zeros = usize::try_from(shift.unsigned_abs()).ok()?;
    if shift < 0 {
        let (digits, removed) = digits.split_at_checked(digits.len().checked_sub(zeros)?)?;
        let is_integer = removed.bytes().all(|digit| digit == b'0');
        is_integer.then(|| digits.parse().ok()).flatten()
    } else {
        let power = 10_i64.checked_pow(zeros.try_into().ok()?)?;
        digits.parse::<i64>().ok()?.checked_mul(power)
    }
}

/// The key of the single-entry object that encodes a number with `serde_json`'s feature `arbitrary_precision`.
pub const NUMBER_KEY: &str = "$serde_json::private::Number";

/// Returns the number that an object encodes, if `serde_json` accepts it.
pub fn number_from_object<'a>(
    object: impl IntoIterator<Item = (impl AsRef<str>, &'a Value)>,
) -> Option<Value> {
    let mut entries = object.into_iter();
    let (Some((name, Value::String(text))), None) = (entries.next(), entries.next()) else {
        return None;
    };
    if name.as_ref() != NUMBER_KEY {
        return None;
    }
    let entry = MapDeserializer::<_, Error>::new([(NUMBER_KEY, text.as_str())].into_iter());
    Value::deserialize(entry).ok().filter(Value::is_number)
}
